import Foundation

/// Swedish alphabetical order: å ä ö last, V and W apart, ü as y.
package enum SwedishOrder {
    private static let locale = Locale(identifier: "sv_SE")

    package static func precedes(_ left: String, _ right: String) -> Bool {
        let order = left.compare(right, options: [.caseInsensitive, .numeric], range: nil, locale: locale)
        return order == .orderedSame ? left.utf8.lexicographicallyPrecedes(right.utf8) : order == .orderedAscending
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
