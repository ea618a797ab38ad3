/// Text that means nothing to CommonMark: it needs no tree to be parsed, and no escape to be written.
enum Words {
    /// One line of letters, digits, marks that never begin or end markup after a letter, and blanks inside.
    static func isPlain(_ text: some BidirectionalCollection<UInt8>) -> Bool {
        guard let first = text.first, isLetter(first), text.last != 32 else { return false }
        return text.allSatisfy { isPlain[Int($0)] }
    }

    private static let isPlain: [Bool] = (0...255).map { byte in
        isLetter(UInt8(byte)) || (48...57).contains(byte) || " ,.-:;()/%?".utf8.contains(UInt8(byte))
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 0x20) || byte >= 0x80 }
}
