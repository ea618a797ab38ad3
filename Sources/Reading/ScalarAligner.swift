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
        var isInsideEscape = false
        var pairs: [(text: Int, file: Int)] = []
        var distance: Int?
        var offset = 0
        for byte in text.utf8 {
            // One escape of the file can stand for a letter of several bytes.
            if isInsideEscape, byte & 0xC0 == 0x80 {
                offset += 1
                continue
            }
            advance(to: byte)
            if place - offset != distance {
                pairs.append((offset, place))
                distance = place - offset
            }
            isInsideEscape = style == .doubleQuoted && place < region.upperBound && bytes[place] == UInt8(ascii: "\\")
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
            while place < region.upperBound, bytes[place] != UInt8(ascii: "\n"), bytes[place] != UInt8(ascii: "\r") { place += 1 }
            skipLineEnd()
            // An explicit indentation indicator is rare; without it the first line's indentation is the block's.
            var (lineStart, first) = (place, place)
            while first < region.upperBound, isSpace(bytes[first]) {
                if bytes[first] == UInt8(ascii: "\n") { lineStart = first + 1 }
                first += 1
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
        if isSpace(bytes[place]) {
            let isBlank = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n")
            // A folded break or an indented line: the blank of the text is the first of the run.
            if isBlank { return }
            while place < region.upperBound, isSpace(bytes[place]) { place += 1 }
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
        } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
            skipLineEnd()
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

    private mutating func skipLineEnd() {
        if place < region.upperBound, bytes[place] == UInt8(ascii: "\r") { place += 1 }
        if place < region.upperBound, bytes[place] == UInt8(ascii: "\n") { place += 1 }
    }

    private func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\t")
    }
}
