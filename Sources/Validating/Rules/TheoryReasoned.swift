import Diagnostics
import Model

extension Rule {
    static let theoryReasoned = Rule(
        "theory-reasoned",
        summary: Message("Varje teori har ett skäl till att den är utgångspunkt.", en: "Every theory has a reason for being a starting point."),
        rationale: Message(
            "Det ska framgå varför just dessa teorier är valda, så att valet går att granska.",
            en: "It must show why these theories were chosen, so that the choice can be examined."),
        requirements: ["R22"],
        rejects: [Example("program/teorier/tillfalle.md", ("titel: Till", "titel: ↓Till"), ("varför: Kommunen råder över många tillfällen.\n", ""))]
    ) { catalog in
        catalog.all(Theory.self).flatMap { _, element, theory in
            Finding.lacking(element.title, theory.reason == nil ? ["varför"] : [], Message("Säg varför den är vald.", en: "Say why it was chosen."))
        }
    }
}
