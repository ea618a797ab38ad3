import Language
import Model

/// A title for what has only its slug, where å, ä and ö are lost.
package enum TitleGuess {
    /// The slug's words, with the letters that make each a Swedish word; a text to write over where that isn't known.
    package static func title(of slug: String, _ dictionary: SpellingDictionary?) -> String {
        let words = slug.split(separator: "-").map { word(String($0), dictionary) }
        guard !words.isEmpty, words.allSatisfy({ $0 != nil }) else { return TemplateText.title }
        let text = words.compactMap(\.self).joined(separator: " ")
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    private static let variants: [Character: [Character]] = ["a": ["a", "å", "ä"], "o": ["o", "ö"]]

    private static func word(_ plain: String, _ dictionary: SpellingDictionary?) -> String? {
        guard plain.contains(where: \.isLetter) else { return plain }
        guard let dictionary else { return nil }
        var candidates = [""]
        for letter in plain {
            let letters = variants[letter] ?? [letter]
            candidates = candidates.flatMap { begun in letters.map { begun + String($0) } }
            guard candidates.count <= 200 else { return nil }
        }
        return candidates.first(where: dictionary.knows)
    }
}
