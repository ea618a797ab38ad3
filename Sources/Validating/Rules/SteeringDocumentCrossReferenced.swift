import Diagnostics
import Model

extension Rule {
    static let steeringDocumentCrossReferenced = Rule(
        "steering-document-cross-referenced",
        summary: Message(
            "Varje styrdokument används: minst ett kapitel, fokusområde eller uppdrag hänvisar till det.",
            en: "Every steering document is used: at least one chapter, focus area or assignment refers to it."),
        rationale: Message(
            "Ett register som ingen text hänvisar till blir en lista vid sidan av. Läsaren ska se var dokumentet gör skillnad.",
            en: "A register that no text refers to is a list beside the programme. A reader should see where the document matters."),
        requirements: ["R26"],
        judgesAbsence: true,
        rejects: [
            Example("program/styrdokument.yaml", ("titel: Plan", "titel: ↓Plan")).and("program/kapitel/start.md", (" och följer <styrdokument:trygghetsplanen>", ""))
        ]
    ) { catalog in
        catalog.all(SteeringDocument.self).compactMap { id, element, _ in
            guard !catalog.isCrossReferenced(id) else { return nil }
            return Finding(
                Message(
                    "Inget kapitel, fokusområde eller uppdrag hänvisar till ”\(element.title.value)”. Skriv [text](\(element.address)) där det används.",
                    en: "No chapter, focus area or assignment refers to '\(element.title.value)'. Write [text](\(element.address)) where it is used."),
                at: element.title.range)
        }
    }
}
