extension Rule.Example {
    /// The smallest project that is right in itself; an example's files take the place of those with the same path.
    package static let surroundings: [String: String] = [
        "styrdok.yaml": "namn: Exempel\nspråk: sv\nbedömningsdag: 2026-01-31\ndokument: [program]\n",
        "referenser.json": """
            [
              { "id": "andersson-2001", "type": "book", "title": "Om brott", "author": [{ "family": "Andersson", "given": "Ada" }], "issued": { "date-parts": [[2001]] } },
              { "id": "exempelkommun-2020", "type": "report", "title": "Plan för trygghet", "author": [{ "literal": "Exempelkommun" }], "issued": { "date-parts": [[2020]] } }
            ]

            """,
        "program/program.yaml": """
            titel: Program för Exempelkommun
            status: utkast
            läsordning: [kapitel:start, fokusomrade:torget]
            kräver:
              teorier: [teori:tillfalle]
              styrdokument: [styrdokument:trygghetsplanen]

            """,
        "program/kapitel/start.md": """
            ---
            titel: Start
            ---
            Vi utgår från [teorin om tillfällen](teori:tillfalle) och följer <styrdokument:trygghetsplanen>.

            """,
        "program/fokusområden/torget.md": """
            ---
            titel: Torget
            syfte: Torget ska vara tryggt att gå över.
            ---

            """,
        "program/teorier/tillfalle.md": """
            ---
            titel: Tillfällen
            kärna: Brott kräver ett tillfälle.
            förklarar: Var brott sker.
            begränsning: Säger inget om varför någon begår brott.
            varför: Kommunen råder över många tillfällen.
            källor:
              ursprung: [andersson-2001]
            ---

            """,
        "program/styrdokument.yaml": """
            - id: trygghetsplanen
              titel: Plan för trygghet
              slag: plan
              ägare: Kommunstyrelsen
              status: gäller
              betydelse: Anger var kommunen börjar.
              källor: [exempelkommun-2020]

            """,
    ]
}
