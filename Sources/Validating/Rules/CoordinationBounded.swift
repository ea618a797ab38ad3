import Diagnostics
import Model

extension Rule {
    static let coordinationBounded = Rule(
        "coordination-bounded",
        summary: Message(
            "Ett samordningsuppdrag säger vad bäraren beslutar, vad den samordnar utan att besluta och vad som ligger utanför.",
            en: "A coordination assignment says what its bearer decides, coordinates without deciding, and what is outside."),
        rationale: Message(
            "Stadsdelsnämnderna får samordna det som andra råder över. Tre listor visar var samordningen slutar, vilket lagen inte gör.",
            en: "District committees coordinate what others decide. Three lists show where coordination ends, which the law doesn't."),
        requirements: ["R6"], viewpoints: ["V7", "V61", "V63"],
        rejects: [
            Example("program/uppdrag.yaml", ("titel: Samordna på", "titel: ↓Samordna på"), ("    samordnar: [Styrelsens insatser.]\n", "")),
            Example("program/uppdrag.yaml", ("titel: Samordna på", "titel: ↓Samordna på"), ("    utanför: [Polisens insatser.]\n", "")),
        ]
    ) { catalog in
        catalog.all(Assignment.self).filter { $0.content.kindOfAssignment?.value == .coordination }.flatMap { _, element, assignment in
            let boundary = assignment.boundary ?? Boundary()
            let lists = [("beslutar", boundary.decides), ("samordnar", boundary.coordinates), ("utanför", boundary.outside)]
            return Finding.lacking(
                element.title, lists.filter(\.1.isEmpty).map { "gräns: \($0.0)" },
                Message("Gränsen för samordningen måste vara uttrycklig.", en: "The boundary of coordination must be explicit."))
        }
    }
}
