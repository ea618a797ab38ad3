import Diagnostics
import Model

extension Rule {
    static let placeActors = Rule(
        "place-actors",
        summary: Message("Ansvarstavlan bär så många aktörer som kravprofilen säger.", en: "The board of a place carries as many actors as the profile says."),
        rationale: Message(
            "En tavla som bara visar stadens egen nämnd döljer de andra som sköter och driver platsen.",
            en: "A board that shows one committee hides the others that run the place."),
        requirements: ["R30"], viewpoints: ["V85", "V86"],
        judgesAbsence: true,
        rejects: [Example("program/program.yaml", ("aktörer-på-plats: 2", "aktörer-på-plats: ↓4"))]
    ) { catalog in
        let functions = catalog.all(PlaceFunction.self).map(\.content)
        guard let limit = catalog.edition.programme.required.limits.actorsAtAPlace, !functions.isEmpty else { return [] }
        let actors = Set(functions.flatMap { $0.responsible + $0.participants }.compactMap { catalog.element(of: $0) })
        guard actors.count < limit.value.value else { return [] }
        return [
            Finding(
                Message(
                    "Platsfunktionerna har \(actors.count) aktörer tillsammans; kravprofilen väntar minst \(limit.value.value). Lägg till dem som medverkar.",
                    en: "The functions at a place have \(actors.count) actors together; the profile expects \(limit.value.value). Add those that take part."),
                at: limit.range)
        ]
    }
}
