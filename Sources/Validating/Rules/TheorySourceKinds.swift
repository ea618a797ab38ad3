import Diagnostics
import Model

extension Rule {
    static let theorySourceKinds = Rule(
        "theory-source-kinds",
        summary: Message("Varje teori har en ursprungskälla och en nyare eller empirisk källa.", en: "Every theory has an original source and a newer or empirical one."),
        rationale: Message(
            "Ursprunget visar vad teorin säger, den nyare källan vad forskningen har kommit fram till sedan dess.",
            en: "The origin shows what the theory says, the newer source what research has found since."),
        requirements: ["R21"],
        rejects: [Example("program/teorier/tillfalle.md", ("titel: Till", "titel: ↓Till"), ("  nyare: [berg-2015]\n", ""))]
    ) { catalog in
        catalog.all(Theory.self).flatMap { _, element, theory -> [Finding] in
            // A theory without any source has a rule of its own.
            guard let sources = theory.sources, !sources.all.isEmpty else { return [] }
            return Finding.lacking(
                element.title, (sources.original.isEmpty ? ["källor: ursprung"] : []) + (sources.newer.isEmpty ? ["källor: nyare"] : []),
                Message("Läsaren behöver båda.", en: "A reader needs both."))
        }
    }
}
