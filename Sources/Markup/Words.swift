/// Text that means nothing to CommonMark: it needs no tree to be parsed, and no escape to be written.
enum Words {
    /// One line of letters, digits, single marks that never begin or end markup, and blanks inside.
    static func isPlain(_ text: some BidirectionalCollection<UInt8>) -> Bool {
        guard let first = text.first, isLetter(first), text.last != 32 else { return false }
        return text.allSatisfy { isLetter($0) || (48...57).contains($0) || $0 == 32 || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 0x20) || byte >= 0x80 }
}
