import Diagnostics
import Model

extension Rule {
    static let conflictDescribed = Rule(
        "conflict-described",
        summary: Message(
            "Varje konflikttyp har parter, regler, beslutsägare och vad som gäller tills beslut finns.",
            en: "Every conflict type has parties, rules, decision owners and what holds until decided."),
        rationale: Message(
            "Den som står i en konflikt behöver veta vem som avgör och vad hon gör under tiden.",
            en: "Whoever stands in a conflict must know who settles it and what to do meanwhile."),
        requirements: ["R33"],
        rejects: [Example("program/konflikter.yaml", ("titel: Buskar", "titel: ↓Buskar"), ("  tills-beslut: Buskarna står kvar.\n", ""))]
    ) { catalog in
        catalog.all(ConflictType.self).flatMap { _, element, conflict in
            var missing: [String] = []
            if conflict.parties.isEmpty { missing.append("parter") }
            if conflict.rules.isEmpty { missing.append("regler") }
            if conflict.decisionOwners.isEmpty { missing.append("beslutsägare") }
            if conflict.untilDecided == nil { missing.append("tills-beslut") }
            return Finding.lacking(element.title, missing, Message("Utan dem löser katalogen ingenting.", en: "Without them the catalogue solves nothing."))
        }
    }
}
