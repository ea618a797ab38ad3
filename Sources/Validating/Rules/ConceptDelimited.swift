import Diagnostics
import Model

extension Rule {
    static let conceptDelimited = Rule(
        "concept-delimited",
        summary: Message(
            "De begrepp som kravprofilen nämner säger vad de omfattar och inte omfattar.",
            en: "The concepts that the profile names say what they include and exclude."),
        rationale: Message(
            "En bred definition utan kommunal avgränsning gör uppdraget gränslöst.",
            en: "A broad definition without a municipal limit makes the assignment boundless."),
        requirements: ["R9"],
        rejects: [
            Example("program/begrepp/brottsforebyggande-arbete.md", ("titel: Brotts", "titel: ↓Brotts"), ("omfattar-inte: [Att utreda brott.]\n", ""))
        ]
    ) { catalog in
        catalog.edition.programme.required.delimitedConcepts.compactMap { catalog.content(Concept.self, at: $0.value) }.flatMap { _, element, concept in
            Finding.lacking(
                element.title, [("omfattar", concept.includes), ("omfattar-inte", concept.excludes)].filter(\.1.isEmpty).map(\.0),
                Message("Säg vad som är kommunens del.", en: "Say what the city's part is."))
        }
    }
}
