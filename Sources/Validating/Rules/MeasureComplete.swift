import Diagnostics
import Model

extension Rule {
    static let measureComplete = Rule(
        "measure-complete",
        summary: Message(
            "Varje åtgärd har problem, område, ansvarig, indikator, metod och tid för uppföljning.",
            en: "Every measure has a problem, an area, somebody responsible, an indicator, a method and a time of follow-up."),
        rationale: Message(
            "Rätt åtgärd möter ett identifierat problem, och det går att se om den gjorde det.",
            en: "The right measure meets an identified problem, and one can see whether it did."),
        requirements: ["R49", "R15"], viewpoints: ["V25", "V31", "V71"],
        rejects: [
            Example("program/åtgärder.yaml", ("titel: Lyktor", "titel: ↓Lyktor"), ("  indikator: Antalet lyktor som lyser.\n", "")),
            Example("program/åtgärder.yaml", ("titel: Lyktor", "titel: ↓Lyktor"), ("  problem: [orsak:morker]\n", "")),
        ]
    ) { catalog in
        catalog.all(Measure.self).flatMap { _, element, measure in
            var missing: [String] = []
            if measure.problems.isEmpty { missing.append("problem") }
            if measure.areas.isEmpty { missing.append("område") }
            if measure.responsible.isEmpty { missing.append("ansvarig") }
            if measure.indicator == nil { missing.append("indikator") }
            if measure.method == nil { missing.append("metod") }
            if measure.followUpDate == nil { missing.append("uppföljningsdatum") }
            return Finding.lacking(element.title, missing, Message("Kedjan från problem till resultat ska vara hel.", en: "The chain from problem to result must be whole."), requirement: "R49")
        }
    }
}
