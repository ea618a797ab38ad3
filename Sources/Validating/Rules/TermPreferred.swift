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
        survey: { catalog, survey in
            catalog.all(Concept.self).flatMap { id, element, concept in
                concept.avoided.compactMap { avoided -> Finding? in
                    let word = avoided.value.lowercased()
                    guard let use = survey.words.first(where: { $0.element != id && survey.isForm($0.word, of: word) }) else { return nil }
                    return Finding(
                        Message(
                            "Skriv ”\(element.title.value.lowercased())” i stället för ”\(use.word)”.",
                            en: "Write '\(element.title.value.lowercased())' in place of '\(use.word)'."),
                        at: use.range, notes: [.init(Message("begreppet", en: "the concept"), at: avoided.range)])
                }
            }
        })
}
