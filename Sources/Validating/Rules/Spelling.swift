import Diagnostics
import Language
import Model

extension Rule {
    package static let spelling = Rule(
        "spelling", .warning,
        summary: Message("Orden är rättstavade, eller står i programmets egen ordlista.", en: "Words are spelled right, or stand in the programme's own word list."),
        rationale: Message(
            "Stavfel gör läsaren osäker på resten. Namn och fackord som ordlistan saknar skrivs en gång i ordlista.yaml.",
            en: "A misspelling makes a reader doubt the rest. Names and terms go once into ordlista.yaml."),
        rejects: [Example("program/kapitel/start.md", ("planen>.", "planen>. Vi är ↓ottrygga."))],
        language: { basis, survey in
            guard let dictionary = survey.dictionary else { return [] }
            let own = basis.ownWords
            var told: Set<String> = []
            let wrong = survey.words.filter { word in
                let isAbbreviation = word.word.allSatisfy(\.isUppercase)
                // The programme's own list first: asking the dictionary for a compound takes far longer.
                return !isAbbreviation && !own.contains(word.word.lowercased()) && !dictionary.knows(word.word)
                    && !own.contains(form: word.word.lowercased()) && told.insert(word.word.lowercased()).inserted
            }
            return wrong.enumerated().map { number, word in
                // Suggesting takes far longer than checking.
                let near = number < 20 ? dictionary.suggestions(for: word.word).prefix(3) : []
                let also = word.count > 1 ? " Ordet står på \(word.count) ställen." : ""
                return Finding(
                    Message(
                        "”\(word.word)” finns inte i ordlistan." + (near.isEmpty ? "" : " Menade du \(near.map { "”\($0)”" }.joined(separator: ", "))?")
                            + " Är ordet rätt läggs det till i ordlista.yaml." + also,
                        en: "'\(word.word)' is not in the dictionary." + (near.isEmpty ? "" : " Did you mean \(near.map { "'\($0)'" }.joined(separator: ", "))?")
                            + " If it is right, add it to ordlista.yaml."),
                    at: word.range)
            }
        }
    ).needing(.names)
}

extension Set<String> {
    private static let endings = ["", "s", "n", "ns", "en", "ens", "t", "ts", "et", "ets", "ar", "er", "or", "arna", "erna", "orna", "na", "nas"]

    /// Whether a word is one of these, or one of these with an ending.
    fileprivate func contains(form word: String) -> Bool {
        Self.endings.contains { word.hasSuffix($0) && contains(String(word.dropLast($0.count))) }
    }
}

extension LanguageBasis {
    /// Small letters.
    fileprivate var ownWords: Set<String> {
        var words = Set(words.map { $0.lowercased() })
        for text in ownTexts {
            for word in text.split(whereSeparator: { !$0.isLetter }) where word.count > 1 { words.insert(word.lowercased()) }
        }
        return words
    }
}
