import CCMark

/// Whether source bytes say a destination.
enum Unescaping {
    /// Backslash escapes and entities are undone.
    static func matches(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ destination: String) -> Bool {
        var wanted = Array(destination.utf8)[...]
        var index = range.lowerBound
        while index < range.upperBound {
            var byte = text[index]
            if byte == UInt8(ascii: "&"), let end = endOfEntity(text, index, range.upperBound) {
                let character = self.character(of: text[index..<end])
                guard wanted.starts(with: character) else { return false }
                wanted = wanted.dropFirst(character.count)
                index = end
                continue
            }
            index += 1
            if byte == UInt8(ascii: "\\"), index < range.upperBound, isPunctuation(text[index]) {
                byte = text[index]
                index += 1
            }
            guard wanted.popFirst() == byte else { return false }
        }
        return wanted.isEmpty
    }

    /// After `&name;`, `&#12;` or `&#x1F;`; nil when what begins here has not that form.
    static func endOfEntity(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
        var index = start + 1
        while index < end, index - start < 34 {
            if text[index] == UInt8(ascii: ";") { return index > start + 1 ? index + 1 : nil }
            guard CitationScanner.isAlphanumeric(text[index]) || text[index] == UInt8(ascii: "#") else { return nil }
            index += 1
        }
        return nil
    }

    /// What an entity stands for; itself when there is none of that name. Only libcmark has the table.
    static func character(of entity: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
        let tree = UnsafeBufferPointer(rebasing: entity).withMemoryRebound(to: CChar.self) {
            Tree(owning: cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT))
        }
        guard let paragraph = cmark_node_first_child(tree.root) else { return [] }
        return Children(of: paragraph).flatMap { Tree.bytes(cmark_node_get_literal($0)) }
    }

    /// `&#1;` and its like: the places that say a character which no text has.
    static func controls(_ text: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = range.lowerBound
        while index + 3 < range.upperBound, let next = text[index..<range.upperBound - 3].firstIndex(of: UInt8(ascii: "&")) {
            index = next
            if text[index + 1] == UInt8(ascii: "#"), let end = endOfEntity(text, index, range.upperBound) {
                let isHexadecimal = text[index + 2] | 0x20 == UInt8(ascii: "x")
                let digits = text[index + (isHexadecimal ? 3 : 2)..<end - 1]
                if let number = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10), number > 0, ControlCharacters.contains(number) {
                    found.append(index..<end)
                }
            }
            index += 1
        }
        return found
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
