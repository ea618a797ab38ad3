/// The keys at the top of a Markdown file.
enum FrontMatter {
    /// Length of the byte order mark, if there is one.
    static func markLength(_ bytes: [UInt8]) -> Int {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The YAML between the first two `---` lines, and what follows. Nil when the file has none.
    static func split(_ bytes: [UInt8]) -> (yaml: Range<Int>, body: Range<Int>)? {
        let start = markLength(bytes)
        guard let yamlStart = endOfFence(bytes, at: start) else { return nil }
        var line = yamlStart
        while line < bytes.count {
            if let bodyStart = endOfFence(bytes, at: line) { return (yamlStart..<line, bodyStart..<bytes.count) }
            while line < bytes.count, bytes[line] != UInt8(ascii: "\n"), bytes[line] != UInt8(ascii: "\r") { line += 1 }
            if line < bytes.count, bytes[line] == UInt8(ascii: "\r") { line += 1 }
            if line < bytes.count, bytes[line] == UInt8(ascii: "\n") { line += 1 }
        }
        return nil
    }

    /// Where the line after a `---` line begins; nil when no such line stands at `index`.
    private static func endOfFence(_ bytes: [UInt8], at index: Int) -> Int? {
        guard index + 3 <= bytes.count, bytes[index..<index + 3].allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
        var end = index + 3
        while end < bytes.count, bytes[end] == UInt8(ascii: " ") || bytes[end] == UInt8(ascii: "\t") { end += 1 }
        guard end < bytes.count else { return end }
        guard bytes[end] == UInt8(ascii: "\n") || bytes[end] == UInt8(ascii: "\r") else { return nil }
        if bytes[end] == UInt8(ascii: "\r") { end += 1 }
        if end < bytes.count, bytes[end] == UInt8(ascii: "\n") { end += 1 }
        return end
    }
}
