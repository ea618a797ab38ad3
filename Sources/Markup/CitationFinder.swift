/// Citations in a run of plain text, before they are matched with the source.
enum CitationFinder {
    struct Found {
        let range: Range<Int>
        let items: [CitationItem]
        let isNarrative: Bool
    }

    static func find(_ text: [UInt8]) -> [Found] {
        var found: [Found] = []
        var index = 0
        while let at = text[index...].firstIndex(of: UInt8(ascii: "@")) {
            if let open = openBracket(text, before: at, from: index), let close = closeBracket(text, after: at),
                let items = CitationScanner.items(Array(text[open + 1..<close]))
            {
                found.append(Found(range: open..<close + 1, items: items, isNarrative: false))
                index = close + 1
                continue
            }
            let isFree = at == 0 || !CitationScanner.isAlphanumeric(text[at - 1])
            let end = CitationScanner.endOfKey(text, from: at + 1)
            guard isFree, end > at + 1 else {
                index = at + 1
                continue
            }
            var place = end
            var locator = ""
            // `@key [s. 589]`
            if end + 1 < text.count, text[end] == UInt8(ascii: " "), text[end + 1] == UInt8(ascii: "["),
                let close = text[end...].firstIndex(of: UInt8(ascii: "]")), !text[end..<close].contains(UInt8(ascii: "@"))
            {
                locator = CitationScanner.trimmed(text[end + 2..<close])
                place = close + 1
            }
            let item = CitationItem(
                key: String(decoding: text[at + 1..<end], as: UTF8.self), keyRange: at + 1..<end, prefix: "", locator: locator,
                suppressesAuthor: false)
            found.append(Found(range: at..<place, items: [item], isNarrative: true))
            index = place
        }
        return found
    }

    private static func openBracket(_ text: [UInt8], before at: Int, from start: Int) -> Int? {
        var index = at - 1
        while index >= start {
            if text[index] == UInt8(ascii: "]") { return nil }
            if text[index] == UInt8(ascii: "[") { return index }
            index -= 1
        }
        return nil
    }

    private static func closeBracket(_ text: [UInt8], after at: Int) -> Int? {
        var index = at
        while index < text.count {
            if text[index] == UInt8(ascii: "[") { return nil }
            if text[index] == UInt8(ascii: "]") { return index }
            index += 1
        }
        return nil
    }
}
