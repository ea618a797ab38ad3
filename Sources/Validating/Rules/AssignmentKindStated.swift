import Diagnostics
import Model

extension Rule {
    static let assignmentKindStated = Rule(
        "assignment-kind-stated",
        summary: Message("Varje uppdrag anger sitt slag.", en: "Every assignment states its kind."),
        rationale: Message(
            "Slaget avgör vad som krävs av uppdraget: ett samordningsuppdrag måste till exempel ha tre gränser och en resurs.",
            en: "The kind decides what is asked of an assignment: coordination needs three boundaries and a resource."),
        requirements: ["R5"],
        rejects: [Example("program/uppdrag.yaml", ("titel: Leda arbetet", "titel: ↓Leda arbetet"), ("  slag: styrning\n", ""))]
    ) { catalog in
        catalog.all(Assignment.self).flatMap { _, element, assignment in
            Finding.lacking(
                element.title, assignment.kindOfAssignment == nil ? ["slag"] : [],
                Message(
                    "Välj bland: \(AssignmentKind.allCases.map(\.rawValue).joined(separator: ", ")).",
                    en: "Choose among: \(AssignmentKind.allCases.map(\.rawValue).joined(separator: ", "))."))
        }
    }
}
