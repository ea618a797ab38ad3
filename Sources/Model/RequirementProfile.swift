import Diagnostics

/// What a programme is held to (kravprofil): the elements it must have, what they must cover, and the limits. Rules read
/// it, so another municipality judges its own programme by writing its own profile.
package struct RequirementProfile: Record {
    package var theories: [Located<Address>] = []
    package var steeringDocuments: [Located<Address>] = []
    package var perspectives: [Located<Address>] = []
    /// Elements of other kinds that must be there: roles, conflict types, steps, functions at a place.
    package var elements: [Located<Address>] = []
    package var chapters: [ChapterRequirement] = []
    /// Types of bodies that must each bear an assignment and have a coordinator.
    package var bodyTypes: [Located<String>] = []
    /// External parties that must each have an escalation path.
    package var externalParties: [Located<Address>] = []
    /// The steering document that says how the city plans and follows up.
    package var governanceModel: Located<Address>?
    package var borrowedConcepts: [Located<Address>] = []
    package var delimitedConcepts: [Located<Address>] = []
    /// Conflict types that must say who pays, party by party.
    package var fundedConflicts: [Located<Address>] = []
    /// Conflict types that must have a way to report.
    package var reportedConflicts: [Located<Address>] = []
    package var stages: [Located<PreventionStage>] = []
    package var learning: [Located<LearningKind>] = []
    package var forumLevels: [Located<EscalationLevel>] = []
    package var communicationLevels: [Located<EscalationLevel>] = []
    /// Words in a title that mark a measure or method as intruding.
    package var intrusionWords: [Located<String>] = []
    /// Words that look like a document's name and are none: `verksamhetsplanen`.
    package var generalDocumentWords: [Located<String>] = []
    /// Words of the field that are concepts wherever they are used.
    package var terms: [Located<String>] = []
    package var limits = Limits()
    package var exceptions: [RequirementException] = []

    package init() {}

    package static let fields: [Field<RequirementProfile>] = [
        Field("teorier", "Teorier", \.theories),
        Field("styrdokument", "Styrdokument", \.steeringDocuments),
        Field("perspektiv", "Perspektiv", \.perspectives),
        Field("delar", "Andra delar", \.elements),
        Field("kapitel", "Kapitel", \.chapters),
        Field("organtyper", "Organtyper", \.bodyTypes),
        Field("externa-parter", "Externa parter", \.externalParties),
        Field("styrmodell", "Styrmodell", \.governanceModel),
        Field("lånade-begrepp", "Lånade begrepp", \.borrowedConcepts),
        Field("avgränsade-begrepp", "Avgränsade begrepp", \.delimitedConcepts),
        Field("finansiering-per-part", "Finansiering per part", \.fundedConflicts),
        Field("rapportväg", "Rapportväg", \.reportedConflicts),
        Field("led", "Led", \.stages),
        Field("lärande", "Lärande", \.learning),
        Field("forum-på-nivå", "Forum på nivå", \.forumLevels),
        Field("kommunikation-på-nivå", "Kommunikation på nivå", \.communicationLevels),
        Field("ingripande-ord", "Ord som märker ingripande", \.intrusionWords),
        Field("allmänna-dokumentord", "Ord som inte namnger dokument", \.generalDocumentWords),
        Field("termer", "Termer", \.terms),
        Field("gränser", "Gränser", \.limits),
        Field("undantag", "Undantag", \.exceptions),
    ]

    /// Every element that the profile names, with the place that names it.
    package var namedElements: [Located<Address>] {
        theories + steeringDocuments + perspectives + elements + chapters.compactMap(\.address) + externalParties
            + (governanceModel.map { [$0] } ?? []) + borrowedConcepts + delimitedConcepts + fundedConflicts + reportedConflicts
    }
}

/// A chapter that must be there, and what it must hold.
package struct ChapterRequirement: Record {
    package var address: Located<Address>?
    package var requirement: Located<String>?
    /// Kinds whose register stands in this chapter and in no other.
    package var gathers: [Located<String>] = []
    /// Headings that must stand in it with text of their own.
    package var parts: [Located<String>] = []
    /// Whether each part needs a citation.
    package var isCited: Located<YesNo>?
    /// Kind whose pages it must come before in the reading order.
    package var comesBefore: Located<String>?
    /// Words that it must explain: in a table, a definition list or in bold.
    package var explains: [Located<String>] = []

    package init() {}

    package static let fields: [Field<ChapterRequirement>] = [
        Field("adress", "Adress", \.address, required: true),
        Field("krav", "Krav", \.requirement),
        Field("samlar", "Samlar registret", \.gathers),
        Field("delar", "Delar", \.parts),
        Field("källa", "Källa i varje del", \.isCited),
        Field("före", "Står före", \.comesBefore),
        Field("förklarar", "Förklarar", \.explains),
    ]
}

/// The numbers that rules compare with.
package struct Limits: Record {
    package var wordsOnOtherDocument: Located<WholeNumber>?
    package var yearsOfResearch: Located<WholeNumber>?
    package var actorsAtAPlace: Located<WholeNumber>?
    package var wordsInASentence: Located<WholeNumber>?
    package var readability: Located<WholeNumber>?

    package init() {}

    package static let fields: [Field<Limits>] = [
        Field("ord-om-annat-dokument", "Ord om ett annat dokument", \.wordsOnOtherDocument),
        Field("år-för-forskning", "År som ett forskningsläge gäller", \.yearsOfResearch),
        Field("aktörer-på-plats", "Aktörer på en plats", \.actorsAtAPlace),
        Field("ord-i-mening", "Ord i en mening", \.wordsInASentence),
        Field("lix", "Läsbarhet, LIX", \.readability),
    ]
}

/// A requirement that a programme isn't held to, and why.
package struct RequirementException: Record {
    package var requirement: Located<String>?
    package var reason: Prose?

    package init() {}

    package static let fields: [Field<RequirementException>] = [
        Field("krav", "Krav", \.requirement, required: true),
        Field("skäl", "Skäl", \.reason, required: true),
    ]
}
