import Markup
import Model

/// The kinds of source that a bibliography is grouped by, in the order of the list.
package enum SourceGroup: String, CaseIterable, Sendable {
    case laws = "Författningar"
    case preparatoryWorks = "Förarbeten och skrivelser"
    case cityDocuments = "Stadens dokument"
    case agencyReports = "Rapporter från myndigheter och andra organisationer"
    case research = "Forskning"
    case web = "Webbkällor"

    package init(_ entry: BibliographyEntry) {
        switch entry.type {
        case "legislation": self = .laws
        case "webpage": self = .web
        case "article-journal", "article-magazine", "book", "chapter", "thesis": self = .research
        default:
            if entry.type == "bill" || entry.seriesDesignation != nil {
                self = .preparatoryWorks
            } else {
                let isCity = entry.authors.contains { $0.literal.contains("Stockholm") || $0.literal.hasSuffix("stadsdelsförvaltning") }
                self = isCity ? .cityDocuments : .agencyReports
            }
        }
    }
}

/// An entry as it stands in the bibliography.
package enum BibliographyText {
    package static func inlines(_ entry: BibliographyEntry, year: String) -> [Inline] {
        var parts: [[Inline]] = []
        if entry.type == "legislation" {
            parts.append([.text(entry.title)])
        } else if let series = entry.seriesDesignation {
            parts.append([.text(series.prefix(1).uppercased() + series.dropFirst())])
            parts.append([.emphasis([.text(entry.title)])])
            parts.append([.text(entry.authority.isEmpty ? entry.authors.map(\.displayFamily).joined(separator: ", ") : entry.authority)])
        } else {
            parts.append(head(entry, year: year))
            parts += work(entry)
        }
        var inlines: [Inline] = []
        for part in parts {
            guard let text = plain(part), !text.isEmpty else { continue }
            if !inlines.isEmpty { inlines.append(.text(" ")) }
            inlines += part
            // A title that ends a sentence by itself gets no second full stop.
            if let last = text.last, !".?!".contains(last) { inlines.append(.text(".")) }
        }
        if let link = link(entry) { inlines += [.text(" "), .url(link.target, [.text(link.text)])] }
        return inlines
    }

    /// The text that entries are sorted by inside their group.
    package static func sortKey(_ entry: BibliographyEntry, year: String) -> String {
        if entry.type == "legislation" { return entry.title }
        if let series = entry.seriesDesignation { return series }
        let names = entry.authors.isEmpty ? entry.editors : entry.authors
        return (names.map { $0.sortText + " " + $0.given } + [year, entry.title]).joined(separator: " ")
    }

    private static func head(_ entry: BibliographyEntry, year: String) -> [Inline] {
        let isEdited = entry.authors.isEmpty && !entry.editors.isEmpty
        let names = (isEdited ? entry.editors : entry.authors).map(name)
        guard !names.isEmpty else { return [] }
        let listed = names.count > 7 ? names[0] + " m.fl." : names.count > 1 ? names.dropLast().joined(separator: ", ") + " & " + names.last! : names[0]
        return [.text("\(listed) \(isEdited ? "(red.) " : "")(\(entry.isCirca ? "ca " : "")\(year))")]
    }

    private static func work(_ entry: BibliographyEntry) -> [[Inline]] {
        let hasName = !entry.authors.isEmpty || !entry.editors.isEmpty
        let title = hasName ? entry.title : "\(entry.title) (\(entry.issued.map { String($0.year) } ?? "u.å."))"
        let number = entry.number.isEmpty || entry.title.contains(entry.number) ? "" : entry.number
        switch entry.type {
        case "article-journal", "article-magazine", "chapter":
            var place: [Inline] = entry.containerTitle.isEmpty ? [] : [.emphasis(language(entry, entry.containerTitle))]
            var rest = entry.volume.isEmpty ? "" : " " + entry.volume
            if !entry.issue.isEmpty { rest += rest.isEmpty ? " \(entry.issue)" : "(\(entry.issue))" }
            if !entry.page.isEmpty { rest += ", s. " + entry.page.split(separator: "-").joined(separator: "–") }
            if entry.page.isEmpty, !number.isEmpty { rest += ", artikel " + number }
            if !rest.isEmpty { place.append(.text(rest)) }
            return [language(entry, title), place]
        default:
            let edition = entry.edition.isEmpty ? "" : entry.edition.allSatisfy(\.isNumber) ? "\(entry.edition) uppl." : entry.edition
            let genre = [entry.genre, number].filter { !$0.isEmpty }.joined(separator: " ")
            let isSelfPublished = entry.authors.contains { $0.literal == entry.publisher }
            let publisher = isSelfPublished ? "" : [entry.publisherPlace, entry.publisher].filter { !$0.isEmpty }.joined(separator: ": ")
            return [[.emphasis(language(entry, title))]] + [edition, genre, entry.authority, publisher].filter { !$0.isEmpty }.map { [.text($0)] }
        }
    }

    /// Titles in another language are marked, so that a screen reader speaks them right.
    private static func language(_ entry: BibliographyEntry, _ text: String) -> [Inline] {
        let code = entry.language.prefix(2).lowercased()
        return code.isEmpty || code == "sv" ? [.text(text)] : [.language(code, [.text(text)])]
    }

    private static func name(_ name: BibliographyEntry.Name) -> String {
        guard name.literal.isEmpty else { return name.literal }
        return name.given.isEmpty ? name.displayFamily : "\(name.displayFamily), \(initials(name.given))"
    }

    private static func initials(_ given: String) -> String {
        given.split(separator: " ").map { word in
            word.split(separator: "-").map { "\($0.prefix(1))." }.joined(separator: "-")
        }.joined(separator: " ")
    }

    private static func link(_ entry: BibliographyEntry) -> (target: String, text: String)? {
        if !entry.doi.isEmpty { return ("https://doi.org/" + entry.doi, "doi:" + entry.doi) }
        guard entry.url.hasPrefix("https://") || entry.url.hasPrefix("http://") else { return nil }
        let host = entry.url.split(separator: "/").dropFirst().first.map(String.init) ?? entry.url
        return (entry.url, host)
    }

    private static func plain(_ inlines: [Inline]) -> String? {
        var text = ""
        for inline in inlines {
            switch inline {
            case .text(let part): text += part
            case .emphasis(let parts), .language(_, let parts), .strong(let parts): text += plain(parts) ?? ""
            default: return nil
            }
        }
        return text
    }
}
