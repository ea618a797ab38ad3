import Diagnostics
import Model

extension Rule {
    static let responseHasViewpoints = Rule(
        "response-has-viewpoints",
        summary: Message(
            "Ett svar som tar ställning till innehållet har synpunkter, och ett som inte har något att erinra har inga.",
            en: "A response that takes a stand has viewpoints, and one that has no objection has none."),
        rationale: Message(
            "Det som bara står i sammanfattningen går inte att jämföra eller besvara.",
            en: "What stands in the summary alone can neither be compared nor answered."),
        rejects: [
            Example("remisser/remiss/svar/byalaget.yaml", ("hållning: tillstyrker\n", "hållning: ↓har inget att erinra\n")),
            Example(["remisser/remiss/svar/byalaget.yaml": "respondent: byalaget\ndiarienummer: B 1\nhållning: ↓tillstyrker delvis\nsammanfattning: Byalaget tycker om torget.\n"]),
        ],
        consultation: { consultation in
            consultation.file.responses.compactMap { file in
                guard let stance = file.response.stance else { return nil }
                let isSilent = stance.value == .noObjection || stance.value == .abstains
                // A plain yes needs no more, and who takes no stand has none to give.
                if file.response.viewpoints.isEmpty, !isSilent, ![.supports, .undecided].contains(stance.value) {
                    return Finding(
                        Message("Hållningen är ”\(stance.value.rawValue)”, men svaret har inga synpunkter. Skriv dem var för sig under synpunkter.", en: "The stance is '\(stance.value.rawValue)', but there are no viewpoints."),
                        at: stance.range)
                }
                // Viewpoints that support or state a fact contradict nothing.
                let asks = file.response.viewpoints.contains { [.objects, .requests, .reservation].contains($0.stance?.value) }
                guard isSilent, asks else { return nil }
                return Finding(
                    Message("Hållningen är ”\(stance.value.rawValue)”, men synpunkterna önskar eller invänder något. Välj hållningen som stämmer.", en: "The stance is '\(stance.value.rawValue)', but the viewpoints ask for something."),
                    at: stance.range)
            }
        })
}
