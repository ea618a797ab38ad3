import Diagnostics
import Model

extension Rule {
    static let viewpointHasRequirement = Rule(
        "viewpoint-has-requirement",
        summary: Message(
            "Varje synpunkt som kraven bygger på (den har underlag) pekar på krav som finns.",
            en: "Every viewpoint that the requirements were drawn from points at requirements that exist."),
        rationale: Message(
            "Kravet är det som programmet prövas mot. En önskan utan krav går förlorad.",
            en: "The requirement is what a programme is judged by. A wish without one is lost."),
        requirements: ["R54"],
        rejects: [
            Example("remisser/remiss/svar/byalaget.yaml", ("id: B-1", "id: ↓B-1"), ("    krav: [R5]\n", "")),
            Example("remisser/remiss/svar/byalaget.yaml", ("krav: [R5]", "krav: [↓R500]")),
        ]
    ) { catalog in
        catalog.viewpoints.flatMap { viewpoint -> [Finding] in
            guard let id = viewpoint.id else { return [] }
            let asks = viewpoint.stance?.value == .requests || viewpoint.stance?.value == .objects
            // The requirements were drawn from responses that had been read; one that comes in knows nothing of them.
            if asks, viewpoint.basis != nil, viewpoint.requirements.isEmpty {
                return Finding.lacking(id, ["krav"], Message("Skriv kravet som synpunkten leder till, till exempel R5.", en: "Write the requirement it leads to, such as R5."))
            }
            return viewpoint.requirements.filter { Requirement.named($0.value) == nil }.map { requirement in
                Finding(
                    Message("Kravet \(requirement.value) finns inte. Kraven heter R1–R\(Requirement.all.count).", en: "There is no requirement \(requirement.value). They are R1–R\(Requirement.all.count)."),
                    at: requirement.range)
            }
        }
    }
}
