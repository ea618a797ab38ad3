import Diagnostics
import Model

extension Rule {
    static let readingGuide = Rule(
        "reading-guide",
        summary: Message(
            "Läsanvisningen står före det den förklarar och förklarar varje märke.",
            en: "The reading guide stands before what it explains, and explains every mark."),
        rationale: Message(
            "Läsaren måste veta hur delarna ska tolkas och användas, och av vem, innan hon möter dem.",
            en: "A reader must know how the parts are to be read, and by whom, before she meets them."),
        requirements: ["R43"], judgesAbsence: true,
        rejects: [
            Example("program/program.yaml", ("  - kapitel:lasanvisning\n  - fokusomrade:torget\n", "  - fokusomrade:torget\n  - ↓kapitel:lasanvisning\n")),
            Example("program/kapitel/lasanvisning.md", ("titel: Läs", "titel: ↓Läs"), (" **Miniminivå** är det minsta som görs.", "")),
        ]
    ) { catalog in
        let order = catalog.edition.programme.readingOrder
        return catalog.edition.programme.required.chapters.flatMap { chapter -> [Finding] in
            guard let address = chapter.address?.value, let id = catalog.elementsByAddress[address] else { return [] }
            var findings: [Finding] = []
            let place = order.firstIndex { catalog.element(of: $0) == id }
            let first = order.firstIndex { link in catalog.element(of: link).map { catalog[$0].address.kind.rawValue } == chapter.comesBefore?.value }
            if let place, let first, first < place {
                findings.append(
                    Finding(
                        Message(
                            "\(address) ska stå före \(catalog.element(of: order[first]).map { "\(catalog[$0].address)" } ?? "områdena") i läsordningen.",
                            en: "\(address) must come before the areas in the reading order."),
                        at: catalog.site(order[place].site).range, requirement: chapter.requirement?.value))
            }
            let text = catalog.spokenText(of: id)
            findings += Finding.lacking(
                catalog[id].title, chapter.explains.map(\.value).filter { !text.contains($0) }.map { "en förklaring av ”\($0)”" },
                Message("Förklara märket i en tabell, en definition eller i texten.", en: "Explain the mark in a table, a definition or the text."),
                requirement: chapter.requirement?.value)
            return findings
        }
    }
}

extension ResolvedCatalog {
    /// Everything that a page says in its own words: prose, tables, definitions.
    fileprivate func spokenText(of id: ElementID) -> String {
        var texts: [String] = []
        for fact in self[id].content.facts { fact.value.forEachText { texts.append($0) } }
        if let body = self[id].body { texts.append(body.document.plainText) }
        return texts.joined(separator: "\n")
    }
}

extension FactValue {
    fileprivate func forEachText(_ body: (String) -> Void) {
        switch self {
        case .text(let text): body(text)
        case .prose(let prose): body(prose.document.plainText)
        case .list(let values): for value in values { value.forEachText(body) }
        case .record(let facts): for fact in facts { fact.value.forEachText(body) }
        case .link, .citation: break
        }
    }
}
