import Diagnostics
import Model

extension Rule {
    static let conflictRuleBinding = Rule(
        "conflict-rule-binding",
        summary: Message("Varje regel i en konflikt är märkt som bindande eller inte.", en: "Every rule in a conflict is marked as binding or not."),
        rationale: Message(
            "En bindande regel går före programmet och vägs inte mot något annat.",
            en: "A binding rule goes before the programme and isn't weighed against anything."),
        requirements: ["R34"],
        rejects: [Example("program/konflikter.yaml", ("titel: Buskar", "titel: ↓Buskar"), ("regel: Nämndens skötselplan., bindande: nej", "regel: Nämndens skötselplan."))]
    ) { catalog in
        catalog.all(ConflictType.self).flatMap { _, element, conflict in
            let missing = conflict.rules.enumerated().filter { $0.element.isBinding == nil }.map { "bindande på regel \($0.offset + 1)" }
            return Finding.lacking(element.title, missing, Message("Skriv ja eller nej.", en: "Write ja or nej."))
        }
    }
}
