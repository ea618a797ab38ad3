import Diagnostics
import Model

extension Rule {
    static let replacementEnds = Rule(
        "replacement-ends",
        summary: Message("Det som ersätter ett dokument är inte ersatt av det.", en: "What replaces a document is not replaced by it."),
        rationale: Message(
            "Läsaren leds från det gamla till det nya. Går ersättningarna i ring kommer ingen fram till det som gäller.",
            en: "Readers are led from the old to the new. When replacements go in a ring, nobody reaches what is in force."),
        requirements: ["R27"],
        rejects: [
            Example("program/styrdokument.yaml", ("  betydelse: Anger var kommunen börjar.\n", "  betydelse: Anger var kommunen börjar.\n  ersatt-av: [↓styrdokument:trygghetsplanen]\n")),
            Example(
                "program/styrdokument.yaml", ("  betydelse: Anger var kommunen börjar.\n", "  betydelse: Anger var kommunen börjar.\n  ersatt-av: [↓styrdokument:kommunallagen]\n"),
                ("  betydelse: Drar den yttre gränsen.\n", "  betydelse: Drar den yttre gränsen.\n  ersatt-av: [styrdokument:trygghetsplanen]\n")),
        ]
    ) { catalog in
        var next: [ElementID: [(id: ElementID, link: SourceRange)]] = [:]
        let documents = catalog.all(SteeringDocument.self)
        for (id, _, document) in documents {
            next[id] = document.replacedBy.compactMap { link in catalog.element(of: link).map { ($0, catalog.site(link.site).range) } }
        }
        // Each document is left once for good: it is in no ring that has not been found.
        var done: Set<ElementID> = []
        var findings: [Finding] = []
        for (start, _, _) in documents where !done.contains(start) {
            var path: [(id: ElementID, tried: Int)] = [(start, 0)]
            while let (id, tried) = path.last {
                guard let step = next[id]?.dropFirst(tried).first else {
                    done.insert(id)
                    path.removeLast()
                    continue
                }
                path[path.count - 1].tried += 1
                if let first = path.firstIndex(where: { $0.id == step.id }) {
                    findings.append(ring(path[first...].compactMap { step in next[step.id].map { ($0[step.tried - 1].link, catalog[step.id].title.value) } }))
                } else if !done.contains(step.id) {
                    path.append((step.id, 0))
                }
            }
        }
        return findings
    }

    /// - Parameter steps: each document's title, and where it says what replaces it.
    private static func ring(_ steps: [(link: SourceRange, title: String)]) -> Finding {
        let titles = (steps + steps.prefix(1)).map { "”\($0.title)”" }.joined(separator: ", ersatt av ")
        return Finding(
            Message("Ersättningarna går i ring: \(titles). Ta bort den som inte stämmer.", en: "The replacements go in a ring. Remove the one that is wrong."), at: steps[0].link,
            notes: steps.dropFirst().map { .init(Message("ersatt av", en: "replaced by"), at: $0.link) })
    }
}
