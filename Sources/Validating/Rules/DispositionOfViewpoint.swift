import Diagnostics
import Model

extension Rule {
    static let dispositionOfViewpoint = Rule(
        "disposition-of-viewpoint",
        summary: Message(
            "Varje post i hanteringen gäller en synpunkt som finns, och bara en post varje.",
            en: "Every disposition is of a viewpoint that exists, and each has one."),
        rationale: Message(
            "En post som inte leder till en synpunkt döljer att den rätta är ohanterad.",
            en: "A disposition that leads nowhere hides that the right one is missing."),
        accepts: [Example([:]), Example(["remisser/remiss/hantering.yaml": "- { synpunkt: B-2, utfall: noteras }\n"])],
        rejects: [
            Example(["remisser/remiss/hantering.yaml": "- { synpunkt: ↓B-9, utfall: noteras }\n"]),
            Example(["remisser/remiss/hantering.yaml": "- { synpunkt: B-2, utfall: noteras }\n- { synpunkt: ↓B-2, utfall: noteras }\n"]),
            Example(["remisser/remiss/hantering.yaml": "- { synpunkt: B-2, utfall: noteras, sammanförd-med: [↓B-9] }\n"]),
        ],
        consultation: { consultation in
            let known = Set(consultation.rows.compactMap(\.viewpoint.id?.value))
            var seen: [String: Located<String>] = [:]
            func unknown(_ id: Located<String>) -> Finding {
                let near = nearestName(to: id.value, among: known.sorted())
                return Finding(
                    Message("Synpunkten ”\(id.value)” finns inte i något svar." + (near.map { " Menade du ”\($0)”?" } ?? ""), en: "There is no viewpoint '\(id.value)'." + (near.map { " Did you mean '\($0)'?" } ?? "")),
                    at: id.range)
            }
            return consultation.file.dispositions.flatMap { disposition -> [Finding] in
                guard let id = disposition.viewpoint else { return [] }
                var findings = disposition.mergedWith.filter { !known.contains($0.value) }.map(unknown)
                if !known.contains(id.value) { findings.append(unknown(id)) }
                if let other = seen[id.value] {
                    findings.append(
                        Finding(
                            Message("Synpunkten ”\(id.value)” hanteras två gånger. Slå ihop posterna.", en: "The viewpoint '\(id.value)' is handled twice."), at: id.range,
                            notes: [.init(Message("den första", en: "the first one"), at: other.range)]))
                }
                seen[id.value] = id
                return findings
            }
        })
}
