import Diagnostics
import Model

extension Rule {
    static let borrowedConceptOwned = Rule(
        "borrowed-concept-owned",
        summary: Message(
            "Ett lånat begrepp anger ägare utanför kommunen, källa, kriterier och version med år.",
            en: "A borrowed concept names its owner outside the city, its source, criteria and dated version."),
        rationale: Message(
            "Begreppet utsatt område är polisens. Läsaren måste se vad som bedöms, i vilken version, och att kommunen inte styr klassningen.",
            en: "'Vulnerable area' is the police's concept. A reader must see what is judged, in which version, and by whom."),
        requirements: ["R13"],
        rejects: [
            Example("program/begrepp/utsatt-omrade.md", ("titel: Utsatt", "titel: ↓Utsatt"), ("ägare: [roll:polisen]\n", "")),
            Example("program/begrepp/utsatt-omrade.md", ("titel: Utsatt", "titel: ↓Utsatt"), ("version: Polisens rapport 2020", "version: Polisens rapport")),
        ]
    ) { catalog in
        let borrowed = Set(catalog.edition.programme.required.borrowedConcepts.compactMap { catalog.elementsByAddress[$0.value] })
        return catalog.all(Concept.self).flatMap { id, element, concept -> [Finding] in
            let isOwnedOutside = concept.owners.contains { catalog.content(of: $0)?.content.isExternal ?? false }
            guard borrowed.contains(id) || isOwnedOutside else { return [] }
            var missing: [String] = []
            if !isOwnedOutside { missing.append("ägare utanför kommunen") }
            if concept.version?.value.contains(/(19|20)\d\d/) != true { missing.append("version med år") }
            if concept.criteria.isEmpty { missing.append("kriterier") }
            if concept.sources.isEmpty { missing.append("källor") }
            return Finding.lacking(
                element.title, missing,
                Message("Begreppet är lånat, och läsaren måste se av vem.", en: "The concept is borrowed, and a reader must see from whom."))
        }
    }.needing(.kind(.role))
}
