/// Whether source bytes say a destination.
enum Unescaping {
    /// Backslash escapes are undone; an entity matches whatever stands at its place, since only libcmark has the table.
    static func matches(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ destination: String) -> Bool {
        var wanted = Array(destination.utf8)[...]
        var index = range.lowerBound
        while index < range.upperBound {
            var byte = text[index]
            index += 1
            if byte == UInt8(ascii: "\\"), index < range.upperBound, isPunctuation(text[index]) {
                byte = text[index]
                index += 1
            } else if byte == UInt8(ascii: "&"), wanted.first != byte || isEntity(text, index, range.upperBound) {
                guard let end = text[index..<range.upperBound].firstIndex(of: UInt8(ascii: ";")) else { return false }
                let rest = end + 1..<range.upperBound
                return !wanted.isEmpty && (1...8).contains { length in
                    wanted.count >= length && matches(text, rest, String(decoding: wanted.dropFirst(length), as: UTF8.self))
                }
            }
            guard wanted.popFirst() == byte else { return false }
        }
        return wanted.isEmpty
    }

    private static func isEntity(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        var index = start
        while index < end, index - start < 33 {
            if text[index] == UInt8(ascii: ";") { return index > start }
            guard CitationScanner.isAlphanumeric(text[index]) || text[index] == UInt8(ascii: "#") else { return false }
            index += 1
        }
        return false
    }

    private static func isPunctuation(_ byte: UInt8) -> Bool {
        (33...47).contains(byte) || (58...64).contains(byte) || (91...96).contains(byte) || (123...126).contains(byte)
    }
}

/// Link reference definitions: `[label]: destination`.
enum Definitions {
    /// Where each destination that a definition gives stands in the text; the first one counts.
    static func find(_ text: UnsafeBufferPointer<UInt8>, _ lineStarts: [Int]) -> [String: Range<Int>] {
        var found: [String: Range<Int>] = [:]
        for start in lineStarts {
            var index = start
            while index < text.count, text[index] == 32 || text[index] == UInt8(ascii: ">") { index += 1 }
            guard index < text.count, text[index] == UInt8(ascii: "["),
                let close = text[index...].firstIndex(of: UInt8(ascii: "]")), close + 1 < text.count, text[close + 1] == UInt8(ascii: ":")
            else { continue }
            index = close + 2
            while index < text.count, text[index] == 32 || text[index] == 9 || text[index] == 10 || text[index] == 13 { index += 1 }
            let isAngled = index < text.count && text[index] == UInt8(ascii: "<")
            if isAngled { index += 1 }
            let first = index
            while index < text.count, isAngled ? text[index] != UInt8(ascii: ">") : text[index] > 32 { index += 1 }
            let destination = String(decoding: text[first..<index], as: UTF8.self)
            if found[destination] == nil { found[destination] = first..<index }
        }
        return found
    }
}
