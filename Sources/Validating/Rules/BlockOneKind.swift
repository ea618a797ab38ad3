import Diagnostics
import Model

extension Rule {
    static let blockOneKind = Rule(
        "block-one-kind",
        summary: Message("Varje block i ett fokusområde har exakt ett slag.", en: "Every block of a focus area has exactly one kind."),
        rationale: Message(
            "När teorier, verksamheter, problemområden, arbetssätt, mål, plattformar och samverkansgrupper blandas vet läsaren inte vad som är vad.",
            en: "Where theories, activities, problems, methods, goals, platforms and groups are mixed, a reader can't tell which is which."),
        requirements: ["R41"],
        rejects: [Example("program/fokusområden/torget.md", ("slag: exempel", "slag: [exempel, ↓arbetssätt]"))]
    ) { catalog in
        catalog.all(FocusArea.self).flatMap { _, element, area in
            area.blocks.compactMap { block -> Finding? in
                guard block.kinds.count > 1 else { return nil }
                let kinds = block.kinds.map { $0.value.rawValue }
                return Finding(
                    Message(
                        "Blocket ”\(block.title?.value ?? "")” i ”\(element.title.value)” blandar \(kinds.formatted("och")). Dela det i ett block för varje slag.",
                        en: "The block '\(block.title?.value ?? "")' mixes \(kinds.formatted("and")). Split it into one block a kind."),
                    at: block.kinds[1].range)
            }
        }
    }
}
