import Diagnostics
import Model

extension Rule {
    static let documentStatusDated = Rule(
        "document-status-dated",
        summary: Message("Varje styrdokument har status och dag för statusen.", en: "Every steering document has a status and its day."),
        rationale: Message(
            "”Gäller” utan dag säger inget om några år. En okänd status skrivs som okänd.",
            en: "'In force' without a day says nothing in some years. An unknown status is written as unknown."),
        requirements: ["R27"],
        rejects: [
            Example("program/styrdokument.yaml", ("titel: Plan", "titel: ↓Plan"), ("  status-per: 2026-01-31\n", "")),
            Example("program/styrdokument.yaml", ("titel: Plan", "titel: ↓Plan"), ("  status: gäller\n", "")),
        ]
    ) { catalog in
        catalog.all(SteeringDocument.self).flatMap { _, element, document in
            Finding.lacking(
                element.title, (document.status == nil ? ["status"] : []) + (document.statusAsOf == nil ? ["status-per"] : []),
                Message("Skriv vad som gällde, och vilken dag det kontrollerades.", en: "Write what held, and the day it was checked."))
        }
    }
}
