import Diagnostics
import Language
import Model

extension Rule {
    static let sectionReadability = Rule(
        "section-readability", .information,
        summary: Message("Inget avsnitt är svårare att läsa än gränsen i kravprofilen (LIX).", en: "No section is harder to read than the profile's limit (LIX)."),
        rationale: Message(
            "LIX väger ihop meningarnas längd och andelen långa ord. Det säger inte om texten är bra, men var den kan vara tung.",
            en: "LIX weighs sentence length and long words. It doesn't say whether a text is good, but where it may be heavy."),
        rejects: [
            Example("program/kapitel/start.md", ("Vi utgår", "↓Vi utgår"), ("planen>.", "planen>. " + Array(repeating: "Kommunövergripande samverkansorganisationers ansvarsfördelning dokumenteras.", count: 12).joined(separator: " ")))
        ],
        language: { basis, survey in
            guard let limit = basis.readability else { return [] }
            return survey.sections.filter { $0.readability.words >= 40 && $0.readability.lix > limit }.map { section in
                Finding(
                    Message(
                        "Avsnittet har LIX \(section.readability.lix); gränsen är \(limit). Korta meningarna, eller byt ut långa ord.",
                        en: "The section has LIX \(section.readability.lix); the limit is \(limit). Shorten sentences, or change long words."),
                    at: section.start)
            }
        })
}
