import Diagnostics
import Model

extension Rule {
    static let requirementKnown = Rule(
        "requirement-known",
        summary: Message("Varje krav som en del eller kravprofilen nämner finns.", en: "Every requirement that an element or the profile names exists."),
        rationale: Message(
            "En felskriven kravkod gör att spårbarheten brister utan att det syns.",
            en: "A mistyped requirement breaks traceability unseen."),
        requirements: ["R54"],
        rejects: [Example("program/kapitel/ramverk.md", ("krav: [R19]", "krav: [R19, ↓R91]"))]
    ) { catalog in
        let profile = catalog.edition.programme.required
        let named = catalog.edition.elements.flatMap(\.requirements) + profile.exceptions.compactMap(\.requirement) + profile.chapters.compactMap(\.requirement)
        return named.filter { Requirement.named($0.value) == nil }.map { requirement in
            Finding(
                Message("Kravet \(requirement.value) finns inte. Kraven heter R1–R\(Requirement.all.count).", en: "There is no requirement \(requirement.value). They are R1–R\(Requirement.all.count)."),
                at: requirement.range)
        }
    }
}
