import Diagnostics
import Model

extension Rule {
    static let dispositionReasoned = Rule(
        "disposition-reasoned",
        summary: Message(
            "Den som inte får som hen vill får veta varför.",
            en: "One whose viewpoint is not met is told why."),
        rationale: Message(
            "Ett nej utan skäl går varken att förstå eller att överklaga i sak.",
            en: "A refusal without a reason can not be understood."),
        accepts: [Example([:]), Example(["remisser/remiss/hantering.yaml": "- { synpunkt: B-1, utfall: tillgodoses inte, skäl: Torget sköts av någon annan. }\n"])],
        rejects: [
            Example(["remisser/remiss/hantering.yaml": "- { synpunkt: B-1, utfall: ↓tillgodoses inte }\n"]),
        ],
        consultation: { consultation in
            consultation.file.dispositions.compactMap { disposition in
                guard let outcome = disposition.outcome, [.notMet, .partlyMet, .referred].contains(outcome.value), disposition.reason == nil else { return nil }
                return Finding(Message("Utfallet är ”\(outcome.value.rawValue)” utan skäl. Skriv skäl.", en: "The outcome is '\(outcome.value.rawValue)' without a reason."), at: outcome.range)
            }
        })
}
