import Diagnostics
import Model

extension Rule {
    static let escalationPathEndsCentral = Rule(
        "escalation-path-ends-central",
        summary: Message("Varje stödväg slutar på central nivå.", en: "Every escalation path ends at the central level."),
        rationale: Message(
            "Det som inte går att lösa lokalt måste nå någon som kan ta upp det för hela staden.",
            en: "What can't be solved locally must reach somebody who can raise it for the whole city."),
        requirements: ["R31"],
        rejects: [
            Example("program/stödvägar.yaml", ("titel: Stödväg", "titel: ↓Stödväg"), ("nivå: central", "nivå: lokal"))
        ]
    ) { catalog in
        catalog.all(EscalationPath.self).compactMap { _, element, path in
            // A last step without a level has a rule of its own.
            if let last = path.steps.last, last.level?.value != .local { return nil }
            return Finding(
                Message(
                    "Stödvägen ”\(element.title.value)” slutar inte på central nivå. Lägg till ett sista steg med nivå: central.",
                    en: "The path '\(element.title.value)' doesn't end at the central level. Add a last step with nivå: central."),
                at: element.title.range)
        }
    }
}
