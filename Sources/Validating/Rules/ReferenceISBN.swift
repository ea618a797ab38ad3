import Diagnostics
import Model

extension Rule {
    static let referenceISBN = Rule(
        "reference-isbn",
        summary: Message("Ett ISBN har rätt längd och kontrollsiffra.", en: "An ISBN has the right length and check digit."),
        rationale: Message("Kontrollsiffran avslöjar ett felskrivet nummer, som annars pekar på en annan bok.", en: "The check digit tells a mistyped number, which would point at another book."),
        requirements: ["R26"],
        accepts: [
            Example("referenser.json", ("\"type\": \"book\"", "\"type\": \"book\", \"ISBN\": \"978-91-7104-746-5\"")),
            Example("referenser.json", ("\"type\": \"book\"", "\"type\": \"book\", \"ISBN\": \"0-911577-38-6\"")),
        ],
        rejects: [
            Example("referenser.json", ("\"type\": \"book\"", "\"type\": \"book\", \"ISBN\": \"↓978-91-7104-746-6\"")),
            Example("referenser.json", ("\"type\": \"book\"", "\"type\": \"book\", \"ISBN\": \"↓0-911577-38-5\"")),
            Example("referenser.json", ("\"type\": \"book\"", "\"type\": \"book\", \"ISBN\": \"↓12345\"")),
        ]
    ) { catalog in
        catalog.catalog.bibliography.compactMap { entry in
            // Some exports have the numbers of several editions, apart by blanks.
            guard let range = entry.isbnRange, let wrong = entry.isbn.split(separator: " ").first(where: { !ISBN.isRight(String($0)) }) else { return nil }
            return Finding(
                Message(
                    "ISBN \(wrong) har fel längd eller kontrollsiffra. Jämför med boken, eller ta bort numret.",
                    en: "ISBN \(wrong) has a wrong length or check digit. Compare with the book, or remove the number."),
                at: range)
        }
    }
}

private enum ISBN {
    /// ISO 2108: weights 10…1 modulo 11, or 1 and 3 by turns modulo 10.
    static func isRight(_ text: String) -> Bool {
        let digits = text.filter { $0 != "-" }
        let values = digits.enumerated().map { index, digit -> Int? in
            digit.wholeNumberValue ?? (index == 9 && digits.count == 10 && (digit == "X" || digit == "x") ? 10 : nil)
        }
        guard !values.contains(nil) else { return false }
        let numbers = values.compactMap(\.self)
        switch numbers.count {
        case 10: return zip(numbers, (1...10).reversed()).reduce(0) { $0 + $1.0 * $1.1 } % 11 == 0
        case 13: return numbers.enumerated().reduce(0) { $0 + $1.element * ($1.offset % 2 == 0 ? 1 : 3) } % 10 == 0
        default: return false
        }
    }
}
