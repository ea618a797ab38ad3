import Diagnostics
import Model
import Referencing

/// Every entry of a bibliography beside what is made of it, for a reviewer to read (Markdown).
package enum ReferenceTable {
    package static func markdown(_ bibliography: [BibliographyEntry], _ wording: Wording) -> String {
        let citations = CitationStyle(bibliography, wording)
        let list = BibliographyStyle(wording)
        let entries = bibliography.indices.map { (id: EntryID($0), entry: bibliography[$0], year: citations.year(EntryID($0))) }
        var text = "# Källor, uppgifter och lydelse\n\n\(bibliography.count) poster.\n"
        for (name, members) in list.grouped(entries) {
            text += "\n## \(name)\n"
            for id in members {
                let entry = bibliography[id.index]
                text += "\n### \(entry.key.value)\n\n"
                text += "- Uppgifter: \(facts(entry))\n"
                text += "- I förteckningen: \(list.plainText(entry, year: citations.year(id)))\n"
                let isLaw = entry.type == "legislation"
                text += "- I parentes: (\(citations.parenthetical(id, locator: isLaw ? "2 kap. 3 §" : "s. 12-14").full))\n"
                text += "- I löpande text: \(citations.narrative(id, locator: "").full)\n"
            }
        }
        return text
    }

    private static func facts(_ entry: BibliographyEntry) -> String {
        func names(_ names: [BibliographyEntry.Name]) -> String { names.map { $0.literal.isEmpty ? "\($0.given) \($0.displayFamily)" : $0.literal }.joined(separator: "; ") }
        let parts: [(String, String)] = [
            ("typ", entry.type), ("upphov", names(entry.authors)), ("redaktör", names(entry.editors)), ("år", entry.issued?.isoText ?? ""), ("titel", entry.title),
            ("i", entry.containerTitle), ("band", entry.volume), ("häfte", entry.issue), ("sidor", entry.page), ("nummer", entry.number), ("serie", entry.collectionTitle),
            ("genre", entry.genre), ("upplaga", entry.edition), ("ort", entry.publisherPlace), ("förlag", entry.publisher), ("myndighet", entry.authority), ("DOI", entry.doi),
            ("ISBN", entry.isbn), ("språk", entry.language),
        ]
        return parts.filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1)" }.joined(separator: " · ")
    }
}
