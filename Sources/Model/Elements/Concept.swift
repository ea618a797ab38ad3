import Diagnostics

/// A concept (begrepp): one definition, its owner and its limits.
package struct Concept: ElementContent {
    package static let elementKind = ElementKind.concept
    package var definition: Prose?
    package var includes: [Prose] = []
    package var excludes: [Prose] = []
    package var criteria: [Prose] = []
    package var owners: [Link<Role>] = []
    package var version: Located<String>?
    package var sources: [Citation] = []
    package var synonyms: [Located<String>] = []
    /// Words that mean the same and aren't to be used.
    package var avoided: [Located<String>] = []
    package var compare: [Link<Concept>] = []
    package var remark: Prose?

    package init() {}

    package static let fields: [Field<Concept>] = [
        Field("definition", "Definition", \.definition, required: true),
        Field("omfattar", "Omfattar", \.includes),
        Field("omfattar-inte", "Omfattar inte", \.excludes),
        Field("kriterier", "Kriterier", \.criteria),
        Field("ägare", "Ägs av", \.owners),
        Field("version", "Version", \.version),
        Field("källor", "Källor", \.sources),
        Field("synonymer", "Synonymer", \.synonyms),
        Field("undvik", "Undvik", \.avoided),
        Field("jämför", "Jämför", \.compare),
        Field("anmärkning", "Anmärkning", \.remark),
    ]
}
