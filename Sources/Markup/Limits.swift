import CCMark

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
        var blockStart = 0
        var openings = 0
        var lineStart = 0
        while lineStart < text.count {
            var index = lineStart
            var markers = 0
            var isPrefix = true
            var previous: UInt8 = 0
            while index < text.count, text[index] != UInt8(ascii: "\n"), text[index] != UInt8(ascii: "\r") {
                let byte = text[index]
                if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "<") { openings += 1 }
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
            if isDeep || openings > self.openings || openings * (index - blockStart) > bytesSought { return blockStart..<index }
            let isBlank = text[lineStart..<index].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
            if index < text.count, text[index] == UInt8(ascii: "\r") { index += 1 }
            if index < text.count, text[index] == UInt8(ascii: "\n") { index += 1 }
            if isBlank {
                blockStart = index
                openings = 0
            }
            lineStart = index
        }
        return nil
    }

    /// The block whose emphasis is nested too deep, if there is one: what walks a tree calls itself at every level.
    static func tooDeep(_ root: CNode, _ text: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        // Each level takes a mark at least; hardly any text has so many.
        guard text.count(where: { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_") }) > nesting else { return nil }
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

    private static func leadingBlanks(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
        var index = start
        while index < end, text[index] == UInt8(ascii: " ") || text[index] == UInt8(ascii: "\t") { index += 1 }
        // Only where something follows: a line of blanks nests nothing.
        return index < end ? index - start : 0
    }
}
