import Diagnostics
import Model

extension Rule {
    static let stanceConsistent = Rule(
        "stance-consistent", .warning,
        summary: Message(
            "Den som tillstyrker helheten invänder inte mot en del av den.",
            en: "One who supports the whole does not object to a part of it."),
        rationale: Message(
            "Ett rent tillstyrkande med en invändning kan läsas på två sätt. Då passar ”tillstyrker delvis” eller ”under förutsättning att synpunkterna beaktas”.",
            en: "Plain support with an objection can be read in two ways."),
        accepts: [Example([:]), Example("remisser/remiss/svar/byalaget.yaml", ("hållning: tillstyrker\n", "hållning: tillstyrker delvis\n"), ("hållning: önskar", "hållning: invänder"), ("önskan: Säg vem som städar.", "bekymmer: Ingen städar."))],
        rejects: [
            Example("remisser/remiss/svar/byalaget.yaml", ("hållning: önskar", "hållning: ↓invänder"), ("önskan: Säg vem som städar.", "bekymmer: Ingen städar.")),
        ],
        consultation: { consultation in
            consultation.rows.compactMap { row in
                guard let stance = row.viewpoint.stance, stance.value == .objects, let whole = consultation.file.responses[row.response].response.stance, whole.value == .supports else { return nil }
                return Finding(
                    Message(
                        "Synpunkten invänder, men svaret tillstyrker helheten utan villkor. Välj en hållning som stämmer, till exempel ”tillstyrker delvis”.",
                        en: "The viewpoint objects, but the response supports the whole without conditions. Choose a stance that agrees."),
                    at: stance.range, notes: [.init(Message("hållningen till helheten", en: "the stance to the whole"), at: whole.range)])
            }
        })
}
