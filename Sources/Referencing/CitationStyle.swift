import Model

/// In-text citations in the author–date form of Swedish public documents: `Cohen & Felson 1979, s. 589`.
package final class CitationStyle: Sendable {
    private let labels: [Label]

    private struct Label: Sendable {
        /// In a parenthesis, with `&`; in running text, with `och`.
        var short = ""
        var running = ""
        var year = ""
        /// A law or a document of a series is called by its own name; the place stands before it or after it.
        var isNamed = false
        var isLaw = false
    }

    package init(_ bibliography: [BibliographyEntry]) {
        var labels = bibliography.map(Self.label)
        // Works that would read alike get a, b, c after the year, in the order of the list.
        var alike: [String: [Int]] = [:]
        for (index, label) in labels.enumerated() where !label.isNamed {
            alike[label.short + "|" + label.year, default: []].append(index)
        }
        for group in alike.values where group.count > 1 {
            for (number, index) in group.enumerated() where number < 26 {
                labels[index].year += (labels[index].year == "u.å." ? "-" : "") + String(UnicodeScalar(97 + UInt8(number)))
            }
        }
        self.labels = labels
    }

    /// `Cohen & Felson 1979, s. 589`: what stands inside the parenthesis.
    package func parenthetical(_ entry: EntryID, locator: String, suppressesAuthor: Bool = false) -> String {
        let label = labels[entry.index]
        if label.isLaw { return locator.isEmpty ? label.short : "\(locator) \(label.short)" }
        let work = label.isNamed ? label.short : suppressesAuthor ? label.year : "\(label.short) \(label.year)"
        return locator.isEmpty ? work : "\(work), \(locator)"
    }

    /// `Cohen och Felson (1979, s. 589)`: as a part of the sentence.
    package func narrative(_ entry: EntryID, locator: String) -> String {
        let label = labels[entry.index]
        if label.isNamed { return parenthetical(entry, locator: locator) }
        return "\(label.running) (\(label.year)\(locator.isEmpty ? "" : ", " + locator))"
    }

    /// The year of the bibliography, with its letter.
    package func year(_ entry: EntryID) -> String { labels[entry.index].year }

    private static func label(_ entry: BibliographyEntry) -> Label {
        var label = Label()
        label.year = entry.issued.map { String($0.year) } ?? "u.å."
        if entry.type == "legislation" {
            label.isLaw = true
            label.isNamed = true
            label.short = entry.shortTitle.isEmpty ? entry.title : entry.shortTitle
        } else if let series = entry.seriesDesignation {
            label.isNamed = true
            label.short = series
        } else {
            let names = (entry.authors.isEmpty ? entry.editors : entry.authors).map(\.displayFamily)
            switch names.count {
            case 0: label.short = entry.title
            case 1: label.short = names[0]
            case 2: label.short = "\(names[0]) & \(names[1])"
            default: label.short = "\(names[0]) m.fl."
            }
            label.running = names.count == 2 ? "\(names[0]) och \(names[1])" : label.short
        }
        if label.running.isEmpty { label.running = label.short }
        return label
    }
}

extension BibliographyEntry {
    /// `prop. 2022/23:43`, `SOU 2021:49`, `dir. 2019:94`: the series that a preparatory work is called by.
    package var seriesDesignation: String? {
        for (prefix, form) in [("Prop. ", "prop. "), ("Dir. ", "dir. "), ("Skr. ", "skr. "), ("Bet. ", "bet. "), ("SOU ", "SOU "), ("Ds ", "Ds ")]
        where number.hasPrefix(prefix) {
            return form + number.dropFirst(prefix.count)
        }
        return nil
    }
}
