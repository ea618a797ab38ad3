import Diagnostics
import Language
import Model

extension Rule {
    static let termDefined = Rule(
        "term-defined",
        summary: Message("Termer i kravprofilen som används i texten är definierade begrepp.", en: "Terms of the profile that the text uses are defined concepts."),
        rationale: Message(
            "Programmet slår fast att det är dess begrepp som används. Då måste termen, i alla sina former och sammansättningar, ha en definition.",
            en: "The programme says that its concepts are the ones used. So a term, in all its forms and compounds, needs a definition."),
        requirements: ["R17"],
        judgesAbsence: true,
        accepts: [
            Example("program/program.yaml", ("termer: [otrygghet]", "termer: [otrygghet, brottsprevention]"))
                .and("program/kapitel/start.md", ("planen>.", "planen>. Brottspreventionen börjar här."))
        ],
        rejects: [
            Example("program/kapitel/start.md", ("planen>.", "planen>. ↓Otryggheten är stor.")),
            Example("program/kapitel/start.md", ("planen>.", "planen>. Den ↓otryggheten minskar när det finns en plan mot den.")),
        ],
        language: { basis, survey in
            basis.undefinedTerms.compactMap { term in
                let wanted = term.value.lowercased()
                guard let use = survey.words.first(where: { survey.isForm($0.word, of: wanted) }) else { return nil }
                return Finding(
                    Message(
                        "”\(use.word)” används men ”\(term.value)” är inget begrepp här. Lägg till begreppet, eller skriv termen som synonym till ett.",
                        en: "'\(use.word)' is used but '\(term.value)' is no concept here. Add the concept, or list the term as a synonym."),
                    at: use.range, notes: [.init(Message("termen i kravprofilen", en: "the term in the profile"), at: term.range)])
            }
        })
}
