import Diagnostics
import Model

extension Rule {
    static let respondentAnswered = Rule(
        "respondent-answered",
        summary: Message(
            "Svarsläget på listan stämmer med de svar som finns.",
            en: "The answer status on the list agrees with the responses there are."),
        rationale: Message(
            "Tystnad är ett eget värde och aldrig ett ja. Den som står som inkommet ska ha ett svar, och den som inte har svarat ska stå så.",
            en: "Silence is a value of its own and never approval."),
        yieldsTo: ["response-asked"],
        accepts: [Example([:]), Example("remisser/remiss/remiss.yaml", ("svarsläge: inkommet }\n", "svarsläge: inkommet }\n  - { id: skolan, namn: Skolnämnden, svarsläge: ej inkommit }\n"))],
        rejects: [
            Example("remisser/remiss/remiss.yaml", ("id: byalaget", "id: byalaget"), ("svarsläge: inkommet", "svarsläge: ↓ej inkommit")),
            Example("remisser/remiss/remiss.yaml", ("      - { id: byalaget", "      - { id: byalaget"), ("svarsläge: inkommet }\n", "svarsläge: inkommet }\n  - { id: skolan, namn: Skolnämnden, svarsläge: ↓inkommet }\n")),
            Example("remisser/remiss/remiss.yaml", ("svarsläge: inkommet }\n", "svarsläge: inkommet }\n  - { id: ↓skolan, namn: Skolnämnden }\n")),
        ],
        consultation: { consultation in
            consultation.consultation.respondents.enumerated().compactMap { place, respondent -> Finding? in
                let answers = consultation.responseOfRespondent[place] != nil
                guard let status = respondent.answer else {
                    guard let id = respondent.id, !answers else { return nil }
                    return Finding(
                        Message("Svarsläget saknas för ”\(id.value)”. Skriv inkommet, anstånd, avstår eller ej inkommit.", en: "The answer status of '\(id.value)' is missing."),
                        at: id.range)
                }
                if status.value == .received, !answers {
                    return Finding(Message("Svaret står som inkommet, men ingen fil i svar/ är från instansen.", en: "The answer is said to have come, but no file in svar/ is from this body."), at: status.range)
                }
                if status.value == .missing, answers {
                    return Finding(Message("Svaret står som ej inkommit, men det finns i svar/.", en: "The answer is said not to have come, but it is there in svar/."), at: status.range)
                }
                return nil
            }
        }
    ).needing(.responses)
}
