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
                if isDigit(left[one]), isDigit(right[other]) {
                    // Numbers go by their value.
                    let (number, another) = (digits(left, &one), digits(right, &other))
                    if number.count != another.count { return number.count < another.count }
                    if let isLess = zip(number, another).first(where: { $0 != $1 }).map({ $0 < $1 }) { return isLess }
                    continue
                }
                // A blank or a mark that stands in both decides nothing.
                guard left[one] == right[other], [32, 40, 41, 44, 46, 58].contains(left[one]) else { return nil }
                left.formIndex(after: &one)
                right.formIndex(after: &other)
                continue
            }
            if first.rank != second.rank { return first.rank < second.rank }
            (one, other) = (first.end, second.end)
        }
        // What is the beginning of the other comes first; of an accent that follows nothing is said.
        if one == left.endIndex, other < right.endIndex, right[other] < 128 { return true }
        if other == right.endIndex, one < left.endIndex, left[one] < 128 { return false }
        return nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

    /// The number that starts at a place, without leading zeros.
    private static func digits(_ text: String.UTF8View, _ index: inout String.Index) -> Substring.UTF8View {
        let end = text[index...].firstIndex { !isDigit($0) } ?? text.endIndex
        defer { index = end }
        return Substring(text[index..<end]).utf8.drop { $0 == 48 }
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

    /// The items in the order of their texts, and where these are equal of the second ones; equal ones keep their order.
    package static func sorted<Item>(_ items: [Item], by text: (Item) -> String, then second: ((Item) -> String)? = nil) -> [Item] {
        let texts = items.map { (first: text($0), second: second?($0) ?? "") }
        return items.indices.sorted { left, right in
            let (one, other) = (texts[left], texts[right])
            if one.first != other.first { return precedes(one.first, other.first) }
            return one.second == other.second ? left < right : precedes(one.second, other.second)
        }.map { items[$0] }
    }
}
