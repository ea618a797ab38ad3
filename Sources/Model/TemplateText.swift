import Diagnostics

/// What the scaffolds write where an author is to write: they take it from here, and so does the rule that looks for what
/// was left.
package enum TemplateText {
    /// For a word or a line.
    package static let word = "…"
    package static let title = "Skriv titeln här"
    package static let projectName = "Skriv kommunens namn här"
    package static let body = "Skriv texten här."
    package static let introduction = "Skriv inledningen här."
    package static let purpose = "Vad programmet ska leda till."
    package static let summary = "Sammanfattningen är inte skriven."
    package static let registryNumber = "ännu inte registrerat"

    /// For running text behind a key.
    package static func prose(_ label: String) -> String { "Skriv \(label.lowercased()) här." }

    /// Every one of them but `word`.
    package static let all: Set<String> =
        Set(elementTypes.flatMap { $0.descriptions.map { prose($0.label) } }).union([title, projectName, body, introduction, purpose, summary, registryNumber])

    /// Whole values that say nothing.
    private static let empty: Set<String> = [
        "…", "...", "-", "–", "—", "?", "tbd", "todo", "xxx", "n/a", "vet ej", "vet inte", "fylls i", "fylls i senare", "kompletteras", "kompletteras senare",
    ]

    /// Bytes of the longest, and of the longest that doesn't end in a full stop; room for blanks around counted in.
    private static let longest = (all.map(\.utf8.count).max() ?? 0) + 2
    private static let longestWithoutStop = (all.union(empty).filter { !$0.hasSuffix(".") }.map(\.utf8.count).max() ?? 0) + 2

    /// How they begin, each beginning once.
    private static let beginnings = Array(Set(all.union(empty).map { beginning(of: $0) }))

    /// The first four bytes as a number, ASCII letters small; those that aren't there are 0.
    private static func beginning(of text: String) -> UInt32 {
        var text = text
        return text.withUTF8 { bytes in
            var result: UInt32 = 0
            for place in 0..<4 {
                let byte = place < bytes.count ? bytes[place] : 0
                result = result << 8 | UInt32((65...90).contains(byte) ? byte | 32 : byte)
            }
            return result
        }
    }

    /// Whether a whole value, or a paragraph of its own, says nothing yet.
    package static func isLeft(_ text: String) -> Bool {
        // Asked of every field: all of them are short, and what nearly every field holds begins otherwise.
        let count = text.utf8.count
        guard count <= longest, let first = text.utf8.first, let last = text.utf8.last else { return false }
        let isBlankAround = first <= 32 || last <= 32
        guard isBlankAround || beginnings.contains(beginning(of: text)) else { return false }
        guard count <= longestWithoutStop || isBlankAround || last == UInt8(ascii: ".") else { return false }
        let text = isBlankAround ? trimmed(text) : text
        return all.contains(text) || count <= longestWithoutStop && empty.contains(text.lowercased())
    }

    package static func trimmed(_ text: some StringProtocol) -> String {
        func isBlank(_ character: Character) -> Bool { character.isWhitespace }
        return String(text.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    }
}

/// A place where an author left what a scaffold wrote, or a mark that says nothing.
package struct Leftover: Sendable {
    package let text: String
    package let range: SourceRange
    /// Whether a key stands before it, which might as well go.
    package let hasKey: Bool
}
