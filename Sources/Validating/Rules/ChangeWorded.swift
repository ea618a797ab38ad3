import Diagnostics
import Model

extension Rule {
    static let changeWorded = Rule(
        "change-worded", .warning,
        summary: Message(
            "En ändring, ett tillägg eller en strykning har ett förslag till lydelse, och det är ett annat än den nuvarande.",
            en: "A change, an addition or a deletion has a proposed wording, and it is another than the present one."),
        rationale: Message(
            "Den som vill ändra texten vet bäst hur den ska lyda. Utan ord måste någon annan gissa.",
            en: "One who wants the text changed knows best how it should read."),
        accepts: [Example([:]), Example("remisser/remiss/svar/byalaget.yaml", ("slag: förtydligande", "slag: ändring\n    förslag: Nämnden städar."))],
        rejects: [
            Example("remisser/remiss/svar/byalaget.yaml", ("slag: förtydligande", "slag: ↓ändring")),
            Example(
                "remisser/remiss/svar/byalaget.yaml",
                ("slag: förtydligande", "slag: ändring\n    förslag: ↓Nämnden samlar dem som har ansvar på torget.")),
        ],
        consultation: { consultation in
            consultation.rows.compactMap { row in
                guard let kind = row.viewpoint.kindOfViewpoint, [.change, .addition, .deletion].contains(kind.value) else { return nil }
                if let proposal = row.viewpoint.proposal {
                    guard row.anchors.contains(where: { consultation.consulted.isPresentWording(proposal, of: $0) }) else { return nil }
                    return Finding(.sameWording, at: proposal.range)
                }
                return Finding(
                    Message("Synpunkten föreslår en \(kind.value == .change ? "ändring" : kind.value == .addition ? "text till" : "strykning") men ingen lydelse. Skriv förslag.", en: "The viewpoint proposes a change but no wording."),
                    at: kind.range)
            }
        })
}

extension Message {
    fileprivate static let sameWording = Message(
        "Föreslagen lydelse är densamma som den nuvarande. Skriv hur texten ska lyda i stället.",
        en: "The proposed wording is the same as the present one. Write how it should read instead.")
}
