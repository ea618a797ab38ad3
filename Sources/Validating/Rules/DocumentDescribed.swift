import Diagnostics
import Model

extension Rule {
    static let documentDescribed = Rule(
        "document-described",
        summary: Message("Varje styrdokument har ägare, betydelse och var det används.", en: "Every steering document has an owner, what it means here and where it is used."),
        rationale: Message(
            "Registret ersätter återgivning av andra dokument. Då måste varje post säga vems dokumentet är, varför det behövs och var.",
            en: "The register replaces retelling. So each entry must say whose the document is, why it matters and where."),
        requirements: ["R25"], viewpoints: ["V21", "V78"],
        rejects: [Example("program/styrdokument.yaml", ("titel: Plan", "titel: ↓Plan"), ("  betydelse: Anger var kommunen börjar.\n", ""))]
    ) { catalog in
        catalog.all(SteeringDocument.self).flatMap { _, element, document in
            var missing: [String] = []
            if document.owner == nil { missing.append("ägare") }
            if document.significance == nil { missing.append("betydelse") }
            if document.use == nil { missing.append("används") }
            return Finding.lacking(element.title, missing, Message("Läsaren ska slippa slå upp dokumentet för att förstå varför det nämns.", en: "A reader shouldn't have to look it up to see why it is named."))
        }
    }
}
