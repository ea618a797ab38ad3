import Diagnostics
import Model

extension Rule {
    static let requirementCarried = Rule(
        "requirement-carried",
        summary: Message("Varje krav bärs av minst en del av programmet.", en: "Every requirement is carried by at least one element."),
        rationale: Message(
            "Spårbarheten går åt båda håll: från synpunkt till krav till den del som svarar på det. Ett krav som ingen del säger sig bära går inte att följa.",
            en: "Traceability runs both ways. A requirement that no element says it carries can't be followed."),
        requirements: ["R54"],
        judgesAbsence: true,
        rejects: [Example("remisser/remiss/svar/byalaget.yaml", ("krav: [R5]", "krav: [↓R6]"))]
    ) { catalog in
        let carried = catalog.carriers
        let excepted = Set(catalog.edition.programme.required.exceptions.compactMap(\.requirement?.value))
        var seen: Set<String> = []
        return catalog.viewpoints.flatMap(\.requirements)
            .filter { requirement in
                Requirement.named(requirement.value) != nil && carried[requirement.value] == nil && !excepted.contains(requirement.value)
                    && seen.insert(requirement.value).inserted
            }.map { requirement in
                Finding(
                    Message(
                        "Synpunkten leder till kravet \(requirement.value), men ingen del av programmet bär det. Skriv ”krav: [\(requirement.value)]” på den del som svarar.",
                        en: "The viewpoint leads to \(requirement.value), but no element carries it. Write 'krav: [\(requirement.value)]' on the one that answers."),
                    at: requirement.range)
            }
    }
}
