import Diagnostics
import Model

extension Rule {
    static let authorityStated = Rule(
        "authority-stated",
        summary: Message(
            "Varje uppdrag anger rådighet. Saknas den namnges den som har den, och vad bäraren får göra.",
            en: "Every assignment states authority to decide; where it lacks, who has it and what the bearer may do."),
        rationale: Message(
            "En nämnd kan inte ansvara för det den saknar rådighet över. Då får den ta initiativ, informera och lyfta vidare.",
            en: "A committee can't answer for what it can't decide. Then it may take the initiative, inform and pass on."),
        requirements: ["R7"],
        rejects: [
            Example("program/uppdrag.yaml", ("titel: Lyfta frågor", "titel: ↓Lyfta frågor"), ("  tillåtna-handlingar: [ta initiativ, informera, lyfta vidare]\n", "")),
            Example("program/uppdrag.yaml", ("titel: Leda arbetet", "titel: ↓Leda arbetet"), ("  rådighet: ja\n", "")),
        ]
    ) { catalog in
        catalog.all(Assignment.self).flatMap { _, element, assignment in
            var missing: [String] = []
            if assignment.authority == nil { missing.append("rådighet") }
            if let authority = assignment.authority?.value, authority != .full {
                if assignment.authorityOwners.isEmpty { missing.append("ägare") }
                if assignment.permittedActions.isEmpty { missing.append("tillåtna-handlingar") }
            }
            return Finding.lacking(
                element.title, missing,
                Message("Skilj det bäraren råder över från det någon annan beslutar.", en: "Keep what the bearer decides apart from what others do."))
        }
    }
}
