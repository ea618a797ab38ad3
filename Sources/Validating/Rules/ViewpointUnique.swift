import Diagnostics
import Model

extension Rule {
    static let viewpointUnique = Rule(
        "viewpoint-unique",
        summary: Message(
            "Varje synpunkt har ett eget id i hela remissen.",
            en: "Every viewpoint has an id of its own in the whole consultation."),
        rationale: Message(
            "Det är id:t som hanteringen och spårningen går på.",
            en: "Dispositions and traces go by the id."),
        rejects: [
            Example("remisser/remiss/svar/byalaget.yaml", ("id: B-2", "id: ↓B-1")),
        ],
        consultation: { consultation in
            var first: [String: Located<String>] = [:]
            return consultation.rows.compactMap { row in
                guard let id = row.viewpoint.id else { return nil }
                guard let other = first[id.value] else {
                    first[id.value] = id
                    return nil
                }
                return Finding(
                    Message("Två synpunkter har id ”\(id.value)”. Byt det ena.", en: "Two viewpoints have the id '\(id.value)'. Change one."), at: id.range,
                    notes: [.init(Message("den första", en: "the first one"), at: other.range)])
            }
        })
}
