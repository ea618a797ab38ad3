import Glibc
/// Finds where each part of a YAML scalar's text stands in the file.
///
/// Quotes, escapes, folding and indentation make text and file differ; walking both side by side, forward only, says
/// where the distance between them changes.
struct ScalarAligner {
    private let bytes: [UInt8]
    private let region: Range<Int>
    private let style: ScalarStyle
    private var place: Int
    /// Spaces that every line of a block scalar begins with.
    private var indentation = 0

    init(bytes: [UInt8], region: Range<Int>, start: Int, style: ScalarStyle) {
        self.bytes = bytes
        self.region = region
        self.style = style
        place = start
    }

    /// Pairs (offset in the text, offset in the file) at which the distance changes, the first at 0.
    mutating func align(_ text: String) -> [(text: Int, file: Int)] {
        if style == .plain, isSame(text) { return [] }
        skipOpening()
        var isInsideCharacter = false
        var pairs: [(text: Int, file: Int)] = []
        var distance: Int?
        var offset = 0
        for byte in text.utf8 {
            // One escape of the file can stand for a letter of several bytes, and a line end may have several.
            if isInsideCharacter, byte & 0xC0 == 0x80 {
                offset += 1
                continue
            }
            advance(to: byte)
            // What can't be found stands at the end, and no place is outside the file.
            let found = min(place, region.upperBound - 1)
            if found - offset != distance {
                pairs.append((offset, found))
                distance = found - offset
            }
            isInsideCharacter = style == .doubleQuoted && place < region.upperBound && bytes[place] == UInt8(ascii: "\\") || lineEndLength(at: place) > 2
            consume()
            offset += 1
        }
        return pairs
    }

    private func isSame(_ text: String) -> Bool {
        place + text.utf8.count <= region.upperBound
            && bytes.withUnsafeBytes { bytes in
                text.utf8.withContiguousStorageIfAvailable { memcmp(bytes.baseAddress! + place, $0.baseAddress!, $0.count) == 0 } ?? false
            }
    }

    private mutating func skipOpening() {
        switch style {
        case .singleQuoted, .doubleQuoted: place += 1
        case .literal, .folded:
            while place < region.upperBound, lineEndLength(at: place) == 0 { place += 1 }
            place += lineEndLength(at: place)
            // An explicit indentation indicator is rare; without it the first line's indentation is the block's.
            var (lineStart, first) = (place, place)
            while spaceLength(at: first) > 0 {
                let isLineEnd = lineEndLength(at: first) > 0
                first += spaceLength(at: first)
                if isLineEnd { lineStart = first }
            }
            indentation = first - lineStart
            // Empty lines at the beginning are line breaks of the text.
            skipIndentation()
        default: break
        }
    }

    /// Moves over what the file has and the text hasn't.
    private mutating func advance(to byte: UInt8) {
        guard place < region.upperBound else { return }
        if bytes[place] == byte, !(style == .doubleQuoted && byte == UInt8(ascii: "\\")) { return }
        if spaceLength(at: place) > 0 {
            let isBlank = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n")
            // A folded break or an indented line: the blank of the text is the first of the run.
            if isBlank { return }
            while spaceLength(at: place) > 0, bytes[place] != byte { place += spaceLength(at: place) }
        }
    }

    /// Moves past the character of the file that the current byte of the text came from.
    private mutating func consume() {
        guard place < region.upperBound else { return }
        let byte = bytes[place]
        if style == .doubleQuoted, byte == UInt8(ascii: "\\"), place + 1 < region.upperBound {
            let escape = bytes[place + 1]
            let digits = escape == UInt8(ascii: "x") ? 2 : escape == UInt8(ascii: "u") ? 4 : escape == UInt8(ascii: "U") ? 8 : 0
            place += 2 + digits
        } else if style == .singleQuoted, byte == UInt8(ascii: "'") {
            place += 2
        } else if lineEndLength(at: place) > 0 {
            place += lineEndLength(at: place)
            while place < region.upperBound, bytes[place] == UInt8(ascii: " "), !isBlockText { place += 1 }
            if isBlockText { skipIndentation() }
        } else {
            place += 1
        }
        place = min(place, region.upperBound)
    }

    private var isBlockText: Bool { style == .literal || style == .folded }

    private mutating func skipIndentation() {
        var left = indentation
        while left > 0, place < region.upperBound, bytes[place] == UInt8(ascii: " ") {
            place += 1
            left -= 1
        }
    }

    /// How many bytes the line end at a place has: LF, CR, both, or one of those that YAML takes from Unicode; 0 where
    /// there is none.
    private func lineEndLength(at place: Int) -> Int {
        guard place < region.upperBound else { return 0 }
        switch bytes[place] {
        case UInt8(ascii: "\n"): return 1
        case UInt8(ascii: "\r"): return place + 1 < region.upperBound && bytes[place + 1] == UInt8(ascii: "\n") ? 2 : 1
        case 0xC2: return place + 1 < region.upperBound && bytes[place + 1] == 0x85 ? 2 : 0
        case 0xE2: return place + 2 < region.upperBound && bytes[place + 1] == 0x80 && (bytes[place + 2] == 0xA8 || bytes[place + 2] == 0xA9) ? 3 : 0
        default: return 0
        }
    }

    /// The same for blanks and line ends.
    private func spaceLength(at place: Int) -> Int {
        guard place < region.upperBound else { return 0 }
        return bytes[place] == UInt8(ascii: " ") || bytes[place] == UInt8(ascii: "\t") ? 1 : lineEndLength(at: place)
    }
}
