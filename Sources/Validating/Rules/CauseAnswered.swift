import Diagnostics
import Model

extension Rule {
    static let causeAnswered = Rule(
        "cause-answered",
        summary: Message(
            "Varje orsak har minst en åtgärd, och orsak och åtgärd nämner varandra.",
            en: "Every cause has a measure, and cause and measure name each other."),
        rationale: Message(
            "Ett samlat grepp om hur målet ska nås är en obruten kedja från orsak till åtgärd, ansvarig och indikator.",
            en: "A strategy is an unbroken chain from cause to measure, to somebody responsible and to an indicator."),
        requirements: ["R15"],
        rejects: [
            Example("program/orsaker.yaml", ("titel: Mörker", "titel: ↓Mörker"), ("  åtgärder: [atgard:lyktor]\n", "")),
            Example("program/orsaker.yaml", ("  åtgärder: [atgard:lyktor]\n", "  åtgärder: [atgard:lyktor]\n- { id: kyla, titel: ↓Kyla, beskrivning: Torget är kallt., nivå: lokal, rådighet: ja, bedömning: ja }\n")),
        ]
    ) { catalog in
        let answering = catalog.measuresByProblem
        return catalog.all(Cause.self).compactMap { id, element, cause in
            let named = Set(cause.measures.compactMap { catalog.element(of: $0) })
            let answered = Set(answering[id] ?? [])
            if named.isEmpty {
                return Finding(
                    Message(
                        "Orsaken ”\(element.title.value)” har ingen åtgärd. Ange den under ”åtgärder”, så att kedjan till ansvarig och indikator blir hel.",
                        en: "The cause '\(element.title.value)' has no measure. Name one under 'åtgärder', so that the chain is whole."),
                    at: element.title.range)
            }
            // A measure that names no problem at all has its own rule.
            let oneSided = named.symmetricDifference(answered).filter { (catalog[$0].content as? Measure)?.problems.isEmpty == false }.sorted()
            guard let other = oneSided.first else { return nil }
            return Finding(
                Message(
                    "Orsaken ”\(element.title.value)” och åtgärden ”\(catalog[other].title.value)” nämner inte varandra. Skriv båda: ”åtgärder” på orsaken och ”problem” på åtgärden.",
                    en: "The cause '\(element.title.value)' and the measure '\(catalog[other].title.value)' don't name each other. Write both."),
                at: element.title.range)
        }
    }.needing(.kind(.cause), .kind(.measure))
}
