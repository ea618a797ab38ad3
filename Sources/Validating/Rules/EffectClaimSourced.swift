import Diagnostics
import Language
import Markup
import Model

extension Rule {
    static let effectClaimSourced = Rule(
        "effect-claim-sourced",
        summary: Message("Påståenden om orsak eller effekt har källa, eller är märkta som bedömning.", en: "Statements of cause or effect have a source, or are marked as an assessment."),
        rationale: Message(
            "”Forskning visar” utan källa går inte att granska. Är det programmets egen bedömning skrivs det ut.",
            en: "'Research shows' without a source can't be examined. If it is the programme's own judgement, it says so."),
        requirements: ["R24"],
        accepts: [
            Example("program/kapitel/start.md", ("planen>.", "planen>. Forskning visar att ljus hjälper [@berg-2015]. Programmets bedömning är att ljus leder till färre brott."))
        ],
        rejects: [
            Example("program/kapitel/start.md", ("planen>.\n", "planen>.\n\n↓Forskning visar att mörker är farligt.\n")),
            Example("program/kapitel/start.md", ("planen>.\n", "planen>.\n\n↓Lyktor leder till färre brott.\n")),
        ],
        survey: { catalog, survey in
            survey.texts.flatMap { text -> [Finding] in
                guard text.scanned.marks.contains(where: { $0.marks.contains(.claims) }) else { return [] }
                // An element with sources of its own rests on them.
                if text.kind != .body, let id = text.element, catalog[id].content.facts.contains(where: \.value.isCited) { return [] }
                let claiming = Set(text.scanned.marks.lazy.filter { $0.marks.contains(.claims) }.map { Int($0.sentence) })
                let cited = Set(text.scanned.sentences.lazy.filter(\.isCited).map(\.paragraph))
                return claiming.sorted().compactMap { index -> Finding? in
                    guard index < text.scanned.sentences.count else { return nil }
                    let sentence = text.scanned.sentences[index]
                    guard !cited.contains(sentence.paragraph), !sentence.isHeading else { return nil }
                    guard let claim = ClaimWords.claim(in: survey.plain(sentence.range, in: text.file, of: catalog).lowercased()) else { return nil }
                    return Finding(
                        Message(
                            "”\(claim)” påstår en orsak eller effekt utan källa. Ange källan med [@nyckel], eller skriv att det är en bedömning.",
                            en: "'\(claim)' states a cause or effect without a source. Cite it with [@key], or say that it is an assessment."),
                        at: survey.range(sentence.range, in: text))
                }
            }
        })
}

extension FactValue {
    fileprivate var isCited: Bool {
        switch self {
        case .citation: true
        case .prose(let prose): !prose.document.outline.citations.isEmpty
        case .list(let values): values.contains(where: \.isCited)
        case .record(let facts): facts.contains(where: \.value.isCited)
        case .text, .link: false
        }
    }
}
