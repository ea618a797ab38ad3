import Diagnostics
import Model

extension Rule {
    static let borrowedConceptSpread = Rule(
        "borrowed-concept-spread",
        summary: Message(
            "Minst ett uppdrag sprider kunskap om varje lånat begrepp.",
            en: "At least one assignment spreads knowledge of each borrowed concept."),
        rationale: Message(
            "Den som ska arbeta mot ett mål om utsatta områden måste veta vad som bedöms. Stora delar av verksamheterna gör inte det.",
            en: "Whoever works towards a goal on vulnerable areas must know what is judged. Much of the city doesn't."),
        requirements: ["R14"],
        judgesAbsence: true,
        rejects: [Example("program/begrepp/utsatt-omrade.md", ("titel: Utsatt", "titel: ↓Utsatt")).and("program/uppdrag.yaml", ("slag: kunskapsspridning", "slag: stöd"))]
    ) { catalog in
        let spread = Set(
            catalog.all(Assignment.self).filter { $0.content.kindOfAssignment?.value == .knowledge }
                .flatMap { $0.content.concepts.compactMap { catalog.element(of: $0) } })
        return catalog.edition.programme.required.borrowedConcepts.compactMap { catalog.elementsByAddress[$0.value] }
            .filter { !spread.contains($0) }.map { id in
                Finding(
                    Message(
                        "Inget uppdrag av slaget kunskapsspridning gäller ”\(catalog[id].title.value)”. Säg vem som sprider kunskapen, till vilka och när.",
                        en: "No assignment of the kind kunskapsspridning concerns '\(catalog[id].title.value)'. Say who spreads the knowledge, to whom and when."),
                    at: catalog[id].title.range)
            }
    }
}
