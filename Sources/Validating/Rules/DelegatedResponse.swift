import Diagnostics
import Model

extension Rule {
    static let delegatedResponse = Rule(
        "delegated-response",
        summary: Message(
            "Ett delegationsbeslut är inte ett yttrande till kommunfullmäktige.",
            en: "A delegated decision is no opinion to the city council."),
        rationale: Message(
            "Kommunallagen (2017:725) 6 kap. 38 § förbjuder att yttranden till fullmäktige delegeras.",
            en: "The local government act forbids delegating opinions to the council."),
        accepts: [Example([:]), Example("remisser/remiss/svar/byalaget.yaml", ("hållning: tillstyrker", "mottagare: Kommunstyrelsen\nbehandlingsläge: delegationsbeslut\nbeslut: { organ: Byarådet, datum: 2026-01-15 }\nhållning: tillstyrker"))],
        rejects: [
            Example("remisser/remiss/svar/byalaget.yaml", ("hållning: tillstyrker", "mottagare: Kommunfullmäktige\nbehandlingsläge: ↓delegationsbeslut\nbeslut: { organ: Byarådet, datum: 2026-01-15 }\nhållning: tillstyrker")),
        ],
        consultation: { consultation in
            consultation.file.responses.compactMap { file in
                guard let handling = file.response.handling, handling.value == .delegatedDecision,
                    file.response.recipient?.value.lowercased().contains("fullmäktige") == true
                else { return nil }
                return Finding(
                    Message(
                        "Ett yttrande till kommunfullmäktige får inte beslutas på delegation (6 kap. 38 § kommunallagen). Nämnden beslutar själv.",
                        en: "An opinion to the city council may not be decided by delegation. The committee decides itself."),
                    at: handling.range)
            }
        })
}
