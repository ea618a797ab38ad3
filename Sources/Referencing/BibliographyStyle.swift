import Markup
import Model

/// Entries as they stand in the bibliography: grouped, sorted, worded by the forms of `Templates/källor.yaml`.
package final class BibliographyStyle: Sendable {
    private let wording: Wording

    package init(_ wording: Wording) {
        self.wording = wording
    }

    /// - Parameter year: with the letter that citations carry.
    package func inlines(_ entry: BibliographyEntry, year: String) -> [Inline] {
        guard let template = wording.template(for: entry) else { return [.text(entry.title)] }
        return template.inlines { value($0, entry, year: year) }
    }

    package func plainText(_ entry: BibliographyEntry, year: String) -> String { Self.plain(inlines(entry, year: year)) }

    /// The members of each group that has any, in its order: laws by name, series by number, others by who made them.
    package func grouped(_ entries: [(id: EntryID, entry: BibliographyEntry, year: String)]) -> [(name: String, members: [EntryID])] {
        let groups = Dictionary(grouping: entries) { wording.group(of: $0.entry) ?? wording.groups.count }
        return groups.sorted { $0.key < $1.key }.map { index, members in
            let name = wording.groups.indices.contains(index) ? wording.groups[index].name?.value ?? "" : "Övriga"
            // One author comes before the same with others.
            let sorted = SwedishOrder.sorted(members, by: { Self.sortKey($0.entry) }, then: { "\($0.year) \($0.entry.title)" })
            return (name, sorted.map(\.id))
        }
    }

    private static func sortKey(_ entry: BibliographyEntry) -> String {
        if entry.type == "legislation" { return LawName(entry).listed }
        if let series = entry.seriesDesignation { return series }
        return NameList.sortText(entry)
    }

    private func value(_ field: String, _ entry: BibliographyEntry, year: String) -> [Inline]? {
        func text(_ text: String) -> [Inline]? { text.isEmpty ? nil : [.text(text)] }
        switch field {
        case "upphov":
            let names = entry.authors.isEmpty ? entry.editors : entry.authors
            return names.isEmpty ? nil : text(NameList.text(names, wording))
        case "roll": return entry.authors.isEmpty && !entry.editors.isEmpty ? text(wording.editor) : nil
        case "år": return text((entry.isCirca ? wording.circa + " " : "") + year)
        case "datum": return entry.issued.map { [.text($0.text)] }
        case "titel": return entry.title.isEmpty ? nil : language(entry, entry.title)
        case "samling": return entry.containerTitle.isEmpty ? nil : language(entry, entry.containerTitle)
        case "band": return text(entry.volume)
        case "häfte": return text(entry.issue)
        case "sidor": return text(entry.page.split(separator: "-").joined(separator: "–"))
        case "nummer": return entry.title.contains(entry.number) ? nil : text(entry.number)
        case "artikel": return entry.page.isEmpty ? text(entry.number) : nil
        case "serie": return text(entry.collectionTitle)
        case "förlag":
            let isSaid = entry.authors.contains { $0.literal.contains(entry.publisher) } || entry.number.hasPrefix(entry.publisher + " ")
            return isSaid ? nil : text(entry.publisher)
        case "ort": return text(entry.publisherPlace)
        // «Handlingsplan för biologisk mångfald. Handlingsplan.» says it twice.
        case "genre": return entry.title.lowercased().contains(entry.genre.lowercased()) ? nil : text(entry.genre)
        case "upplaga": return entry.edition.isEmpty ? nil : text(entry.edition.allSatisfy(\.isNumber) ? "\(entry.edition) \(wording.edition)" : entry.edition)
        case "myndighet":
            let authority = entry.authority.isEmpty ? (entry.authors.isEmpty ? "" : NameList.text(entry.authors, wording)) : entry.authority
            return entry.title.contains(authority) ? nil : text(authority)
        case "beteckning": return entry.seriesDesignation.flatMap { text($0.prefix(1).uppercased() + $0.dropFirst()) }
        case "lagnamn": return text(LawName(entry).listed)
        case "hämtad": return entry.accessed.map { [.text("\(wording.accessed) \($0.text)")] }
        case "länk": return link(entry).map { [.url($0.target, [.text($0.text)])] }
        default: return nil
        }
    }

    /// Titles in another language are marked, so that a screen reader speaks them right.
    private func language(_ entry: BibliographyEntry, _ text: String) -> [Inline] {
        let code = entry.language.prefix(2).lowercased()
        return code.isEmpty || code == "sv" ? [.text(text)] : [.language(code, [.text(text)])]
    }

    private func link(_ entry: BibliographyEntry) -> (target: String, text: String)? {
        if !entry.doi.isEmpty { return ("https://doi.org/" + entry.doi, "doi:" + entry.doi) }
        guard entry.url.hasPrefix("https://") || entry.url.hasPrefix("http://") else { return nil }
        let host = entry.url.split(separator: "/").dropFirst().first.map(String.init) ?? entry.url
        return (entry.url, host)
    }

    /// The words alone.
    package static func plain(_ inlines: [Inline]) -> String {
        inlines.map { inline in
            switch inline {
            case .text(let text): text
            case .emphasis(let parts), .language(_, let parts), .strong(let parts), .span(_, let parts), .link(_, let parts), .url(_, let parts): plain(parts)
            case .anchor, .ready: ""
            }
        }.joined()
    }
}
