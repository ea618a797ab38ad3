import Model

/// A response to begin with, with every element's address at hand. Stance and summary are
/// empty, so that a response that nobody has written can't be taken for an answer: it is refused until they are there.
package enum ResponseScaffold {
    package static func text(_ respondent: Respondent, to consultation: ResolvedConsultation) -> String {
        let catalog = consultation.consulted
        let id = respondent.id?.value ?? ""
        let prefix = String(id.split(separator: "-").compactMap(\.first)).uppercased()
        var lines = [
            "respondent: \(id)", "handlingstyp: Tjänsteutlåtande", "# Skriv numret när ärendet är registrerat.", "diarienummer: \(TemplateText.registryNumber)",
            "# avsändarens-diarienummer:", "# förvaltning:", "# avdelning:", "# handläggare:", "# telefon:", "# e-post:", "# mottagare:", "# datum: ÅÅÅÅ-MM-DD",
            "avtryck: \(consultation.consultation.fingerprint?.value ?? Fingerprint.of(catalog.edition, catalog.catalog))", "behandlingsläge: tjänsteförslag", "# förslag-till-beslut:", "#   - …",
            "# Välj: \(OverallStance.allCases.map(\.rawValue).joined(separator: " · "))", "hållning:", "# Skriv det viktigaste i svaret, så att det går att läsa för sig.", "sammanfattning:", "# bakgrund: |",
            "# ärendet: |", "# beredning: |", "#", "# En synpunkt är en rad: en sak i taget. Ta bort # och fyll i.", "# synpunkter:", "#   - id: \(prefix)-01",
            "#     gäller: [\(catalog.readingOrder.first.map { "\(catalog[$0].address)" } ?? "kapitel:…")]", "#     hållning: önskar   # \(Stance.allCases.map(\.rawValue).joined(separator: " · "))",
            "#     slag: förtydligande   # \(ViewpointKind.allCases.map(\.rawValue).joined(separator: " · "))", "#     bekymmer: …", "#     önskan: …", "#     förslag: …   # ny lydelse, vid ändring, tillägg och strykning",
            "#     konsekvenser: [ekonomi]   # \(Consequence.allCases.map(\.rawValue).joined(separator: " · "))", "#     beslutas-av: kommunstyrelsen   # \(Decider.allCases.map(\.rawValue).joined(separator: " · "))",
            "#     vikt: viktig   # \(Weight.allCases.map(\.rawValue).joined(separator: " · "))", "#", "# Gäller synpunkten helheten: ankare: helhet. Saknas något: ankare: saknas och saknas-i: adressen där det hör hemma.", "#",
            "# Delarna och deras adresser:",
        ]
        let homes = catalog.partOfElement
        let members = Dictionary(grouping: catalog.elementIDs, by: { homes[$0.index] ?? Int.max })
        for (number, part) in catalog.readingOrder.enumerated() {
            lines.append("# \(catalog[part].address)  \(catalog[part].title.value)")
            for id in members[number] ?? [] where id != part { lines.append("#   \(catalog[id].address)  \(catalog[id].title.value)") }
        }
        for id in members[Int.max] ?? [] { lines.append("# \(catalog[id].address)  \(catalog[id].title.value)") }
        return lines.joined(separator: "\n") + "\n"
    }
}
