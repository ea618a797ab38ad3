import Diagnostics
import Model

extension Rule {
    static let viewpointHandled = Rule(
        "viewpoint-handled",
        summary: Message(
            "En avslutad remiss har ett utfall för varje synpunkt.",
            en: "A closed consultation has an outcome for every viewpoint."),
        rationale: Message(
            "Den som har svarat ska få svar. En synpunkt utan utfall är en som ingen har läst.",
            en: "Who has answered should get an answer."),
        accepts: [Example([:]), Example("remisser/remiss/remiss.yaml", ("dokument: program\n", "dokument: program\navslutad: ja\n")).and(Example(["remisser/remiss/hantering.yaml": "- { synpunkt: B-1, utfall: noteras }\n- { synpunkt: B-2, utfall: noteras }\n"]))],
        rejects: [
            Example("remisser/remiss/remiss.yaml", ("dokument: program\n", "dokument: program\navslutad: ja\n")).and("remisser/remiss/svar/byalaget.yaml", ("id: B-2", "id: ↓B-2")).and(Example(["remisser/remiss/hantering.yaml": "- { synpunkt: B-1, utfall: noteras }\n"])),
        ],
        consultation: { consultation in
            guard consultation.isClosing else { return [] }
            return consultation.rows.compactMap { row in
                guard let id = row.viewpoint.id, row.disposition?.outcome == nil else { return nil }
                return Finding(
                    Message("Synpunkten ”\(id.value)” har inget utfall. Lägg till den i hantering.yaml.", en: "The viewpoint '\(id.value)' has no outcome. Add it to hantering.yaml."),
                    at: id.range)
            }
        })
}
