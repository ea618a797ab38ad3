import Diagnostics
import Model

extension Rule {
    static let coordinatorPerBody = Rule(
        "coordinator-per-body",
        summary: Message("Varje slag av nämnd och bolag har en samordnare.", en: "Every type of committee and company has a coordinator."),
        rationale: Message(
            "Samordnarna är nyckelfunktioner. De ska finnas i varje nämnd och bolag.",
            en: "Coordinators are key functions, to be found in every committee and company."),
        requirements: ["R29"],
        judgesAbsence: true,
        rejects: [
            Example("program/uppdrag.yaml", ("bärare: [roll:samordnaren, roll:samordnaren-centralt]", "bärare: [roll:samordnaren]"))
                .and("program/program.yaml", ("organtyper: [nämnd, kommun", "organtyper: [nämnd, ↓kommun"))
                .and("program/roller.yaml", ("""
                - id: samordnaren-centralt
                  titel: Samordnare hos styrelsen
                  nivå: central
                  slag: funktion
                  organtyp: kommunstyrelse
                  uppgift: Håller ihop nämndernas arbete.
                  mandat: Kallar samordnarna.

                """, ""))
        ]
    ) { catalog in
        let covered = Set(catalog.coordinators.compactMap(\.content.bodyType?.value))
        let bearers = catalog.bearers()
        // A type that bears nothing at all has a rule of its own.
        let borne = Set(catalog.all(Role.self).filter { bearers.contains($0.id) }.compactMap(\.content.bodyType?.value))
        return catalog.edition.programme.required.bodyTypes.filter { borne.contains($0.value) && !covered.contains($0.value) }.map { type in
            Finding(
                Message(
                    "Ingen samordnare finns för organ av slaget ”\(type.value)”. Lägg till en roll av slaget funktion med organtypen, och ge den ett samordningsuppdrag.",
                    en: "There is no coordinator for bodies of the type '\(type.value)'. Add a role of the kind funktion with the body type, and give it a coordination assignment."),
                at: type.range)
        }
    }
}
