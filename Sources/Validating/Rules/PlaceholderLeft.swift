import Diagnostics
import Model

extension Rule {
    static let placeholderLeft = Rule(
        "placeholder-left",
        summary: Message("Mallens egna texter, och tecken som ingenting säger, är utbytta.", en: "The templates' own texts, and marks that say nothing, are replaced."),
        rationale: Message(
            "En nyckel med ”-” eller med mallens text ser ifylld ut. Det som inte är känt skrivs ut och får en post bland luckorna.",
            en: "A key with '-' or the template's text looks filled in. What isn't known is written out, with an entry among the gaps."),
        accepts: [Example("program/mål.yaml", ("utgångsår: 2025", "utgångsår: inte känt"))],
        rejects: [
            Example("program/mål.yaml", ("intervall: varje år", "intervall: \"↓-\"")),
            Example("program/mål.yaml", ("utgångsår: 2025", "utgångsår: ↓vet ej")),
            Example("program/mål.yaml", ("datakälla: Kommunens enkät.", "datakälla: ↓TBD")),
            Example("program/uppdrag.yaml", ("utanför: [Polisens insatser.]", "utanför: [↓…]")),
            Example("program/teorier/tillfalle.md", ("kärna: Brott kräver ett tillfälle.", "kärna: ↓Skriv kärna här.")),
            Example("program/kapitel/start.md", ("planen>.\n", "planen>.\n\n↓\(TemplateText.introduction)\n")),
            Example("program/program.yaml", ("beslutsinstans: Kommunfullmäktige", "beslutsinstans: Kommunfullmäktige\nsyfte: ↓\(TemplateText.purpose)")),
            Example("remisser/remiss/svar/byalaget.yaml", ("sammanfattning: Byalaget tycker om torget.", "sammanfattning: ↓\(TemplateText.summary)")),
            Example("remisser/remiss/svar/byalaget.yaml", ("diarienummer: B 1", "diarienummer: ↓\(TemplateText.registryNumber)")),
        ]
    ) { catalog in
        let others = Set(catalog.catalog.editions.filter { $0.folder != catalog.edition.folder }.flatMap(\.files))
        return catalog.catalog.leftovers.filter { !others.contains($0.range.file) }.map { left in
            let (told, tells) =
                TemplateText.all.contains(left.text) ? ("ännu mallens text ”\(left.text)”", "still the template's text '\(left.text)'") : ("bara ”\(left.text)”", "only '\(left.text)'")
            return Finding(
                Message(
                    "Här står \(told). Skriv det som gäller\(left.hasKey ? ", eller ta bort nyckeln" : "").",
                    en: "Here stands \(tells). Write what holds\(left.hasKey ? ", or remove the key" : "")."),
                at: left.range)
        }
    }
}
