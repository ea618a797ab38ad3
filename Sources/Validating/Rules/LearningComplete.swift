import Diagnostics
import Model

extension Rule {
    static let learningComplete = Rule(
        "learning-complete",
        summary: Message("Varje lärande har slag, ansvarig, intervall och förebild.", en: "Every kind of learning has somebody responsible, an interval and a model."),
        rationale: Message(
            "En förebild, som ANDT-samordningen, visar att det går. Ansvarig och intervall gör att det blir av.",
            en: "A model shows that it can be done. Somebody responsible and an interval see that it is."),
        requirements: ["R38"], viewpoints: ["V101", "V103"],
        rejects: [Example("program/lärande.yaml", ("titel: Utvärdering", "titel: ↓Utvärdering"), ("  förebild: Kommunens arbete med trafiken.\n", ""))]
    ) { catalog in
        catalog.all(Learning.self).flatMap { _, element, learning in
            var missing: [String] = []
            if learning.learningKind == nil { missing.append("slag") }
            if learning.responsible.isEmpty { missing.append("ansvarig") }
            if learning.interval == nil { missing.append("intervall") }
            if learning.model == nil { missing.append("förebild") }
            return Finding.lacking(element.title, missing, Message("Säg vem som gör det, hur ofta och efter vilken förebild.", en: "Say who does it, how often and after which model."))
        }
    }
}
