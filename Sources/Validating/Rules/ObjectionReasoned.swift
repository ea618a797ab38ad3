import Diagnostics
import Model

extension Rule {
    static let objectionReasoned = Rule(
        "objection-reasoned",
        summary: Message(
            "Den som invänder säger varför.",
            en: "One who objects says why."),
        rationale: Message(
            "En invändning utan skäl går inte att pröva.",
            en: "An objection without a reason can not be weighed."),
        rejects: [
            Example("remisser/remiss/svar/byalaget.yaml", ("hållning: tillstyrker\n", "hållning: tillstyrker delvis\n"), ("hållning: önskar", "hållning: ↓invänder")),
        ],
        consultation: { consultation in
            consultation.rows.compactMap { row in
                guard let stance = row.viewpoint.stance, stance.value == .objects, row.viewpoint.concern == nil else { return nil }
                return Finding(Message("Synpunkten invänder utan skäl. Skriv bekymret.", en: "The viewpoint objects without a reason. Write the concern."), at: stance.range)
            }
        })
}
