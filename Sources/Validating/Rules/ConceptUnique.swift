import Diagnostics
import Model

extension Rule {
    static let conceptUnique = Rule(
        "concept-unique",
        summary: Message("Ett ord står för ett begrepp.", en: "One word stands for one concept."),
        rationale: Message(
            "Samma ord med två definitioner, som titel eller synonym, gör texten omöjlig att tolka lika.",
            en: "One word with two definitions, as title or synonym, can't be read alike by two readers."),
        requirements: ["R17"],
        rejects: [Example("program/begrepp/utsatt-omrade.md", ("definition:", "synonymer: [↓brottsprevention]\ndefinition:"))]
    ) { catalog in
        var seen: [String: (id: ElementID, range: SourceRange)] = [:]
        var findings: [Finding] = []
        for (id, element, concept) in catalog.all(Concept.self) {
            for name in [element.title] + concept.synonyms {
                let key = name.value.lowercased()
                if let first = seen[key], first.id != id {
                    findings.append(
                        Finding(
                            Message(
                                "”\(name.value)” står redan för begreppet ”\(catalog[first.id].title.value)”. Slå ihop begreppen, eller välj ett annat ord.",
                                en: "'\(name.value)' already stands for '\(catalog[first.id].title.value)'. Merge the concepts, or choose another word."),
                            at: name.range, notes: [.init(Message("den första", en: "the first"), at: first.range)]))
                } else {
                    seen[key] = (id, name.range)
                }
            }
        }
        return findings
    }
}
