import Diagnostics
import Model

extension Rule {
    static let escalationPathPerParty = Rule(
        "escalation-path-per-party",
        summary: Message("Varje extern part i kravprofilen har en stödväg.", en: "Every external party of the profile has an escalation path."),
        rationale: Message(
            "Lokal nivå måste veta vart den vänder sig när samverkan med polisen, regionen eller en fastighetsägare inte fungerar.",
            en: "The local level must know where to turn when cooperation with police, region or an owner fails."),
        requirements: ["R31"],
        judgesAbsence: true,
        rejects: [
            Example("program/program.yaml", ("externa-parter: [roll:polisen]", "externa-parter: [roll:polisen, ↓roll:handeln]"))
                .and("program/roller.yaml", ("- { id: polisen", "- { id: handeln, titel: Handeln, nivå: extern, slag: extern part, uppgift: Säljer varor vid torget. }\n- { id: polisen"))
        ]
    ) { catalog in
        let covered = Set(catalog.all(EscalationPath.self).flatMap { $0.content.parties.compactMap { catalog.element(of: $0) } })
        return catalog.edition.programme.required.externalParties.compactMap { party in
            guard let id = catalog.elementsByAddress[party.value], !covered.contains(id) else { return nil }
            return Finding(
                Message(
                    "Ingen stödväg gäller ”\(catalog[id].title.value)”. Skriv i stödvägar.yaml vart lokal nivå vänder sig när samverkan brister.",
                    en: "No escalation path covers '\(catalog[id].title.value)'. Say in stödvägar.yaml where to turn when cooperation fails."),
                at: party.range)
        }
    }
}
