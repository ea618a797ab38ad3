import Diagnostics

/// The metadata of one programme edition (`program.yaml`).
package struct Programme: Record {
    package var title: Located<String>?
    package var subtitle: Located<String>?
    package var status: Located<EditionStatus>?
    package var period: Period?
    package var decidingBody: Located<String>?
    package var decided: Located<PartialDate>?
    package var registryNumber: Located<String>?
    package var preparedBy: Located<String>?
    package var otherRoles: [Located<String>] = []
    package var replaces: [Replacement] = []
    package var appliesTo: [Link<Role>] = []
    package var targetGroups: [Located<String>] = []
    package var purpose: Prose?
    package var notice: Prose?
    package var citationForm: Located<CitationForm>?
    package var readingOrder: [Link<Anything>] = []
    package var replacesNothing: Prose?
    package var required = RequirementProfile()

    package init() {}

    package static let fields: [Field<Programme>] = [
        Field("titel", "Titel", \.title, required: true),
        Field("undertitel", "Undertitel", \.subtitle),
        Field("status", "Status", \.status, required: true),
        Field("period", "Period", \.period),
        Field("beslutsinstans", "Beslutsinstans", \.decidingBody),
        Field("beslutsdatum", "Beslutsdatum", \.decided),
        Field("diarienummer", "Diarienummer", \.registryNumber),
        Field("framtaget-av", "Framtaget av", \.preparedBy),
        Field("även", "Är även", \.otherRoles),
        Field("ersätter", "Ersätter", \.replaces),
        Field("ersätter-inget", "Ersätter inget", \.replacesNothing),
        Field("gäller-för", "Gäller för", \.appliesTo),
        Field("målgrupper", "Målgrupper", \.targetGroups),
        Field("syfte", "Syfte", \.purpose),
        Field("märkning", "Märkning", \.notice),
        Field("källhänvisningar", "Källhänvisningar", \.citationForm),
        Field("läsordning", "Läsordning", \.readingOrder, required: true),
        Field("kräver", "Krav på innehållet", \.required),
    ]
}

/// How sources are cited in running text; author and year when nothing is said.
package enum CitationForm: String, ControlledValue {
    case authorYear = "författare-år"
    case footnotes = "fotnoter"
}

/// Where an edition stands; the last two are history, judged only when named.
package enum EditionStatus: String, ControlledValue {
    case draft = "utkast"
    case decided = "beslutad"
    case consulted = "remitterad"
    case replaced = "ersatt"
}

/// The years a programme covers.
package struct Period: Record {
    package var from: Located<PartialDate>?
    package var until: Located<PartialDate>?

    package init() {}

    package static let fields: [Field<Period>] = [
        Field("från", "Från", \.from),
        Field("till", "Till", \.until),
    ]
}

/// What a programme replaces, and which part of it.
package struct Replacement: Record {
    package var document: Link<SteeringDocument>?
    package var extent: Prose?

    package init() {}

    package static let fields: [Field<Replacement>] = [
        Field("dokument", "Dokument", \.document, required: true),
        Field("omfattning", "Omfattning", \.extent, required: true),
    ]
}

/// The words that an edition adds to the dictionary (`ordlista.yaml`).
package struct WordList: Record {
    package var words: [Located<String>] = []

    package init() {}

    package static let fields: [Field<WordList>] = [Field("ord", "Ord", \.words, required: true)]
}
