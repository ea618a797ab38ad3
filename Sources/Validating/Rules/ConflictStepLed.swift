import Diagnostics
import Model

extension Rule {
    static let conflictStepLed = Rule(
        "conflict-step-led",
        summary: Message("Varje steg i konflikthanteringen har en ansvarig.", en: "Every step of the conflict procedure has somebody responsible."),
        rationale: Message(
            "Upptäck, beskriv, väg, besluta, följ upp: varje steg stannar om ingen äger det.",
            en: "Discover, describe, weigh, decide, follow up: each step stops if nobody owns it."),
        requirements: ["R32"],
        rejects: [Example("program/konflikthantering.yaml", ("titel: Besluta", "titel: ↓Besluta"), (", ansvarig: [roll:namnden]", ""))]
    ) { catalog in
        catalog.all(ConflictStep.self).flatMap { _, element, step in
            Finding.lacking(element.title, step.responsible.isEmpty ? ["ansvarig"] : [], Message("Ange vem som gör steget.", en: "Say who takes the step."))
        }
    }
}
