import Diagnostics
import Language
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
            Example("program/kapitel/start.md", ("planen>.", "planen>. Forskning visar att ljus hjälper [@berg-2015]. Programmets bedömning är att ljus leder till färre brott. Nämnden bidrar till arbetet. Åtgärder som minskar antalet inbrott listas."))
        ],
        rejects: [
            Example("program/kapitel/start.md", ("planen>.\n", "planen>.\n\n↓Forskning visar att mörker är farligt.\n")),
            Example("program/kapitel/start.md", ("planen>.\n", "planen>.\n\n↓Lyktor leder till färre brott.\n")),
            Example("program/kapitel/start.md", ("planen>.\n", "planen>.\n\n↓En vandring sänker antalet inbrott.\n")),
            Example("program/kapitel/start.md", ("planen>.\n", "planen>.\n\n↓Belysning skapar trygghet.\n")),
            Example("program/kapitel/start.md", ("planen>.\n", "planen>.\n\n↓Lyktor bidrar till färre brott.\n")),
            Example("program/kapitel/start.md", ("planen>.\n", "planen>.\n\n↓Arbetet resulterade i lägre brottslighet.\n")),
            Example("program/kapitel/start.md", ("planen>.\n", "planen>.\n\n↓Sedan lyktorna tändes har skadegörelsen minskat med 40 procent.\n")),
        ],
        language: { _, survey in
            var told: Set<SourceRange> = []
            return survey.marked(.claims).compactMap { mark -> Finding? in
                let bytes = survey.bytes(of: mark.range.file)
                guard let words = ClaimWords.claim(at: mark.range.bytes, in: bytes), told.insert(mark.sentence).inserted, !survey.isHeading(mark),
                    !survey.isCitedBeside(mark)
                else { return nil }
                // An element with sources of its own rests on them.
                if mark.kind != .body, let owner = mark.owner, survey.hasCitedFacts(owner) { return nil }
                guard !ClaimWords.isHedged(survey.plain(mark.sentence).lowercased()) else { return nil }
                return Finding(
                    Message(
                        "”\(words)” påstår en orsak eller effekt utan källa. Ange källan med [@nyckel], eller skriv att det är en bedömning.",
                        en: "'\(words)' states a cause or effect without a source. Cite it with [@key], or say that it is an assessment."),
                    at: mark.sentence)
            }
        })
}
