import Diagnostics
import Model

extension Rule {
    static let intrusionTested = Rule(
        "intrusion-tested",
        summary: Message(
            "Ingripande arbetssätt och åtgärder anger nödvändighet, proportionalitet och laglighet.",
            en: "Intruding methods and measures state necessity, proportionality and legality."),
        rationale: Message(
            "Demokrati, rättssäkerhet och mänskliga fri- och rättigheter prövas i varje åtgärd som begränsar eller övervakar någon.",
            en: "Democracy, legal certainty and human rights are tested in every measure that limits or watches somebody."),
        requirements: ["R51"],
        rejects: [
            Example("program/arbetssätt.yaml", ("titel: Kamera", "titel: ↓Kamera"), ("    laglighet: Avvägningen är skriven.\n", "")),
            Example(
                "program/arbetssätt.yaml", ("titel: Kamera", "titel: ↓Kamera"),
                ("  ingripande:\n    nödvändighet: Annat har prövats.\n    proportionalitet: Bara natten bevakas.\n    laglighet: Avvägningen är skriven.\n", "")),
        ]
    ) { catalog in
        let words = catalog.edition.programme.required.intrusionWords.map { $0.value.lowercased() }
        let tested = catalog.all(WorkingMethod.self).map { ($0.element, $0.content.intrusion) } + catalog.all(Measure.self).map { ($0.element, $0.content.intrusion) }
        return tested.flatMap { element, intrusion -> [Finding] in
            let title = element.title.value.lowercased()
            guard intrusion != nil || words.contains(where: title.contains) else { return [] }
            var missing: [String] = []
            if intrusion?.necessity == nil { missing.append("nödvändighet") }
            if intrusion?.proportionality == nil { missing.append("proportionalitet") }
            if intrusion?.legality == nil { missing.append("laglighet") }
            return Finding.lacking(
                element.title, missing.map { "ingripande: \($0)" },
                Message("Den som drabbas ska kunna läsa prövningen.", en: "Whoever is affected must be able to read the test."))
        }
    }
}
