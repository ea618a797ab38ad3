import Diagnostics
import Model

extension Rule {
    static let responseDecided = Rule(
        "response-decided", .warning,
        summary: Message(
            "Ett svar som är beslutat säger av vem och när.",
            en: "A response that is decided says by whom and when."),
        rationale: Message(
            "Den som läser ska kunna hitta protokollet.",
            en: "A reader should be able to find the minutes."),
        accepts: [Example([:]), Example("remisser/remiss/svar/byalaget.yaml", ("hållning: tillstyrker", "behandlingsläge: nämndbeslut\nbeslut: { organ: Byarådet, datum: 2026-01-15 }\nhållning: tillstyrker"))],
        rejects: [
            Example("remisser/remiss/svar/byalaget.yaml", ("hållning: tillstyrker", "behandlingsläge: ↓nämndbeslut\nhållning: tillstyrker")),
            Example("remisser/remiss/svar/byalaget.yaml", ("hållning: tillstyrker", "behandlingsläge: ↓nämndbeslut\nbeslut: { organ: Byarådet }\nhållning: tillstyrker")),
        ],
        consultation: { consultation in
            consultation.file.responses.compactMap { file in
                guard let handling = file.response.handling, [.committeeDecision, .delegatedDecision].contains(handling.value) else { return nil }
                let missing = [file.response.decision?.body == nil ? "organ" : nil, file.response.decision?.date == nil ? "datum" : nil].compactMap(\.self)
                guard !missing.isEmpty else { return nil }
                return Finding(
                    Message("Svaret är beslutat, men beslutets \(missing.formatted("och")) saknas. Fyll i det under beslut.", en: "The response is decided, but the decision lacks \(missing.joined(separator: " and "))."),
                    at: handling.range)
            }
        })
}
