import Diagnostics
import Language
import Model

extension Rule {
    static let lawKnown = Rule(
        "law-known",
        summary: Message("Varje lag som nämns med nummer finns i registret eller bland källorna.", en: "Every law named by number stands in the register or among the sources."),
        rationale: Message(
            "Ett nummer som inget register har kan vara felskrivet, och läsaren får ingen väg till lagen.",
            en: "A number that no register has may be mistyped, and leads a reader nowhere."),
        requirements: ["R10", "R26"], viewpoints: ["V58", "V22"],
        accepts: [Example("program/kapitel/start.md", ("planen>.", "planen>. Se kommunallagen (2017:725) och SOU 2021:49."))],
        rejects: [
            Example("program/kapitel/start.md", ("planen>.", "planen>. Se kommunallagen (↓2017:752).")),
            Example("program/kapitel/start.md", ("planen>.", "planen>. Det gäller enligt SFS ↓2027:998.")),
            Example("program/kapitel/start.md", ("planen>.", "planen>. Det gäller enligt lagen ↓2027:998.")),
        ],
        language: { basis, survey in
            let numbers = survey.marked(.lawNumber)
            guard !numbers.isEmpty else { return [] }
            let known = Set(basis.lawNumbers)
            return numbers.compactMap { mark in
                let bytes = survey.bytes(of: mark.range.file)
                guard LawNumber.isNamed(bytes, at: Int(mark.range.lower)) else { return nil }
                let number = String(decoding: bytes[mark.range.bytes], as: UTF8.self)
                guard !known.contains(number) else { return nil }
                return Finding(
                    Message(
                        "Lagen \(number) finns varken i styrdokument.yaml eller bland källorna. Rätta numret, eller lägg till lagen.",
                        en: "The law \(number) is neither in styrdokument.yaml nor among the sources. Correct the number, or add the law."),
                    at: mark.range, requirement: "R10")
            }
        })
}
