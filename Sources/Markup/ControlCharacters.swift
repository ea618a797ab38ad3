/// Characters that no text has: they are invisible, HTML forbids them, and libcmark writes U+FFFE and U+FFFF as bytes
/// that are no UTF-8. U+0001 to U+0004 are also marks of our own in what is rendered.
package enum ControlCharacters {
    package static func contains(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 9, 10, 13, 0x85: false
        case 0..<32, 0x7F...0x9F, 0xFFFE, 0xFFFF: true
        default: false
        }
    }

    /// Offset in the text's UTF-8 of the first one.
    package static func first(in text: String) -> Int? {
        guard let index = text.unicodeScalars.firstIndex(where: { contains($0.value) }) else { return nil }
        return text.utf8.distance(from: text.startIndex, to: index)
    }
}
