/// Pandoc's citation grammar over bytes.
enum CitationScanner {
    static func isKeyStart(_ byte: UInt8) -> Bool { isAlphanumeric(byte) || byte == UInt8(ascii: "_") }

    static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (97...122).contains(byte | 0x20) || byte >= 0x80
    }

    /// Where the key that begins at `start` ends; `start` itself when there is none.
    static func endOfKey(_ text: some RandomAccessCollection<UInt8>, from start: Int) -> Int {
        func byte(_ index: Int) -> UInt8? {
            index < text.count ? text[text.index(text.startIndex, offsetBy: index)] : nil
        }
        guard let first = byte(start), isKeyStart(first) else { return start }
        var end = start + 1
        while let next = byte(end) {
            if isKeyStart(next) {
                end += 1
            } else if ":.#$%&-+?<>~/".utf8.contains(next), let after = byte(end + 1), isKeyStart(after) {
                end += 2
            } else {
                break
            }
        }
        return end
    }

    /// The items of what stands between the brackets, with key ranges as offsets in `text`; nil when it is no citation.
    static func items(_ text: [UInt8]) -> [CitationItem]? {
        var items: [CitationItem] = []
        var start = 0
        while start <= text.count {
            let end = text[start...].firstIndex(of: UInt8(ascii: ";")) ?? text.count
            guard let item = item(text, start..<end) else { return nil }
            items.append(item)
            start = end + 1
        }
        return items
    }

    private static func item(_ text: [UInt8], _ range: Range<Int>) -> CitationItem? {
        var index = range.lowerBound
        while index < range.upperBound {
            let isFree = index == range.lowerBound || !isAlphanumeric(text[index - 1])
            if text[index] == UInt8(ascii: "@"), isFree {
                let end = min(endOfKey(text, from: index + 1), range.upperBound)
                guard end > index + 1 else { return nil }
                let suppresses = index > range.lowerBound && text[index - 1] == UInt8(ascii: "-")
                let prefix = trimmed(text[range.lowerBound..<(suppresses ? index - 1 : index)])
                var rest = end
                while rest < range.upperBound, isBlank(text[rest]) { rest += 1 }
                if rest < range.upperBound, text[rest] == UInt8(ascii: ",") { rest += 1 }
                let tail = text[rest..<range.upperBound]
                guard !tail.contains(UInt8(ascii: "@")) else { return nil }
                return CitationItem(
                    key: String(decoding: text[index + 1..<end], as: UTF8.self), keyRange: index + 1..<end, prefix: prefix,
                    locator: trimmed(tail), suppressesAuthor: suppresses)
            }
            index += 1
        }
        return nil
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 10 || byte == 13 }

    /// Without blanks at the ends, and with line breaks inside as spaces.
    static func trimmed(_ text: ArraySlice<UInt8>) -> String { String(decoding: trimmedBytes(text), as: UTF8.self) }

    static func trimmedBytes(_ text: ArraySlice<UInt8>) -> [UInt8] {
        text.withUnsafeBufferPointer { text in
            var (start, end) = (0, text.count)
            while start < end, isBlank(text[start]) { start += 1 }
            while end > start, isBlank(text[end - 1]) { end -= 1 }
            return [UInt8](unsafeUninitializedCapacity: end - start) { bytes, count in
                for index in start..<end { bytes[index - start] = isBlank(text[index]) ? 32 : text[index] }
                count = end - start
            }
        }
    }
}

/// The grammar for fields whose whole value is what stands between the brackets.
package enum CitationText {
    /// `cohen-felson-1979, s. 589` or `@key; @key2`; nil when it is no citation. Ranges are UTF-8 offsets in `text`.
    package static func parse(_ text: String) -> [CitationItem]? {
        let bytes = Array(text.utf8)
        if bytes.contains(UInt8(ascii: "@")) { return CitationScanner.items(bytes) }
        guard let item = CitationScanner.items([UInt8(ascii: "@")] + bytes)?.first, !bytes.contains(UInt8(ascii: ";")) else { return nil }
        // What follows a bare key must be set off by a comma: anything else is a misspelt key.
        let end = item.keyRange.upperBound - 1
        let rest = bytes[end...].drop { $0 == 32 }
        guard rest.isEmpty || rest.first == UInt8(ascii: ",") else { return nil }
        return [
            CitationItem(
                key: item.key, keyRange: item.keyRange.lowerBound - 1..<end, prefix: "", locator: item.locator, suppressesAuthor: false)
        ]
    }
}
