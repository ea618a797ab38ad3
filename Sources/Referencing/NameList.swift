import Model

/// The names of those who made a work, as a list shows and sorts them.
enum NameList {
    /// `Cohen, L. E. & Felson, M.`; bodies whole.
    static func text(_ names: [BibliographyEntry.Name], _ wording: Wording) -> String {
        let shown = names.prefix(names.count > wording.namesInList ? 1 : wording.namesInList).map(text)
        return names.count > wording.namesInList ? "\(shown[0]) \(wording.others)" : shown.joined(with: wording.ampersand)
    }

    private static func text(_ name: BibliographyEntry.Name) -> String {
        guard name.literal.isEmpty else { return name.literal }
        return name.given.isEmpty ? name.displayFamily : "\(name.displayFamily), \(initials(name.given))"
    }

    /// `Lawrence E.` → `L. E.`, `Anna-Karin` → `A.-K.`
    static func initials(_ given: String) -> String {
        given.split(separator: " ").map { word in
            word.split(separator: "-").map { "\($0.prefix(1))." }.joined(separator: "-")
        }.joined(separator: " ")
    }

    /// What an entry is sorted by before its year and title: names, particles last; the title where nobody is named.
    static func sortText(_ entry: BibliographyEntry) -> String {
        let names = entry.authors.isEmpty ? entry.editors : entry.authors
        return names.isEmpty ? entry.title : names.map { $0.sortText + " " + $0.given }.joined(separator: " ")
    }
}
