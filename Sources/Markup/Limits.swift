import CCMark
import Glibc

/// What one block may hold. libcmark 0.30.2 takes quadratic time for `![[]()` (CVE-2023-22486), `<!--` and the like: such
/// a text is not parsed, and its author is told.
enum Limits {
    /// Of `[` and `<`; 2 500 take some twenty milliseconds at the worst in a block of their own.
    static let openings = 2_500
    /// Each opening may be sought an end for through the rest of its block: half a second in all.
    static let bytesSought = 1 << 29
    static let nesting = 100

    /// The block that is too complex, if there is one.
    static func exceeded(_ text: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        let all = count(text, UInt8(ascii: "["), UInt8(ascii: "<"))
        // Hardly any text has so many that a block of it could have too many.
        let mayHaveTooMany = all > openings || all * text.count > bytesSought
        var blockStart = 0
        var openings = 0
        var lineStart = 0
        while lineStart < text.count {
            let index = endOfLine(text, from: lineStart)
            let line = UnsafeBufferPointer(rebasing: text[lineStart..<index])
            let isBlank = line.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
            if !isBlank {
                if mayHaveTooMany { openings += count(line, UInt8(ascii: "["), UInt8(ascii: "<")) }
                if markers(line) > nesting || leadingBlanks(line) > nesting * 8 || openings > self.openings || openings * (index - blockStart) > bytesSought {
                    return blockStart..<index
                }
            }
            lineStart = index
            if lineStart < text.count, text[lineStart] == UInt8(ascii: "\r") { lineStart += 1 }
            if lineStart < text.count, text[lineStart] == UInt8(ascii: "\n") { lineStart += 1 }
            if isBlank {
                blockStart = lineStart
                openings = 0
            }
        }
        return nil
    }

    /// Of quotes and lists that a line begins with.
    private static func markers(_ line: UnsafeBufferPointer<UInt8>) -> Int {
        var markers = 0
        var previous: UInt8 = 0
        for byte in line {
            switch byte {
            case UInt8(ascii: ">"): markers += 1
            case UInt8(ascii: " "), UInt8(ascii: "\t"):
                if previous == UInt8(ascii: "-") || previous == UInt8(ascii: "*") || previous == UInt8(ascii: "+")
                    || previous == UInt8(ascii: ".") || previous == UInt8(ascii: ")")
                {
                    markers += 1
                }
            case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: ")"), 48...57: break
            default: return markers
            }
            previous = byte
        }
        return markers
    }

    private static func endOfLine(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let rest = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(text)[start...])
        let newline = memchr(rest.baseAddress!, 10, rest.count).map { UnsafeRawPointer($0) - rest.baseAddress! } ?? rest.count
        let carriageReturn = memchr(rest.baseAddress!, 13, newline).map { UnsafeRawPointer($0) - rest.baseAddress! } ?? newline
        return start + carriageReturn
    }

    private static func count(_ text: UnsafeBufferPointer<UInt8>, _ one: UInt8, _ other: UInt8) -> Int {
        var count = 0
        for byte in text { count &+= byte == one || byte == other ? 1 : 0 }
        return count
    }

    /// The block whose emphasis is nested too deep, if there is one: what walks a tree calls itself at every level.
    static func tooDeep(_ root: CNode, _ text: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        // Each level takes a mark at least; hardly any text has so many.
        guard count(text, UInt8(ascii: "*"), UInt8(ascii: "_")) > nesting else { return nil }
        let iterator = cmark_iter_new(root)
        defer { cmark_iter_free(iterator) }
        var depth = 0
        while true {
            switch cmark_iter_next(iterator) {
            case CMARK_EVENT_ENTER:
                guard let node = cmark_iter_get_node(iterator), cmark_node_first_child(node) != nil else { continue }
                depth += 1
                // Blocks have had their own limit.
                if depth > nesting * 2 { return lines(ofBlockAround: node, text) }
            case CMARK_EVENT_EXIT: if let node = cmark_iter_get_node(iterator), cmark_node_first_child(node) != nil { depth -= 1 }
            default: return nil
            }
        }
    }

    private static func lines(ofBlockAround node: CNode, _ text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        var block = node
        while cmark_node_get_type(block).rawValue >= CMARK_NODE_FIRST_INLINE.rawValue, let parent = cmark_node_parent(block) { block = parent }
        let (first, last) = (Int(cmark_node_get_start_line(block)), Int(cmark_node_get_end_line(block)))
        var (line, start, end) = (1, 0, text.count)
        for (index, byte) in text.enumerated()
        where byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") && (index + 1 == text.count || text[index + 1] != UInt8(ascii: "\n")) {
            if line == last {
                end = index
                break
            }
            line += 1
            if line == first { start = index + 1 }
        }
        return start..<max(start, end)
    }

    private static func leadingBlanks(_ line: UnsafeBufferPointer<UInt8>) -> Int {
        line.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.count
    }
}
