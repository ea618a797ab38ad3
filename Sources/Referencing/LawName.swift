import Model

/// A law's title and number taken apart: what it is called in a list and in running text.
struct LawName {
    /// `2017:725`; empty when none is known.
    let number: String
    /// `Kommunallag`, `Lag om offentlig upphandling`.
    private let title: String
    private let shortTitle: String

    init(_ entry: BibliographyEntry) {
        var title = entry.title
        var number = entry.number.hasPrefix("SFS ") ? String(entry.number.dropFirst(4)) : entry.number
        if let found = Self.number(in: title) {
            if number.isEmpty { number = found.number }
            title.removeSubrange(found.range)
        }
        self.title = title
        self.number = number
        shortTitle = entry.shortTitle
    }

    /// ` (2017:725)` in a title, with the blanks before it; by hand, since a regular expression costs more than all else
    /// that is done with an entry.
    private static func number(in title: String) -> (number: String, range: Range<String.Index>)? {
        var from = title.startIndex
        while let open = title[from...].firstIndex(of: "("), let close = title[open...].firstIndex(of: ")") {
            from = title.index(after: open)
            var inside = title[from..<close]
            if inside.hasPrefix("SFS ") { inside = inside.dropFirst(4) }
            let year = inside.prefix(4)
            guard year.utf8.count == 4, year.allSatisfy(\.isNumber), inside.dropFirst(4).first == ":", inside.count > 5,
                inside.dropFirst(5).allSatisfy({ $0.isLetter || $0.isNumber || $0 == "." || $0 == " " })
            else { continue }
            var start = open
            while start > title.startIndex, title[title.index(before: start)].isWhitespace { start = title.index(before: start) }
            return (String(inside), start..<title.index(after: close))
        }
        return nil
    }

    /// As it stands in a list: `Kommunallag (2017:725)`, `Lag (2016:1145) om offentlig upphandling`.
    var listed: String {
        guard !number.isEmpty else { return title }
        guard let rest = afterFirstWord else { return "\(title) (\(number))" }
        return "\(title.dropLast(rest.count)) (\(number))\(rest)"
    }

    /// As running text calls it, before and after the place of the number at first mention: (`kommunallagen`, ``),
    /// (`lagen`, ` om offentlig upphandling`).
    var running: (before: String, after: String) {
        if !shortTitle.isEmpty {
            let first = shortTitle.prefix { $0 != " " }
            // «lagen om …»: the number follows the first word.
            return ["lagen", "förordningen"].contains(first) ? (String(first), String(shortTitle.dropFirst(first.count))) : (shortTitle, "")
        }
        guard let rest = afterFirstWord else { return (Self.definite(title), "") }
        return (Self.definite(String(title.dropLast(rest.count))), String(rest))
    }

    /// The fundamental laws and the codes are called by their names alone.
    var isNamedWithoutNumber: Bool {
        let name = running.before
        return name.hasSuffix("balken") || ["regeringsformen", "successionsordningen", "tryckfrihetsförordningen", "yttrandefrihetsgrundlagen"].contains(name)
    }

    /// What follows `Lag` or `Förordning` when the title goes on: ` om offentlig upphandling`; nil for a name in one.
    private var afterFirstWord: Substring? {
        let first = title.prefix { $0 != " " }
        guard ["Lag", "Förordning", "Kungörelse"].contains(first), first.count < title.count else { return nil }
        return title.dropFirst(first.count)
    }

    /// `Kommunallag` → `kommunallagen`.
    private static func definite(_ name: String) -> String {
        let lower = name.prefix(1).lowercased() + name.dropFirst()
        for (ending, definite) in [("lag", "lagen"), ("balk", "balken"), ("form", "formen"), ("ordning", "ordningen"), ("stadga", "stadgan"), ("reglemente", "reglementet")]
        where lower.hasSuffix(ending) {
            return lower.dropLast(ending.count) + definite
        }
        return lower
    }
}
