import Diagnostics
import Language
import Model

extension Rule {
    static let sentenceLength = Rule(
        "sentence-length", .information,
        summary: Message("Meningar är inte längre än gränsen i kravprofilen.", en: "Sentences aren't longer than the profile's limit."),
        rationale: Message(
            "Långa meningar får läsas om. Förkortningar avslutar ingen mening, punkter i en lista gör det.",
            en: "Long sentences are read twice. Abbreviations end no sentence, items of a list do."),
        accepts: [Example([:]), Example("program/kapitel/start.md", ("planen>.", "planen>. Det gäller bl.a. torg, parker m.m. och annat."))],
        rejects: [
            Example("program/kapitel/start.md", ("planen>.", "planen>.\n\n↓" + Array(repeating: "Torget är ljust och rent och fritt från skräp", count: 5).joined(separator: " och ") + "."))
        ],
        language: { basis, survey in
            guard let limit = basis.wordsInASentence else { return [] }
            return survey.sentences(longerThan: limit).map { sentence, words in
                Finding(
                    Message("Meningen har \(words) ord; gränsen är \(limit). Dela den.", en: "The sentence has \(words) words; the limit is \(limit). Split it."),
                    at: sentence.range)
            }
        })
}
