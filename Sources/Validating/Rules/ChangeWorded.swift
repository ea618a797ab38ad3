import Diagnostics
import Model

extension Rule {
    static let changeWorded = Rule(
        "change-worded", .warning,
        summary: Message(
            "En ändring, ett tillägg eller en strykning har ett förslag till lydelse.",
            en: "A change, an addition or a deletion has a proposed wording."),
        rationale: Message(
            "Den som vill ändra texten vet bäst hur den ska lyda. Utan ord måste någon annan gissa.",
            en: "One who wants the text changed knows best how it should read."),
        accepts: [Example([:]), Example("remisser/remiss/svar/byalaget.yaml", ("slag: förtydligande", "slag: ändring\n    förslag: Nämnden städar."))],
        rejects: [
            Example("remisser/remiss/svar/byalaget.yaml", ("slag: förtydligande", "slag: ↓ändring")),
        ],
        consultation: { consultation in
            consultation.rows.compactMap { row in
                guard let kind = row.viewpoint.kindOfViewpoint, [.change, .addition, .deletion].contains(kind.value), row.viewpoint.proposal == nil else { return nil }
                return Finding(
                    Message("Synpunkten föreslår en \(kind.value == .change ? "ändring" : kind.value == .addition ? "text till" : "strykning") men ingen lydelse. Skriv förslag.", en: "The viewpoint proposes a change but no wording."),
                    at: kind.range)
            }
        })
}
