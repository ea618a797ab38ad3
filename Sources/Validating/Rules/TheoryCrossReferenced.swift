import Diagnostics
import Model

extension Rule {
    static let theoryCrossReferenced = Rule(
        "theory-cross-referenced",
        summary: Message(
            "Varje teori används: minst ett kapitel, fokusområde eller uppdrag hänvisar till den.",
            en: "Every theory is used: at least one chapter, focus area or assignment refers to it."),
        rationale: Message(
            "En teori som inget hänvisar till styr ingenting. Läsaren ska se vilket arbete den bär.",
            en: "A theory that nothing refers to steers nothing. A reader should see which work it carries."),
        requirements: ["R21"],
        judgesAbsence: true,
        accepts: [
            Example([:]),
            Example([
                "program/kapitel/start.md": "---\ntitel: Start\n---\nVi följer <styrdokument:trygghetsplanen>.\n",
                "program/fokusområden/torget.md":
                    "---\ntitel: Torget\nsyfte: Torget ska vara tryggt att gå över.\nteorier: [teori:tillfalle]\n---\n",
            ]),
        ],
        rejects: [
            Example([
                "program/kapitel/start.md": "---\ntitel: Start\n---\nVi följer <styrdokument:trygghetsplanen>.\n",
                "program/teorier/tillfalle.md": """
                ---
                titel: ↓Tillfällen
                kärna: Brott kräver ett tillfälle.
                förklarar: Var brott sker.
                begränsning: Säger inget om varför någon begår brott.
                varför: Kommunen råder över många tillfällen.
                källor:
                  ursprung: [andersson-2001]
                ---

                """,
            ])
        ]
    ) { catalog in
        catalog.all(Theory.self).compactMap { id, element, _ in
            guard !catalog.isCrossReferenced(id) else { return nil }
            return Finding(
                Message(
                    "Inget kapitel, fokusområde eller uppdrag hänvisar till teorin ”\(element.title.value)”. Skriv [text](\(element.address)) där den används.",
                    en: "No chapter, focus area or assignment refers to the theory '\(element.title.value)'. Write [text](\(element.address)) where it is used."),
                at: element.title.range)
        }
    }
}
