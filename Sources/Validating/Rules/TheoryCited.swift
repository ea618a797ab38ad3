import Diagnostics
import Model

extension Rule {
    static let theoryCited = Rule(
        "theory-cited",
        summary: Message("Varje teori har en källa.", en: "Every theory has a source."),
        rationale: Message(
            "En teori utan källa går inte att granska. Remissvaret bad om källhänvisningar så att det syns varför just dessa teorier är utgångspunkt.",
            en: "A theory without a source can't be examined. The response asked for citations so that the choice of theories is open."),
        requirements: ["R21"],
        rejects: [
            Example("program/teorier/tillfalle.md", ("titel: Till", "titel: ↓Till"), ("källor:\n  ursprung: [andersson-2001]\n  nyare: [berg-2015]\n", ""))
        ]
    ) { catalog in
        catalog.all(Theory.self).compactMap { _, element, theory in
            // A citation whose source doesn't exist is a finding of its own.
            guard (theory.sources?.all ?? []).isEmpty, element.body?.document.outline.citations.isEmpty ?? true else { return nil }
            return Finding(
                Message(
                    "Teorin ”\(element.title.value)” saknar källa. Ange minst en under ”källor: ursprung:”.",
                    en: "The theory '\(element.title.value)' has no source. Give at least one under 'källor: ursprung:'."),
                at: element.title.range)
        }
    }
}
