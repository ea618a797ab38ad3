/// Finds in the source of one block what may be links and citation keys, in order.
///
/// libcmark's tree is the truth about what *is* a link; its inline positions are often wrong. So the tree's links and
/// keys are matched, in order, with the candidates found here.
struct SourceLexer {
    enum Candidate {
        /// `](destination …)`: ranges of the destination without `<>`, and of the closing part.
        case inlineLink(destination: Range<Int>, open: Int, end: Int)
        case autolink(Range<Int>)
        /// `@key`, or an escaped one that is no citation.
        case key(Range<Int>, isEscaped: Bool)
        case html(Range<Int>)
        case footnoteMark(Range<Int>)
        /// `[text](kind: name)` or `[text] (kind:name)`: meant as a link, and none for a blank.
        case brokenLink(Range<Int>)
        /// A word alone in brackets.
        case bracketed(Range<Int>)
    }

    private let text: UnsafeBufferPointer<UInt8>
    private var openBrackets: [Int] = []
    private(set) var candidates: [Candidate] = []

    init(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        self.text = text
        scan(range)
    }

    private mutating func scan(_ range: Range<Int>) {
        var index = range.lowerBound
        let end = range.upperBound
        while index < end {
            switch text[index] {
            case UInt8(ascii: "\\"):
                if index + 1 < end, text[index + 1] == UInt8(ascii: "@") { key(at: index + 1, end, isEscaped: true) }
                index += 2
            case UInt8(ascii: "`"): index = endOfCode(index, end)
            case UInt8(ascii: "["):
                openBrackets.append(index)
                if index + 2 < end, text[index + 1] == UInt8(ascii: "^"), let close = closeOfFootnote(index + 2, end) {
                    candidates.append(.footnoteMark(index..<close))
                }
                index += 1
            case UInt8(ascii: "]"):
                let open = openBrackets.popLast()
                if let open, index + 1 < end, text[index + 1] == UInt8(ascii: "("), let link = inlineTail(index + 2, end) {
                    candidates.append(.inlineLink(destination: link.destination, open: open, end: link.end))
                    index = link.end
                } else {
                    if let open { openEnded(open, index, end) }
                    index += 1
                }
            case UInt8(ascii: "<"):
                if let close = endOfAngle(index, end) {
                    candidates.append(isAutolink(index + 1..<close - 1) ? .autolink(index..<close) : .html(index..<close))
                    index = close
                } else {
                    index += 1
                }
            case UInt8(ascii: "@"):
                if index == range.lowerBound || !CitationScanner.isAlphanumeric(text[index - 1]) { key(at: index, end, isEscaped: false) }
                index += 1
            default: index += 1
            }
        }
    }

    /// Brackets that no destination follows.
    private mutating func openEnded(_ open: Int, _ close: Int, _ end: Int) {
        let next = close + 1 < end ? text[close + 1] : 0
        let isApart = next == 32 && close + 2 < end && text[close + 2] == UInt8(ascii: "(")
        if next == UInt8(ascii: "(") || isApart {
            if let destination = self.destination(after: close + (isApart ? 3 : 2), end, hasBlank: !isApart) { candidates.append(.brokenLink(open..<destination)) }
        } else if next != UInt8(ascii: "["), next != UInt8(ascii: ":"), (3...100).contains(close - open - 1),
            text[open + 1..<close].allSatisfy({ CitationScanner.isAlphanumeric($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".") })
        {
            candidates.append(.bracketed(open + 1..<close))
        }
    }

    private static let longestDestination = 300

    /// After the `)` of what begins as `kind:` and stands on one line.
    private func destination(after start: Int, _ end: Int, hasBlank: Bool) -> Int? {
        let limit = min(end, start + Self.longestDestination)
        var index = start
        while index < limit, text[index] == 32 { index += 1 }
        let scheme = index
        while index < limit, index - scheme <= 20, (97...122).contains(text[index]) { index += 1 }
        guard index - scheme > 1, index < limit, text[index] == UInt8(ascii: ":") else { return nil }
        while index < limit, text[index] != UInt8(ascii: ")"), text[index] != 10 {
            if !hasBlank, text[index] == 32 { return nil }
            index += 1
        }
        return index < limit && text[index] == UInt8(ascii: ")") ? index + 1 : nil
    }

    private mutating func key(at index: Int, _ end: Int, isEscaped: Bool) {
        let keyEnd = index + 1 + CitationScanner.endOfKey(UnsafeBufferPointer(rebasing: text[index + 1..<end]), from: 0)
        if keyEnd > index + 1 { candidates.append(.key(index + 1..<keyEnd, isEscaped: isEscaped)) }
    }

    /// After a code span, or after the backticks when nothing closes them.
    private func endOfCode(_ start: Int, _ end: Int) -> Int {
        var open = start
        while open < end, text[open] == UInt8(ascii: "`") { open += 1 }
        let length = open - start
        var index = open
        while index < end {
            guard text[index] == UInt8(ascii: "`") else {
                index += 1
                continue
            }
            var close = index
            while close < end, text[close] == UInt8(ascii: "`") { close += 1 }
            if close - index == length { return close }
            index = close
        }
        return open
    }

    private func closeOfFootnote(_ start: Int, _ end: Int) -> Int? {
        var index = start
        while index < end, text[index] != UInt8(ascii: "]") {
            if isBlank(text[index]) || text[index] == UInt8(ascii: "[") { return nil }
            index += 1
        }
        return index < end && index > start ? index + 1 : nil
    }

    private func inlineTail(_ start: Int, _ end: Int) -> (destination: Range<Int>, end: Int)? {
        var index = skipBlanks(start, end)
        let destination: Range<Int>
        if index < end, text[index] == UInt8(ascii: "<") {
            let first = index + 1
            index = first
            while index < end, text[index] != UInt8(ascii: ">") {
                if text[index] == UInt8(ascii: "\\") { index += 1 }
                if index < end, text[index] == UInt8(ascii: "\n") { return nil }
                index += 1
            }
            guard index < end else { return nil }
            destination = first..<index
            index += 1
        } else {
            let first = index
            var depth = 0
            while index < end, !isBlank(text[index]), text[index] >= 0x20 {
                if text[index] == UInt8(ascii: "\\"), index + 1 < end { index += 2; continue }
                if text[index] == UInt8(ascii: "(") { depth += 1 }
                if text[index] == UInt8(ascii: ")") {
                    if depth == 0 { break }
                    depth -= 1
                }
                index += 1
            }
            destination = first..<min(index, end)
        }
        index = skipBlanks(index, end)
        if index < end, text[index] == UInt8(ascii: "\"") || text[index] == UInt8(ascii: "'") || text[index] == UInt8(ascii: "(") {
            let close = text[index] == UInt8(ascii: "(") ? UInt8(ascii: ")") : text[index]
            index += 1
            while index < end, text[index] != close { index += text[index] == UInt8(ascii: "\\") ? 2 : 1 }
            guard index < end else { return nil }
            index = skipBlanks(index + 1, end)
        }
        return index < end && text[index] == UInt8(ascii: ")") ? (destination, index + 1) : nil
    }

    /// Also over the `>` that a quote's next line begins with.
    private func skipBlanks(_ start: Int, _ end: Int) -> Int {
        var index = start
        while index < end {
            if text[index] == UInt8(ascii: "\n") {
                index += 1
                while index < end, isBlank(text[index]) || text[index] == UInt8(ascii: ">") { index += 1 }
            } else if isBlank(text[index]) {
                index += 1
            } else {
                break
            }
        }
        return index
    }

    private func endOfAngle(_ start: Int, _ end: Int) -> Int? {
        guard start + 1 < end else { return nil }
        let first = text[start + 1]
        guard CitationScanner.isAlphanumeric(first) || [UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(first) else { return nil }
        var index = start + 1
        var quote: UInt8?
        while index < end {
            let byte = text[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: ">") {
                return index + 1
            } else if byte == UInt8(ascii: "<") {
                return nil
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), text[start + 1..<index].contains(where: isBlank) {
                quote = byte
            }
            index += 1
        }
        return nil
    }

    private func isAutolink(_ range: Range<Int>) -> Bool {
        guard !range.isEmpty, !text[range].contains(where: { isBlank($0) || $0 == UInt8(ascii: "<") }) else { return false }
        if let colon = text[range].firstIndex(of: UInt8(ascii: ":")), colon - range.lowerBound >= 2, colon - range.lowerBound <= 32,
            text[range.lowerBound..<colon].allSatisfy({
                (97...122).contains($0 | 0x20) || (48...57).contains($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
            })
        {
            return true
        }
        return text[range].contains(UInt8(ascii: "@")) && text[range.lowerBound] != UInt8(ascii: "/")
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 10 || byte == 13 }
}
