import Diagnostics
import Model

extension Rule {
    static let physicalLinkedToSocial = Rule(
        "physical-linked-to-social",
        summary: Message("Varje fysiskt arbetssätt kopplas till ett socialt.", en: "Every physical method is linked to a social one."),
        rationale: Message(
            "Fysisk upprustning ska ske samtidigt med satsningar på människor: utbildning, arbete, kultur, idrott.",
            en: "Physical refurbishment goes with efforts for people: education, work, culture, sport."),
        requirements: ["R46"], viewpoints: ["V45"],
        rejects: [Example("program/arbetssätt.yaml", ("titel: Städning", "titel: ↓Städning"), ("  kopplas-till: [arbetssatt:platsmote]\n", ""))]
    ) { catalog in
        catalog.all(WorkingMethod.self).filter { $0.content.nature?.value == .physical }.flatMap { _, element, method -> [Finding] in
            let isLinked = method.linkedTo.contains { link in
                guard let nature = catalog.content(of: link)?.content.nature?.value else { return false }
                return nature != .physical
            }
            return Finding.lacking(
                element.title, isLinked ? [] : ["kopplas-till med ett socialt arbetssätt"],
                Message("Ange vilken social insats som hör till.", en: "Name the social effort that goes with it."))
        }
    }.needing(.kind(.workingMethod))
}
