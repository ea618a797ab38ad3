import Diagnostics
import Model

extension Rule {
    static let physicalLinkedToSocial = Rule(
        "physical-linked-to-social",
        summary: Message(
            "Varje arbetssätt säger om det är socialt eller fysiskt, och ett fysiskt kopplas till ett socialt.",
            en: "Every method says whether it is social or physical, and a physical one is linked to a social one."),
        rationale: Message(
            "Fysisk upprustning ska ske samtidigt med satsningar på människor: utbildning, arbete, kultur, idrott.",
            en: "Physical refurbishment goes with efforts for people: education, work, culture, sport."),
        requirements: ["R46"], viewpoints: ["V45"],
        rejects: [
            Example("program/arbetssätt.yaml", ("titel: Städning", "titel: ↓Städning"), ("  kopplas-till: [arbetssatt:platsmote]\n", "")),
            Example("program/arbetssätt.yaml", ("titel: Städning", "titel: ↓Städning"), ("  slag: fysiskt\n  kopplas-till: [arbetssatt:platsmote]\n", "")),
        ]
    ) { catalog in
        catalog.all(WorkingMethod.self).flatMap { _, element, method -> [Finding] in
            guard let nature = method.nature?.value else {
                return Finding.lacking(
                    element.title, ["slag"],
                    Message("Välj bland: \(WorkNature.allCases.map(\.rawValue).joined(separator: ", ")).", en: "Choose among: \(WorkNature.allCases.map(\.rawValue).joined(separator: ", "))."))
            }
            guard nature == .physical else { return [] }
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
