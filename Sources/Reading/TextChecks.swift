import Diagnostics

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
        if let null = bytes.firstIndex(of: 0) {
            let message = Message("Här står ett NUL-tecken. Ta bort det.", en: "There is a NUL character here. Remove it.")
            return ([finding("control-character", message, at: null..<null + 1)], false)
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
        var places: [Range<Int>] = []
        bytes.withUnsafeBufferPointer { text in
            var index = 0
            while index + 2 < text.count {
                guard text[index] >= 0xC3 else {
                    index += 1
                    continue
                }
                if text[index] == 0xEF, text[index + 1] == 0xBF, text[index + 2] == 0xBD {
                    places.append(index..<index + 3)
                } else if text[index] == 0xC3, text[index + 1] == 0x83, text[index + 2] == 0xC2, index + 3 < text.count,
                    [0xA5, 0xA4, 0xB6, 0x85, 0x84, 0x96].contains(text[index + 3])
                {
                    places.append(index..<index + 4)
                }
                index += 1
            }
        }
        return places.count > 20 ? Array(places[..<20]) : places
    }
}
