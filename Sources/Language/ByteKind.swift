/// What a byte is to a scanner.
enum ByteKind {
    case letter, digit, blank, newline, lead, other

    // A switch, not a table: whether a table is there yet would be asked at every byte.
    @inline(__always)
    static func of(_ byte: UInt8) -> ByteKind {
        switch byte {
        case 97...122, 65...90: .letter
        case 32, 9: .blank
        case 48...57: .digit
        case 10, 13: .newline
        case 128...: .lead
        default: .other
        }
    }

    /// Bytes of the character that begins with this one.
    static func length(_ byte: UInt8) -> Int {
        switch byte {
        case 0xC0...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...: 4
        default: 1
        }
    }
}
