import Model

/// A citation as text. The number of a law is told apart: it stands only where the law is first mentioned.
package struct WrittenCitation: Sendable, Equatable {
    package let before: String
    /// ` (2017:725)`; nil when nothing depends on the first mention.
    package let number: String?
    package let after: String

    /// As later mentions read.
    package var plain: String { before + after }
    /// As the first mention reads.
    package var full: String { before + (number ?? "") + after }
}

/// In-text citations in the author–date form of Swedish public documents: `Cohen & Felson 1979, s. 589`.
package final class CitationStyle: Sendable {
    private let labels: [Label]
    /// `s.` before a page.
    private let page: String

    private struct Label: Sendable {
        /// In a parenthesis, with `&`; in running text, with `och`.
        var short = ""
        var running = ""
        var year = ""
        /// `Cohen & Felson 1979`; the name alone for a document of a series.
        var work = ""
        var law: Mention?
        /// A document of a series is called by its own name.
        var isSeries = false
    }

    /// A law as running text calls it; the number stands between where the law is first mentioned.
    private struct Mention: Sendable {
        let before: String
        let number: String?
        let after: String

        init(before: String, number: String?, after: String) {
            (self.before, self.number, self.after) = (before, number, after)
        }

        init(_ law: LawName) {
            (before, after) = law.running
            number = law.number.isEmpty || law.isNamedWithoutNumber ? nil : " (\(law.number))"
        }
    }

    package init(_ bibliography: [BibliographyEntry], _ wording: Wording) {
        page = wording.page
        let namesakes = Namesakes(bibliography)
        var labels = bibliography.map { Self.label($0, namesakes, wording) }
        // Works that would read alike get a, b, c after the year, in the order of the list.
        var alike: [String: [Int]] = [:]
        for (index, label) in labels.enumerated() where label.law == nil && !label.isSeries {
            alike[label.short + "|" + label.year, default: []].append(index)
        }
        for group in alike.values where group.count > 1 {
            let sorted = SwedishOrder.sorted(group) { NameList.sortText(bibliography[$0]) + " " + bibliography[$0].title }
            for (number, index) in sorted.enumerated() {
                labels[index].year += (labels[index].year == wording.noDate ? "-" : "") + Self.letters(number)
            }
        }
        for index in labels.indices { labels[index].work = labels[index].isSeries ? labels[index].short : "\(labels[index].short) \(labels[index].year)" }
        self.labels = labels
    }

    /// `a` … `z`, `aa` …
    private static func letters(_ number: Int) -> String {
        (number >= 26 ? letters(number / 26 - 1) : "") + String(UnicodeScalar(97 + UInt8(number % 26)))
    }

    /// `Cohen & Felson 1979, s. 589`: what stands inside the parenthesis.
    package func parenthetical(_ entry: EntryID, locator: String, suppressesAuthor: Bool = false) -> WrittenCitation {
        let label = labels[entry.index]
        let place = Locator.text(locator, page: page)
        if let law = label.law {
            return WrittenCitation(before: place.isEmpty ? law.before : "\(place) \(law.before)", number: law.number, after: law.after)
        }
        let work = suppressesAuthor && !label.isSeries ? label.year : label.work
        return WrittenCitation(before: place.isEmpty ? work : "\(work), \(place)", number: nil, after: "")
    }

    /// `Cohen och Felson (1979, s. 589)`: as a part of the sentence.
    package func narrative(_ entry: EntryID, locator: String) -> WrittenCitation {
        let label = labels[entry.index]
        if label.law != nil || label.isSeries { return parenthetical(entry, locator: locator) }
        let place = Locator.text(locator, page: page)
        return WrittenCitation(before: "\(label.running) (\(label.year)\(place.isEmpty ? "" : ", " + place))", number: nil, after: "")
    }

    /// Who made it, as running text says it: `Cohen och Felson`; the document's own name for laws and series.
    package func running(_ entry: EntryID) -> String {
        labels[entry.index].law.map { $0.before + $0.after } ?? labels[entry.index].running
    }

    /// What stands after a law's name where it is first mentioned: ` (2017:725)`.
    package func number(_ entry: EntryID) -> String? { labels[entry.index].law?.number }

    package func keep(_ writer: inout KeptWriter) {
        writer.text(page)
        writer.list(labels) { writer, label in
            for text in [label.short, label.running, label.year, label.work] { writer.text(text) }
            writer.texts(label.law.map { [$0.before, $0.after] + ($0.number.map { [$0] } ?? []) } ?? [])
            writer.number(label.isSeries ? 1 : 0)
        }
    }

    package init(kept reader: inout KeptReader) throws(KeptReader.Damaged) {
        page = try reader.text()
        labels = try reader.list { (reader) throws(KeptReader.Damaged) in
            var label = Label(short: try reader.text(), running: try reader.text(), year: try reader.text(), work: try reader.text())
            let law = try reader.texts()
            if law.count > 1 { label.law = Mention(before: law[0], number: law.count > 2 ? law[2] : nil, after: law[1]) }
            label.isSeries = try reader.number() == 1
            return label
        }
    }

    /// The year of the bibliography, with its letter.
    package func year(_ entry: EntryID) -> String { labels[entry.index].year }

    private static func label(_ entry: BibliographyEntry, _ namesakes: Namesakes, _ wording: Wording) -> Label {
        var label = Label()
        label.year = entry.issued.map { date in String(date.year) + (entry.issuedUntil.map { "–\($0.year)" } ?? "") } ?? wording.noDate
        if entry.type == "legislation" {
            label.law = Mention(LawName(entry))
        } else if let series = entry.seriesDesignation {
            label.isSeries = true
            label.short = series
        } else {
            let people = entry.authors.isEmpty ? entry.editors : entry.authors
            let names = people.prefix(wording.namesInCitation + 1).map(namesakes.shortName)
            if names.isEmpty {
                label.short = entry.title
            } else if people.count > wording.namesInCitation {
                label.short = "\(names[0]) \(wording.others)"
            } else {
                label.short = names.joined(with: wording.ampersand)
                label.running = names.joined(with: wording.and)
            }
        }
        if label.running.isEmpty { label.running = label.short }
        return label
    }
}

/// Who shares a family name with somebody else, so that A. Berg and Å. Berg are kept apart.
struct Namesakes {
    private var givenByFamily: [String: Set<String>] = [:]

    init(_ bibliography: [BibliographyEntry]) {
        for entry in bibliography {
            for name in entry.authors + entry.editors where name.literal.isEmpty {
                givenByFamily[name.displayFamily, default: []].insert(NameList.initials(name.given))
            }
        }
    }

    func shortName(_ name: BibliographyEntry.Name) -> String {
        guard name.literal.isEmpty, !name.given.isEmpty, (givenByFamily[name.displayFamily]?.count ?? 0) > 1 else { return name.displayFamily }
        return "\(NameList.initials(name.given)) \(name.displayFamily)"
    }
}

extension [String] {
    /// `A, B & C`.
    func joined(with conjunction: String) -> String {
        guard count > 1, let last else { return first ?? "" }
        return dropLast().joined(separator: ", ") + " \(conjunction) " + last
    }
}
