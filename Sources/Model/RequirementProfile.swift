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
        Field(
            "teorier", "Teorier", \.theories,
            help: "Adresser till de teorier som måste beskrivas: [teori:rutinaktivitetsteorin]. Den som saknas nämns vid namn i granskningen."),
        Field(
            "styrdokument", "Styrdokument", \.steeringDocuments,
            help: "Adresser till de styrdokument och lagar som måste stå i registret. Den som saknas nämns vid namn i granskningen."),
        Field(
            "perspektiv", "Perspektiv", \.perspectives,
            help: "Adresser till de perspektiv som arbetet ska präglas av: [perspektiv:barn, perspektiv:aldre]."),
        Field(
            "delar", "Andra delar", \.elements,
            help: "Adresser till andra delar som måste finnas, till exempel roller, begrepp, konflikter och platsfunktioner."),
        Field("kapitel", "Kapitel", \.chapters, help: "De kapitel som måste finnas, och vad vart och ett ska innehålla."),
        Field(
            "organtyper", "Organtyper", \.bodyTypes,
            help: "Slag av organ, skrivna som i rollernas organtyp: [facknämnd]. Varje slag måste bära ett uppdrag och ha en samordnare."),
        Field(
            "externa-parter", "Externa parter", \.externalParties,
            help: "Adresser till roller utanför kommunen som arbetet är beroende av. Var och en måste ha en stödväg för när samverkan brister."),
        Field(
            "styrmodell", "Styrmodell", \.governanceModel,
            help: "Adressen till det dokument som säger hur kommunen planerar och följer upp. Varje uppdrag ska hänvisa dit."),
        Field(
            "lånade-begrepp", "Lånade begrepp", \.borrowedConcepts,
            help: "Adresser till begrepp som någon annan äger, till exempel polisen. De måste ha ägare, version och kriterier, och ett uppdrag som sprider dem."),
        Field(
            "avgränsade-begrepp", "Avgränsade begrepp", \.delimitedConcepts,
            help: "Adresser till begrepp som är så breda att de måste säga både vad de omfattar och vad de inte omfattar."),
        Field(
            "finansiering-per-part", "Finansiering per part", \.fundedConflicts,
            help: "Adresser till konflikter där varje part måste ha både ansvar och finansiering angivna."),
        Field(
            "rapportväg", "Rapportväg", \.reportedConflicts,
            help: "Adresser till konflikter som måste ha en väg att rapportera, till exempel när ramavtal inte täcker behovet."),
        Field("led", "Led", \.stages, help: "De led som arbetet ska spänna över. Varje led måste ha minst ett arbetssätt."),
        Field("lärande", "Lärande", \.learning, help: "De slag av lärande som programmet måste ha en plan för."),
        Field("forum-på-nivå", "Forum på nivå", \.forumLevels, help: "De nivåer som måste ha en form för samordning: [central, lokal]."),
        Field(
            "kommunikation-på-nivå", "Kommunikation på nivå", \.communicationLevels,
            help: "De nivåer där någon roll måste bära ett uppdrag av slaget kommunikation."),
        Field(
            "ingripande-ord", "Ord som märker ingripande", \.intrusionWords,
            help: "Ord i titeln som visar att en åtgärd eller ett arbetssätt ingriper mot någon: [kamerabevakning]. Då krävs en prövning."),
        Field(
            "allmänna-dokumentord", "Ord som inte namnger dokument", \.generalDocumentWords,
            help: "Ord som liknar dokumentnamn men inte är det: [verksamhetsplanen]. De behöver inte stå i registret över styrdokument."),
        Field(
            "termer", "Termer", \.terms,
            help: "Fackord, i grundform, som måste vara begrepp med definition när texten använder dem: [rådighet, stödväg]."),
        Field("gränser", "Gränser", \.limits, help: "Tal som reglerna jämför med. Den gräns som utelämnas prövas inte."),
        Field("undantag", "Undantag", \.exceptions, help: "Krav som programmet inte behöver uppfylla, vart och ett med skäl."),
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
        Field(
            "adress", "Adress", \.address, required: true,
            help: "Adressen till kapitlet: kapitel:teoretiskt-ramverk. Saknas kapitlet är det ett fel."),
        Field("krav", "Krav", \.requirement, help: "Koden för det krav som kapitlet svarar på: R19. Granskningen visar fyndet under det kravet."),
        Field(
            "samlar", "Samlar registret", \.gathers,
            help: "Slag vars register står i det här kapitlet och ingen annanstans: [teori]. Det hindrar att samma sak beskrivs på flera ställen."),
        Field(
            "delar", "Delar", \.parts,
            help: "Rubriker som måste finnas i kapitlet med egen text. Rubriken får ha fler ord: Gräns räcker för Gräns mot polis."),
        Field("källa", "Källa i varje del", \.isCited, help: "Skriv ja när varje del i listan måste ha minst en källhänvisning."),
        Field(
            "före", "Står före", \.comesBefore,
            help: "Det slag av sidor som kapitlet måste stå före i läsordningen: fokusomrade. Läsaren behöver förklaringen först."),
        Field(
            "förklarar", "Förklarar", \.explains,
            help: "Ord som måste stå i kapitlet med en förklaring, med den stavning som anges: [Tvingande, Miniminivå]."),
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
        Field(
            "ord-om-annat-dokument", "Ord om ett annat dokument", \.wordsOnOtherDocument,
            help: "Högsta antal ord i ett stycke som beskriver ett annat dokument: 60. Det som är längre är ett återgivande, inte en hänvisning."),
        Field(
            "år-för-forskning", "År som ett forskningsläge gäller", \.yearsOfResearch,
            help: "Hur många år ett forskningsläge får bli innan det ska ses över: 2."),
        Field(
            "aktörer-på-plats", "Aktörer på en plats", \.actorsAtAPlace,
            help: "Hur många olika aktörer som platsfunktionerna minst ska ha tillsammans: 3. Färre tyder på att någon är bortglömd."),
        Field(
            "ord-i-mening", "Ord i en mening", \.wordsInASentence,
            help: "Högsta antal ord i en mening: 30. En längre mening ger ett råd, inget fel."),
        Field(
            "lix", "Läsbarhet, LIX", \.readability,
            help: "Högsta läsbarhetsindex för ett avsnitt: 55. Ett högre värde visar var texten kan vara tung att läsa."),
    ]
}

/// A requirement that a programme isn't held to, and why.
package struct RequirementException: Record {
    package var requirement: Located<String>?
    package var reason: Prose?

    package init() {}

    package static let fields: [Field<RequirementException>] = [
        Field("krav", "Krav", \.requirement, required: true, help: "Koden för kravet som inte gäller här: R39."),
        Field("skäl", "Skäl", \.reason, required: true, help: "Varför kravet inte passar programmet, så att den som granskar kan pröva det."),
    ]
}
