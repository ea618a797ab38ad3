import Foundation

/// Swedish alphabetical order: å ä ö last, V and W apart, ü as y.
package enum SwedishOrder {
    private static let locale = Locale(identifier: "sv_SE")

    package static func precedes(_ left: String, _ right: String) -> Bool {
        if let isEarlier = byLetters(left, right) { return isEarlier }
        let order = left.compare(right, options: [.caseInsensitive, .numeric], range: nil, locale: locale)
        return order == .orderedSame ? left.utf8.lexicographicallyPrecedes(right.utf8) : order == .orderedAscending
    }

    /// The answer where the first letters that differ say it, as they nearly always do: the locale's comparison takes a
    /// hundred times as long. Nil when anything but plain letters, digits and single blanks comes first.
    package static func byLetters(_ left: String, _ right: String) -> Bool? {
        let left = left.utf8
        let right = right.utf8
        var one = left.startIndex
        var other = right.startIndex
        while one < left.endIndex, other < right.endIndex {
            let first = letter(left, one)
            let second = letter(right, other)
            guard let first, let second else {
                // A digit or a blank that stands in both decides nothing.
                guard left[one] == right[other], left[one] == 32 || (48...57).contains(left[one]) else { return nil }
                left.formIndex(after: &one)
                right.formIndex(after: &other)
                continue
            }
            if first.rank != second.rank { return first.rank < second.rank }
            (one, other) = (first.end, second.end)
        }
        return nil
    }

    /// The place in the alphabet of the letter at `index`, small or capital; nil for anything else, and where an accent
    /// may follow.
    private static func letter(_ text: String.UTF8View, _ index: String.Index) -> (rank: UInt8, end: String.Index)? {
        var end = text.index(after: index)
        let rank: UInt8
        switch text[index] {
        case 0xC3:
            switch text[end] {
            case 0xA5, 0x85: rank = 123
            case 0xA4, 0x84: rank = 124
            case 0xB6, 0x96: rank = 125
            default: return nil
            }
            text.formIndex(after: &end)
        case let byte where (97...122).contains(byte | 0x20): rank = byte | 0x20
        default: return nil
        }
        return end < text.endIndex && text[end] > 0xC3 ? nil : (rank, end)
    }

    /// The items in the order of their texts; equal texts keep their order.
    package static func sorted<Item>(_ items: [Item], by text: (Item) -> String) -> [Item] {
        items.map { (item: $0, text: text($0)) }.enumerated()
            .sorted { left, right in
                if left.element.text == right.element.text { return left.offset < right.offset }
                return precedes(left.element.text, right.element.text)
            }
            .map(\.element.item)
    }
}
