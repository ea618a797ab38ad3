/// Reads words and sentences straight from the bytes of a file, Markdown and YAML marks included, so that every place
/// is the place in the file.
package struct TextScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let text: Int
    private let end: Int
    private var place: Int
    private var result: ScannedTexts
    private var sentence: ScannedTexts.Sentence?
    private var sentenceEnd = 0
    private var paragraph: Int32
    private var isHeading = false

    private init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, after result: consuming ScannedTexts) {
        self.bytes = bytes
        text = result.count
        paragraph = (result.sentences.last?.paragraph ?? -1) + 1
        self.result = result
        place = range.lowerBound
        end = range.upperBound
    }

    /// Adds one text to those scanned before.
    /// - Parameter range: the text in `bytes`: prose of a Markdown file, or a scalar of a YAML file as it stands there.
    package static func scan(_ bytes: [UInt8], in range: Range<Int>, into texts: inout ScannedTexts, words: inout WordTable) {
        bytes.withUnsafeBufferPointer { buffer in
            var scanner = TextScanner(buffer, range.clamped(to: 0..<buffer.count), after: texts)
            // The lists move to the scanner and back; two owners at a time would copy them.
            texts = ScannedTexts()
            scanner.run(&words)
            texts = scanner.result
            texts.count += 1
        }
    }

    /// No `>` stands between here and there: it was sought.
    private var openUntil = 0

    private mutating func run(_ words: inout WordTable) {
        var isLineStart = true
        while place < end {
            if isLineStart {
                startLine()
                isLineStart = false
                continue
            }
            let byte = bytes[place]
            switch ByteKind.of(byte) {
            case .letter: word(&words)
            case .digit: number()
            case .newline:
                place += 1
                isLineStart = true
            case .blank: place += 1
            case .lead: lead(&words)
            case .other:
                switch byte {
                case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): stop(byte)
                case UInt8(ascii: "]") where place + 1 < end && bytes[place + 1] == UInt8(ascii: "("): skipDestination()
                case UInt8(ascii: "["):
                    if let close = citationEnd() {
                        cite(to: close)
                    } else {
                        place += 1
                    }
                case UInt8(ascii: "@"): narrative()
                case UInt8(ascii: "<"): if place < openUntil { place += 1 } else { skip(to: UInt8(ascii: ">")) }
                case UInt8(ascii: "`"): skipCode()
                case UInt8(ascii: "\\"): place += 2
                default: place += 1
                }
            }
        }
        endSentence()
    }

    // MARK: Lines

    /// A blank line, a heading or a list item ends the sentence before it.
    private mutating func startLine() {
        while place < end, bytes[place] == 32 || bytes[place] == UInt8(ascii: ">") { place += 1 }
        guard place < end else { return }
        let wasHeading = isHeading
        isHeading = false
        let byte = bytes[place]
        if byte == 10 || byte == 13 {
            endParagraph()
        } else if byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~"), runLength(at: place) >= 3 {
            skipFencedCode()
        } else if byte == UInt8(ascii: "#") {
            endParagraph()
            isHeading = true
            while place < end, bytes[place] == UInt8(ascii: "#") { place += 1 }
        } else if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "+"), place + 1 < end, bytes[place + 1] == 32 {
            endParagraph()
            place += 2
        } else if let marker = orderedMarker() {
            endParagraph()
            place = marker
        } else if wasHeading {
            endParagraph()
        }
    }

    /// How many of the same byte stand in a row.
    private func runLength(at start: Int) -> Int {
        var index = start
        while index < end, bytes[index] == bytes[start] { index += 1 }
        return index - start
    }

    /// What is between fences is code, not Swedish; a fence that nobody closes runs to the end.
    private mutating func skipFencedCode() {
        endParagraph()
        let fence = bytes[place]
        let length = runLength(at: place)
        skipLine()
        while place < end {
            place += 1
            var start = place
            while start < end, bytes[start] == 32 { start += 1 }
            let isClosing = start < end && bytes[start] == fence && runLength(at: start) >= length
            skipLine()
            if isClosing { break }
        }
    }

    /// To the end of the line, before its break.
    private mutating func skipLine() {
        while place < end, bytes[place] != 10 { place += 1 }
    }

    private func orderedMarker() -> Int? {
        var index = place
        while index < end, (48...57).contains(bytes[index]), index - place < 9 { index += 1 }
        guard index > place, index + 1 < end, bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ")"), bytes[index + 1] == 32 else { return nil }
        // «2023. Därefter …» at the start of a line that goes on is a sentence's end, not a list item.
        return index - place <= 2 ? index + 2 : nil
    }

    private mutating func endParagraph() {
        endSentence()
        paragraph += 1
    }

    // MARK: Words

    private mutating func word(_ words: inout WordTable) {
        let start = place
        // FNV-1a, eight bits at a time; words are short.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        var letters = 0
        while place < end {
            let byte = bytes[place]
            // Most bytes are small letters.
            if byte &- 97 < 26 || byte &- 65 < 26 {
                hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
                letters += 1
                place += 1
            } else if byte >= 128 {
                let length = letterLength()
                guard length > 0 else { break }
                for offset in 0..<length { hash = (hash ^ UInt64(bytes[place + offset])) &* 0x100_0000_01b3 }
                letters += 1
                place += length
            } else if byte &- 48 < 10 {
                // R21, 3D: no word.
                while place < end, ByteKind.of(bytes[place]) == .digit || ByteKind.of(bytes[place]) == .letter { place += 1 }
                touch(start)
                return
            } else {
                break
            }
        }
        guard place > start else {
            place += 1
            return
        }
        touch(start)
        if place < end, bytes[place] == UInt8(ascii: ":"), isAddress(start) { return }
        sentence?.words += 1
        if letters > 6 { sentence?.longWords += 1 }
        // «hälso-» before «och sjukvård» is half a word.
        if place < end, bytes[place] == UInt8(ascii: "-"), place + 1 >= end || ByteKind.of(bytes[place + 1]) == .blank || ByteKind.of(bytes[place + 1]) == .newline { return }
        guard letters > 1 else { return }
        let touchesStop = place < end && bytes[place] == UInt8(ascii: ".") || start > 1 && bytes[start - 1] == UInt8(ascii: ".")
        if touchesStop, isAbbreviated(start) { return }
        let marks = words.note(UnsafeBufferPointer(rebasing: bytes[start..<place]), hash: hash ^ (hash >> 32), text: text, at: start)
        if !marks.isEmpty {
            mark(marks, start..<place)
        }
    }

    private mutating func mark(_ marks: WordMarks, _ range: Range<Int>, inLast: Bool = false) {
        result.marks.append(
            ScannedTexts.Mark(
                marks: marks, range: Int32(range.lowerBound)..<Int32(range.upperBound), sentence: Int32(result.sentences.count - (inLast ? 1 : 0))))
    }

    /// Whether the word is an abbreviation or a part of one: `bl.a.`, `prop.`; no dictionary has them.
    private func isAbbreviated(_ start: Int) -> Bool {
        if start > 1, bytes[start - 1] == UInt8(ascii: "."), ByteKind.of(bytes[start - 2]) == .letter { return true }
        guard place < end, bytes[place] == UInt8(ascii: ".") else { return false }
        if place + 1 < end, ByteKind.of(bytes[place + 1]) == .letter { return true }
        return place - start <= 5 && Abbreviations.ends(bytes, at: place)
    }

    /// `https://…` is skipped to the next blank.
    private mutating func isAddress(_ start: Int) -> Bool {
        guard place + 2 < end, bytes[place] == UInt8(ascii: ":"), bytes[place + 1] == UInt8(ascii: "/"), bytes[place + 2] == UInt8(ascii: "/") else { return false }
        while place < end, ByteKind.of(bytes[place]) != .blank, ByteKind.of(bytes[place]) != .newline, bytes[place] != UInt8(ascii: ")") { place += 1 }
        return true
    }

    private mutating func number() {
        let start = place
        while place < end, ByteKind.of(bytes[place]) == .digit { place += 1 }
        touch(start)
        if place - start == 4, place + 1 < end, bytes[place] == UInt8(ascii: ":"), ByteKind.of(bytes[place + 1]) == .digit {
            place += 1
            while place < end, ByteKind.of(bytes[place]) == .digit { place += 1 }
            mark(.lawNumber, start..<place)
        }
        sentence?.words += 1
        if place < end, ByteKind.of(bytes[place]) == .letter { while place < end, ByteKind.of(bytes[place]) == .letter || ByteKind.of(bytes[place]) == .digit { place += 1 } }
    }

    /// A byte above 127: a letter, a section sign, or punctuation.
    private mutating func lead(_ words: inout WordTable) {
        if letterLength() > 0 {
            word(&words)
        } else {
            if bytes[place] == 0xC2, place + 1 < end, bytes[place + 1] == 0xA7 {
                touch(place)
                mark(.sectionSign, place..<place + 2)
            }
            place += ByteKind.length(bytes[place])
        }
    }

    private func letterLength() -> Int {
        let byte = bytes[place]
        guard place + 1 < end else { return 0 }
        switch byte {
        case 0xC3: return bytes[place + 1] == 0x97 || bytes[place + 1] == 0xB7 ? 0 : 2
        case 0xC4...0xDF: return 2
        case 0xE1, 0xE3...0xEF: return place + 2 < end ? 3 : 0
        default: return 0
        }
    }

    // MARK: Marks of Markdown

    private mutating func skip(to close: UInt8) {
        var index = place + 1
        while index < end, bytes[index] != close, bytes[index] != 10 { index += 1 }
        guard index < end, bytes[index] == close else {
            if close == UInt8(ascii: ">") { openUntil = index }
            place += 1
            return
        }
        touch(place)
        place = index + 1
        sentenceEnd = place
    }

    /// A span of code ends with as many marks as it began with, perhaps on a later line of its paragraph.
    private mutating func skipCode() {
        let length = runLength(at: place)
        var index = place + length
        while index < end {
            if bytes[index] == UInt8(ascii: "`") {
                let found = runLength(at: index)
                index += found
                guard found == length else { continue }
                touch(place)
                place = index
                sentenceEnd = place
                return
            }
            if bytes[index] == 10, index + 1 < end, bytes[index + 1] == 10 { break }
            index += 1
        }
        place += length
    }

    private mutating func skipDestination() {
        var depth = 0
        var index = place + 1
        while index < end {
            if bytes[index] == UInt8(ascii: "(") { depth += 1 }
            if bytes[index] == UInt8(ascii: ")") {
                depth -= 1
                if depth == 0 { break }
            }
            index += 1
        }
        place = min(index + 1, end)
        sentenceEnd = place
    }

    private func citationEnd() -> Int? {
        guard place + 1 < end, bytes[place + 1] == UInt8(ascii: "@") || bytes[place + 1] == UInt8(ascii: "-") || ByteKind.of(bytes[place + 1]) == .letter else { return nil }
        var index = place + 1
        var hasKey = false
        while index < end, bytes[index] != UInt8(ascii: "]") {
            if bytes[index] == UInt8(ascii: "[") { return nil }
            if bytes[index] == UInt8(ascii: "@") { hasKey = true }
            index += 1
        }
        guard hasKey, index < end, index + 1 >= end || bytes[index + 1] != UInt8(ascii: "(") else { return nil }
        return index + 1
    }

    private mutating func cite(to close: Int) {
        if sentence == nil, let last = result.sentences.last, last.paragraph == paragraph, Int(last.text) == text {
            // Set after the full stop: it belongs to the sentence before.
            result.sentences[result.sentences.count - 1].isCited = true
        } else {
            touch(place)
            sentence?.isCited = true
        }
        let belongsToLast = sentence == nil
        for index in place..<close where bytes[index] == 0xC2 && bytes[index + 1] == 0xA7 {
            mark(.sectionSign, index..<index + 2, inLast: belongsToLast)
        }
        place = close
        sentenceEnd = place
    }

    private mutating func narrative() {
        let isKey = (place == 0 || ByteKind.of(bytes[place - 1]) == .blank) && place + 1 < end && ByteKind.of(bytes[place + 1]) == .letter
        if isKey {
            touch(place)
            sentence?.isCited = true
            while place < end, ByteKind.of(bytes[place]) != .blank, ByteKind.of(bytes[place]) != .newline, bytes[place] != UInt8(ascii: ".") { place += 1 }
        } else {
            place += 1
        }
    }

    // MARK: Sentences

    private mutating func touch(_ start: Int) {
        if sentence == nil {
            sentence = ScannedTexts.Sentence(range: Int32(start)..<Int32(start), isHeading: isHeading, paragraph: paragraph, text: Int32(text))
        }
        sentenceEnd = place
    }

    /// Ends the sentence unless the stop belongs to an abbreviation or an ordinal.
    private mutating func stop(_ byte: UInt8) {
        let before = place
        place += 1
        guard sentence != nil else { return }
        sentenceEnd = place
        var next = place
        while next < end, isClosing(bytes[next]) { next += ByteKind.length(bytes[next]) }
        guard next >= end || ByteKind.of(bytes[next]) == .blank || ByteKind.of(bytes[next]) == .newline else { return }
        sentenceEnd = min(next, end)
        if byte == UInt8(ascii: "."), Abbreviations.ends(bytes, at: before) || continues(after: next) { return }
        endSentence()
    }

    /// Whether what follows begins with a small letter, as after «m.m.».
    private func continues(after index: Int) -> Bool {
        var index = index
        while index < end, bytes[index] == 32 || bytes[index] == 10 { index += 1 }
        guard index < end else { return false }
        if (97...122).contains(bytes[index]) { return true }
        return bytes[index] == 0xC3 && index + 1 < end && [0xA5, 0xA4, 0xB6].contains(bytes[index + 1])
    }

    private func isClosing(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ")") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") || byte == 0xE2
    }

    private mutating func endSentence() {
        guard var ended = sentence else { return }
        ended.range = ended.range.lowerBound..<Int32(max(sentenceEnd, Int(ended.range.lowerBound)))
        result.sentences.append(ended)
        sentence = nil
    }
}
