import Diagnostics
import Model

extension Rule {
    static let viewpointOneClaim = Rule(
        "viewpoint-one-claim", .information,
        summary: Message(
            "En rad är en synpunkt: en önskan i taget.",
            en: "A row is one viewpoint: one wish at a time."),
        rationale: Message(
            "Två önskemål i samma rad får samma utfall, fast bara det ena kanske går att tillgodose.",
            en: "Two wishes in one row get the same outcome though only one may be met."),
        rejects: [
            Example("remisser/remiss/svar/byalaget.yaml", ("    önskan: Säg vem som städar.\n", "    önskan: |\n      ↓- Säg vem som städar.\n      - Säg när det görs.\n")),
        ],
        consultation: { consultation in
            consultation.rows.compactMap { row in
                guard let wish = row.viewpoint.wish, wish.document.listItems > 1 else { return nil }
                return Finding(
                    Message("Önskan är en lista. Gör en synpunkt av varje punkt, så får var och en sitt eget utfall.", en: "The wish is a list. Make one viewpoint of each item."),
                    at: wish.range)
            }
        })
}
