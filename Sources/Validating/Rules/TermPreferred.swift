import Diagnostics
import Language
import Model

extension Rule {
    static let termPreferred = Rule(
        "term-preferred",
        summary: Message("Ord som ett begrepp ber läsaren undvika används inte.", en: "Words that a concept asks to avoid aren't used."),
        rationale: Message(
            "Två ord för samma sak får läsaren att leta efter en skillnad som inte finns.",
            en: "Two words for one thing make a reader look for a difference that isn't there."),
        requirements: ["R17"],
        rejects: [Example("program/kapitel/start.md", ("planen>.", "planen>. Vår ↓kriminalprevention är ny."))],
        language: { basis, survey in
            basis.avoided.compactMap { avoided -> Finding? in
                let word = avoided.word.value.lowercased()
                guard let use = survey.words.first(where: { $0.owner != avoided.concept && survey.isForm($0.word, of: word) }) else { return nil }
                return Finding(
                    Message(
                        "Skriv ”\(avoided.title.lowercased())” i stället för ”\(use.word)”.",
                        en: "Write '\(avoided.title.lowercased())' in place of '\(use.word)'."),
                    at: use.range, notes: [.init(Message("begreppet", en: "the concept"), at: avoided.word.range)])
            }
        })
}
