import Diagnostics
import Model

extension Rule {
    static let goalMeasured = Rule(
        "goal-measured",
        summary: Message(
            "Varje mål har nivå, målår (eller ”inget målår”), indikator, datakälla, ansvarig och intervall.",
            en: "Every goal has a level, a target year (or 'inget målår'), an indicator, a data source, somebody responsible and an interval."),
        rationale: Message(
            "Ett mål som ingen mäter och ingen ansvarar för är en önskan.",
            en: "A goal that nobody measures or answers for is a wish."),
        requirements: ["R12", "R3"], viewpoints: ["V17", "V49"],
        rejects: [
            Example("program/mål.yaml", ("titel: Tryggt torg", "titel: ↓Tryggt torg"), ("  målår: 2029\n", "")),
            Example("program/mål.yaml", ("titel: Tryggt torg", "titel: ↓Tryggt torg"), ("  ansvarig: [roll:namnden]\n", "")),
        ]
    ) { catalog in
        catalog.all(Goal.self).flatMap { _, element, goal in
            var missing: [String] = []
            if goal.level == nil { missing.append("nivå") }
            if goal.targetYear == nil { missing.append("målår") }
            if goal.indicator == nil { missing.append("indikator") }
            if goal.dataSource == nil { missing.append("datakälla") }
            if goal.responsible.isEmpty { missing.append("ansvarig") }
            if goal.interval == nil { missing.append("intervall") }
            return Finding.lacking(
                element.title, missing,
                Message("Annars går det inte att säga om målet nås.", en: "Otherwise nobody can tell whether it is reached."), requirement: "R12")
        }
    }
}
