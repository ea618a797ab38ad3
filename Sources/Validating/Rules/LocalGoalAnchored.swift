import Diagnostics
import Model

extension Rule {
    static let localGoalAnchored = Rule(
        "local-goal-anchored",
        summary: Message(
            "Ett lokalt mål hänvisar till programmål, lokal lägesbild och orsaksanalys.",
            en: "A local goal refers to a goal of the programme, a local situation assessment and a cause analysis."),
        rationale: Message(
            "Nämndernas egna mål ska vila på programmet och på vad som gäller just där.",
            en: "Committees' own goals rest on the programme and on what holds in that very place."),
        requirements: ["R18"],
        rejects: [
            Example("program/mål.yaml", ("titel: Tryggt i norr", "titel: ↓Tryggt i norr"), ("  orsaksanalys: Nämndens analys från 2025.\n", "")),
            Example("program/mål.yaml", ("titel: Tryggt i norr", "titel: ↓Tryggt i norr"), ("programmål: [mal:tryggt-torg]", "programmål: [mal:tryggt-norr]")),
        ]
    ) { catalog in
        catalog.all(Goal.self).filter { $0.content.level?.value == .local }.flatMap { _, element, goal in
            var missing: [String] = []
            // A goal that names itself, or another local one, rests on nothing.
            let isAnchored = goal.programmeGoals.contains { catalog.content(of: $0).map { $0.content.level?.value != .local } ?? true }
            if !isAnchored { missing.append(goal.programmeGoals.isEmpty ? "programmål" : "programmål på programnivå") }
            if goal.situationAssessment == nil { missing.append("lägesbild") }
            if goal.causeAnalysis == nil { missing.append("orsaksanalys") }
            return Finding.lacking(element.title, missing, Message("Ett lokalt mål vilar på alla tre.", en: "A local goal rests on all three."))
        }
    }
}
