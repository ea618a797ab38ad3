import Diagnostics
import Model

extension Rule {
    static let placeFunctionLed = Rule(
        "place-function-led",
        summary: Message("Varje funktion på en plats har exakt en huvudansvarig.", en: "Every function at a place has exactly one that is responsible."),
        rationale: Message(
            "På många platser delar minst tre aktörer på skötsel och drift. Ansvarstavlan visar vem som svarar för vad.",
            en: "At many places three or more share the upkeep. The board shows who answers for what."),
        requirements: ["R30"],
        rejects: [
            Example("program/platsfunktioner.yaml", ("titel: Skötsel", "titel: ↓Skötsel"), ("  huvudansvarig: [roll:namnden]\n", "")),
            Example("program/platsfunktioner.yaml", ("titel: Skötsel", "titel: ↓Skötsel"), ("huvudansvarig: [roll:namnden]", "huvudansvarig: [roll:namnden, roll:polisen]")),
        ]
    ) { catalog in
        catalog.all(PlaceFunction.self).filter { $0.content.responsible.count != 1 }.map { _, element, function in
            Finding(
                Message(
                    "Funktionen ”\(element.title.value)” har \(function.responsible.isEmpty ? "ingen huvudansvarig" : "\(function.responsible.count) huvudansvariga"). Ange exakt en; de andra medverkar.",
                    en: "The function '\(element.title.value)' has \(function.responsible.count) responsible. Name exactly one; the others take part."),
                at: element.title.range)
        }
    }
}
