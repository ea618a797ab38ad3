import Diagnostics
import Model

extension Rule {
    static let assignmentBounded = Rule(
        "assignment-bounded",
        summary: Message(
            "Varje uppdrag anger vad det gäller, vad som ingår och vad som ligger utanför.",
            en: "Every assignment says what it concerns, what is within it and what is outside."),
        rationale: Message(
            "Utan gräns blir ett uppdrag så stort som någon annan önskar. När lagen inte drar gränsen måste programmet göra det.",
            en: "Without a boundary an assignment grows to what others wish. Where the law draws none, the programme must."),
        requirements: ["R5"], viewpoints: ["V7", "V57", "V61"],
        rejects: [
            Example("program/uppdrag.yaml", ("titel: Leda arbetet", "titel: ↓Leda arbetet"), ("  gräns: { beslutar: [Kommunens forum.], utanför: [Nämndens budget.] }\n", "")),
            Example("program/uppdrag.yaml", ("titel: Leda arbetet", "titel: ↓Leda arbetet"), (", utanför: [Nämndens budget.] }", " }")),
            Example("program/uppdrag.yaml", ("titel: Leda arbetet", "titel: ↓Leda arbetet"), ("  föremål: Kommunens arbete.\n", "")),
        ]
    ) { catalog in
        catalog.all(Assignment.self).flatMap { _, element, assignment in
            var missing: [String] = []
            if assignment.object == nil { missing.append("föremål") }
            // A coordination assignment has a rule of its own, with three lists.
            if assignment.kindOfAssignment?.value != .coordination {
                if (assignment.boundary?.decides ?? []).isEmpty, (assignment.boundary?.coordinates ?? []).isEmpty { missing.append("gräns: beslutar") }
                if (assignment.boundary?.outside ?? []).isEmpty { missing.append("gräns: utanför") }
            }
            return Finding.lacking(
                element.title, missing,
                Message("Den som bär uppdraget vet annars inte var det slutar.", en: "Otherwise its bearer can't tell where it ends."))
        }
    }
}
