import Diagnostics
import Glibc

/// What is told about a file's bytes before anything is parsed. Nothing is guessed or repaired.
enum TextChecks {
    /// The findings, and whether the text can be read on.
    static func check(_ bytes: [UInt8], file: FileID) -> (diagnostics: [Diagnostic], isReadable: Bool) {
        func finding(_ id: RuleID, _ message: Message, at range: Range<Int>) -> Diagnostic {
            Diagnostic(id, .error, message, at: SourceRange(file: file, range))
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            let message = Message("Filen är UTF-16. Spara den som UTF-8.", en: "The file is UTF-16. Save it as UTF-8.")
            return ([finding("not-utf-8", message, at: 0..<2)], false)
        }
        if let wrong = firstInvalidUTF8(bytes) {
            let message = Message(
                "Tecknet här är inte UTF-8; filen är troligen sparad som Latin-1 eller Windows-1252. Spara den som UTF-8.",
                en: "The character here is not UTF-8; the file was probably saved as Latin-1 or Windows-1252. Save it as UTF-8.")
            return ([finding("not-utf-8", message, at: wrong..<wrong + 1)], false)
        }
        var diagnostics: [Diagnostic] = []
        if let null = places(of: 0, in: bytes, atMost: 1).first {
            let message = Message("Här står ett NUL-tecken. Ta bort det.", en: "There is a NUL character here. Remove it.")
            return ([finding("control-character", message, at: null..<null + 1)], false)
        }
        // A reversed byte order mark, or what a damaged file is filled with.
        if let wrong = places(of: 0xEF, in: bytes).first(where: { has([0xEF, 0xBF, 0xBE], in: bytes, at: $0) || has([0xEF, 0xBF, 0xBF], in: bytes, at: $0) }) {
            let message = Message("Tecknet här hör inte till någon text. Ta bort det.", en: "The character here belongs to no text. Remove it.")
            return ([finding("control-character", message, at: wrong..<wrong + 3)], false)
        }
        for place in damage(in: bytes) {
            diagnostics.append(
                finding(
                    "damaged-text",
                    Message(
                        "Texten är skadad här: å, ä eller ö har blivit andra tecken. Skriv om ordet.",
                        en: "The text is damaged here: å, ä or ö turned into other characters. Write the word again."),
                    at: place))
        }
        return (diagnostics, true)
    }

    private static func firstInvalidUTF8(_ bytes: [UInt8]) -> Int? {
        do {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch {
            return error.byteOffsets.lowerBound
        }
    }

    /// U+FFFD, and å ä ö Å Ä Ö that were read as Latin-1 once too often; the first of each line at most.
    private static func damage(in bytes: [UInt8]) -> [Range<Int>] {
        // By the bytes that hardly stand in a right text: C3, which begins every å, would be found at each.
        let unknown = places(of: 0xEF, in: bytes).filter { has([0xEF, 0xBF, 0xBD], in: bytes, at: $0) }.map { $0..<$0 + 3 }
        let twice = places(of: 0x83, in: bytes).map { $0 - 1 }.filter { start in
            has([0xC3, 0x83, 0xC2], in: bytes, at: start) && [0xA5, 0xA4, 0xB6, 0x85, 0x84, 0x96].contains { has([$0], in: bytes, at: start + 3) }
        }.map { $0..<$0 + 4 }
        return Array((unknown + twice).sorted { $0.lowerBound < $1.lowerBound }.prefix(20))
    }

    private static func has(_ wanted: [UInt8], in bytes: [UInt8], at index: Int) -> Bool {
        index >= 0 && index + wanted.count <= bytes.count && bytes[index..<index + wanted.count].elementsEqual(wanted)
    }

    private static func places(of byte: UInt8, in bytes: [UInt8], atMost limit: Int = .max) -> [Int] {
        bytes.withUnsafeBytes { text in
            guard let start = text.baseAddress else { return [] }
            var places: [Int] = []
            var index = 0
            while places.count < limit, index < text.count, let found = memchr(start + index, Int32(byte), text.count - index) {
                index = UnsafeRawPointer(found) - start
                places.append(index)
                index += 1
            }
            return places
        }
    }
}
