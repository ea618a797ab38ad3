import Diagnostics
import Model

extension Rule {
    static let assignmentLegalBasis = Rule(
        "assignment-legal-basis",
        summary: Message(
            "Varje uppdrag anger lagstöd, eller att det saknas, med dag för rättsläget.",
            en: "Every assignment states its legal basis, or that there is none, as of a day."),
        rationale: Message(
            "Utan vägledning i lag ställs extra krav på att programmet självt säger vad uppdraget vilar på. Rättsläget ändras, och därför behövs en dag.",
            en: "Without guidance in law the programme itself must say what an assignment rests on. The law changes, so a day is needed."),
        requirements: ["R5"], viewpoints: ["V57"],
        rejects: [
            Example("program/uppdrag.yaml", ("titel: Leda arbetet", "titel: ↓Leda arbetet"), ("  lagstöd: { saknas: Ingen lag pekar ut styrelsen., per: 2026-01-31 }\n", "")),
            Example("program/uppdrag.yaml", ("titel: Leda arbetet", "titel: ↓Leda arbetet"), ("styrelsen., per: 2026-01-31 }", "styrelsen. }")),
        ]
    ) { catalog in
        catalog.all(Assignment.self).flatMap { _, element, assignment in
            var missing: [String] = []
            let basis = assignment.legalBasis ?? LegalBasis()
            if basis.support.isEmpty, basis.absence == nil { missing.append("lagstöd") }
            if basis.asOf == nil, assignment.legalBasis != nil { missing.append("lagstöd: per") }
            return Finding.lacking(
                element.title, missing,
                Message("Skriv lagen under ”stöd”, eller varför den saknas under ”saknas”.", en: "Write the law under 'stöd', or why there is none under 'saknas'."))
        }
    }
}
