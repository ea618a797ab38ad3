import Diagnostics
import Model

extension Rule {
    static let assignmentHasGoal = Rule(
        "assignment-has-goal",
        summary: Message("Varje uppdrag pekar på minst ett mål.", en: "Every assignment points at a goal."),
        rationale: Message(
            "Ett uppdrag utan mål går inte att prioritera eller följa upp.",
            en: "An assignment without a goal can be neither prioritised nor followed up."),
        requirements: ["R3"],
        rejects: [Example("program/uppdrag.yaml", ("titel: Samordna på", "titel: ↓Samordna på"), ("  mål: [mal:tryggt-torg]\n", ""))]
    ) { catalog in
        catalog.all(Assignment.self).flatMap { _, element, assignment in
            Finding.lacking(
                element.title, assignment.goals.isEmpty ? ["mål"] : [],
                Message("Annars syns inte vad uppdraget ska leda till.", en: "Otherwise it doesn't show what it is for."))
        }
    }
}
