/// What one block may hold. libcmark 0.30.2 takes quadratic time for `![[]()` and the like (CVE-2023-22486): such a text
/// is not parsed, and its author is told.
enum Limits {
    /// 2 500 openings take some twenty milliseconds at the worst.
    static let brackets = 2_500
    static let nesting = 100

    /// The block that is too complex, if there is one.
    static func exceeded(_ text: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        var blockStart = 0
        var brackets = 0
        var lineStart = 0
        while lineStart < text.count {
            var index = lineStart
            var markers = 0
            var isPrefix = true
            var previous: UInt8 = 0
            while index < text.count, text[index] != UInt8(ascii: "\n"), text[index] != UInt8(ascii: "\r") {
                let byte = text[index]
                if byte == UInt8(ascii: "[") { brackets += 1 }
                if isPrefix {
                    switch byte {
                    case UInt8(ascii: ">"): markers += 1
                    case UInt8(ascii: " "), UInt8(ascii: "\t"):
                        if previous == UInt8(ascii: "-") || previous == UInt8(ascii: "*") || previous == UInt8(ascii: "+")
                            || previous == UInt8(ascii: ".") || previous == UInt8(ascii: ")")
                        {
                            markers += 1
                        }
                    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: ")"), 48...57: break
                    default: isPrefix = false
                    }
                }
                previous = byte
                index += 1
            }
            let isDeep = markers > nesting || leadingBlanks(text, lineStart, index) > nesting * 8
            if isDeep || brackets > self.brackets { return blockStart..<index }
            let isBlank = text[lineStart..<index].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
            if index < text.count, text[index] == UInt8(ascii: "\r") { index += 1 }
            if index < text.count, text[index] == UInt8(ascii: "\n") { index += 1 }
            if isBlank {
                blockStart = index
                brackets = 0
            }
            lineStart = index
        }
        return nil
    }

    private static func leadingBlanks(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
        var index = start
        while index < end, text[index] == UInt8(ascii: " ") || text[index] == UInt8(ascii: "\t") { index += 1 }
        // Only where something follows: a line of blanks nests nothing.
        return index < end ? index - start : 0
    }
}
