import Diagnostics
import Model

extension Rule {
    static let theoryCrossReferenced = Rule(
        "theory-cross-referenced",
        summary: Message(
            "Varje teori används: minst ett kapitel, fokusområde eller uppdrag hänvisar till den.",
            en: "Every theory is used: at least one chapter, focus area or assignment refers to it."),
        rationale: Message(
            "En teori som inget hänvisar till styr ingenting. Läsaren ska se vilket arbete den bär.",
            en: "A theory that nothing refers to steers nothing. A reader should see which work it carries."),
        requirements: ["R21"],
        judgesAbsence: true,
        accepts: [
            Example([:]),
            Example("program/kapitel/start.md", ("Vi utgår från [teorin om tillfällen](teori:tillfalle) och följer", "Vi följer")),
        ],
        rejects: [
            Example("program/teorier/tillfalle.md", ("titel: Till", "titel: ↓Till"))
                .and("program/kapitel/start.md", ("Vi utgår från [teorin om tillfällen](teori:tillfalle) och följer", "Vi följer"))
                .and("program/fokusområden/torget.md", ("teorier: [teori:tillfalle]", "teorier: [teori:vanor]"))
                .and(habits)
        ]
    ) { catalog in
        catalog.all(Theory.self).compactMap { id, element, _ in
            guard !catalog.isCrossReferenced(id) else { return nil }
            return Finding(
                Message(
                    "Inget kapitel, fokusområde eller uppdrag hänvisar till teorin ”\(element.title.value)”. Skriv [text](\(element.address)) där den används.",
                    en: "No chapter, focus area or assignment refers to the theory '\(element.title.value)'. Write [text](\(element.address)) where it is used."),
                at: element.title.range)
        }
    }

    /// Another theory, as complete.
    private static let habits = Example([
        "program/teorier/vanor.md": (Example.surroundings["program/teorier/tillfalle.md"] ?? "").replacing("titel: Tillfällen", with: "titel: Vanor")
    ])
}
