import Diagnostics
import Model

extension Rule {
    static let conflictReported = Rule(
        "conflict-reported",
        summary: Message("De konflikter som kravprofilen nämner har en rapportväg.", en: "The conflicts that the profile names have a way to report."),
        rationale: Message(
            "När ramavtalen inte täcker behovet måste den som äger avtalen få veta det, och svara.",
            en: "Where contracts don't meet the need, their owner must be told, and answer."),
        requirements: ["R36"], viewpoints: ["V97"],
        rejects: [Example("program/konflikter.yaml", ("titel: Buskar", "titel: ↓Buskar"), ("  rapportväg: Nämnden skriver till styrelsen.\n", ""))]
    ) { catalog in
        catalog.edition.programme.required.reportedConflicts.compactMap { catalog.content(ConflictType.self, at: $0.value) }.flatMap { _, element, conflict in
            Finding.lacking(element.title, conflict.reportPath == nil ? ["rapportväg"] : [], Message("Skriv mottagare och hur svaret kommer tillbaka.", en: "Write the receiver and how the answer comes back."))
        }
    }
}
