import Diagnostics
import Model

extension Rule {
    static let readingOrderComplete = Rule(
        "reading-order-complete",
        summary: Message(
            "Varje kapitel och fokusområde står en gång i läsordningen, och inget annat.",
            en: "Every chapter and focus area stands once in the reading order, and nothing else does."),
        rationale: Message(
            "Det som inte står i läsordningen når läsaren bara av en slump.",
            en: "What isn't in the reading order reaches a reader only by accident."),
        requirements: ["R43"], judgesAbsence: true,
        rejects: [
            Example(["program/kapitel/slut.md": "---\ntitel: ↓Slut\n---\nTack.\n"]),
            Example("program/program.yaml", ("  - kapitel:start\n", "  - kapitel:start\n  - ↓teori:tillfalle\n")),
            Example("program/program.yaml", ("  - kapitel:ramverk\n", "  - kapitel:ramverk\n  - ↓kapitel:start\n")),
        ]
    ) { catalog in
        var findings: [Finding] = []
        var seen: [ElementID: SourceRange] = [:]
        for link in catalog.edition.programme.readingOrder {
            guard let id = catalog.element(of: link) else { continue }
            let range = catalog.site(link.site).range
            let address = catalog[id].address
            if !address.kind.isPage {
                findings.append(
                    Finding(
                        Message(
                            "Bara kapitel och fokusområden kan stå i läsordningen; \(address) placeras i ett kapitel med <register:\(address.kind.rawValue)>.",
                            en: "Only chapters and focus areas can stand in the reading order; place \(address) in a chapter with <register:\(address.kind.rawValue)>."),
                        at: range))
            } else if let first = seen[id] {
                findings.append(
                    Finding(
                        Message("\(address) står två gånger i läsordningen. Ta bort den ena.", en: "\(address) stands twice in the reading order. Remove one."),
                        at: range, notes: [.init(Message("den första", en: "the first"), at: first)]))
            }
            seen[id] = seen[id] ?? range
        }
        for id in catalog.elementIDs where catalog[id].address.kind.isPage && seen[id] == nil {
            findings.append(
                Finding(
                    Message(
                        "\(catalog[id].address) saknas i läsordningen. Lägg till adressen under ”läsordning” i program.yaml.",
                        en: "\(catalog[id].address) is missing in the reading order. Add the address under 'läsordning' in program.yaml."),
                    at: catalog[id].title.range))
        }
        return findings
    }
}
