import Diagnostics
import Markup
import Model

extension Rule {
    static let conceptSourced = Rule(
        "concept-sourced",
        summary: Message("Varje begrepp har en källa, eller säger i en anmärkning varför den saknas.", en: "Every concept has a source, or a remark on why there is none."),
        rationale: Message(
            "Ett begrepp, en definition, en källa: annars vet ingen vilken av två betydelser som gäller.",
            en: "One concept, one definition, one source: otherwise nobody knows which of two meanings holds."),
        requirements: ["R17"],
        rejects: [Example("program/begrepp/brottsforebyggande-arbete.md", ("titel: Brotts", "titel: ↓Brotts"), ("källor: [exempelkommun-2020]\n", ""))]
    ) { catalog in
        catalog.all(Concept.self).flatMap { id, element, concept -> [Finding] in
            let isCited = !concept.sources.isEmpty || element.body?.document.outline.citations.isEmpty == false
            // A concept that somebody else owns has a rule of its own.
            let isBorrowed = concept.owners.contains { catalog.content(of: $0)?.content.isExternal ?? false }
            guard !isCited, concept.remark == nil, !isBorrowed else { return [] }
            return Finding.lacking(
                element.title, ["källor"],
                Message("Är definitionen kommunens egen skrivs det i ”anmärkning”.", en: "If the definition is the city's own, say so in 'anmärkning'."))
        }
    }
}
