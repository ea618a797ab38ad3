import Diagnostics
import Model

extension Rule {
    static let escalationPathComplete = Rule(
        "escalation-path-complete",
        summary: Message(
            "Varje steg i en stödväg har nivå, kontakt, tidsgräns, beslutsfattare och återkoppling.",
            en: "Every step of a path has level, contact, time limit, decision maker and feedback."),
        rationale: Message(
            "En väg utan kontakt eller tidsgräns slutar i en brevlåda.",
            en: "A path without a contact or a time limit ends in a letter box."),
        requirements: ["R31"],
        rejects: [Example("program/stödvägar.yaml", ("titel: Stödväg", "titel: ↓Stödväg"), ("      tidsgräns: en vecka\n", ""))]
    ) { catalog in
        catalog.all(EscalationPath.self).flatMap { _, element, path -> [Finding] in
            var missing: [String] = path.parties.isEmpty ? ["part"] : []
            for (number, step) in path.steps.enumerated() {
                var keys: [String] = []
                if step.level == nil { keys.append("nivå") }
                if step.contact == nil { keys.append("kontakt") }
                if step.timeLimit == nil { keys.append("tidsgräns") }
                if step.decisionMakers.isEmpty { keys.append("beslutsfattare") }
                if step.feedback == nil { keys.append("återkoppling") }
                missing += keys.map { "\($0) i steg \(number + 1)" }
            }
            return Finding.lacking(element.title, missing, Message("Den som följer vägen behöver veta vem, när och vad som kommer tillbaka.", en: "Whoever follows the path must know who, when and what comes back."))
        }
    }
}
