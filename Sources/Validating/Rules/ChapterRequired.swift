import Diagnostics
import Model

extension Rule {
    static let chapterRequired = Rule(
        "chapter-required",
        summary: Message("Varje kapitel som kravprofilen nämner finns.", en: "Every chapter that the profile names exists."),
        rationale: Message(
            "Ett eget kapitel för teorierna, ett för styrdokumenten, ett för konflikterna och en läsanvisning gör att läsaren vet var saken står.",
            en: "A chapter of its own for theories, for documents, for conflicts and a reading guide tell a reader where to look."),
        requirements: ["R19", "R25", "R32", "R39", "R43", "R44", "R45"],
        viewpoints: ["V8", "V73", "V78", "V90", "V102", "V107", "V109", "V111", "V112"],
        judgesAbsence: true,
        rejects: [Example("program/program.yaml", ("    - { adress: kapitel:grova-brott, krav: R44", "    - { adress: ↓kapitel:valfardsbrott, krav: R45 }\n    - { adress: kapitel:grova-brott, krav: R44"))]
    ) { catalog in
        catalog.edition.programme.required.chapters.compactMap { chapter in
            guard let address = chapter.address, catalog.elementsByAddress[address.value] == nil else { return nil }
            return Finding(
                Message(
                    "Kapitlet \(address.value) krävs men finns inte. Lägg till filen kapitel/\(address.value.slug).md och ge den en plats i läsordningen.",
                    en: "The chapter \(address.value) is required but doesn't exist. Add kapitel/\(address.value.slug).md and give it a place in the reading order."),
                at: address.range, requirement: chapter.requirement?.value)
        }
    }
}
