import Diagnostics
import Model

extension Rule {
    static let bodyTypeAssigned = Rule(
        "body-type-assigned",
        summary: Message("Varje slag av organ bär minst ett uppdrag.", en: "Every type of body bears at least one assignment."),
        rationale: Message(
            "Ett program som gäller alla nämnder och bolag måste säga vad var och en ska göra.",
            en: "A programme for all committees and companies must say what each is to do."),
        requirements: ["R2"],
        judgesAbsence: true,
        rejects: [
            Example("program/program.yaml", ("organtyper: [nämnd,", "organtyper: [↓bolag, nämnd,"))
        ]
    ) { catalog in
        let bearers = catalog.bearers()
        let borne = Set(catalog.all(Role.self).filter { bearers.contains($0.id) }.compactMap(\.content.bodyType?.value))
        return catalog.edition.programme.required.bodyTypes.filter { !borne.contains($0.value) }.map { type in
            Finding(
                Message(
                    "Inget uppdrag har en bärare av slaget ”\(type.value)”. Ge det ett uppdrag i uppdrag.yaml, eller ta bort slaget ur kravprofilen.",
                    en: "No assignment has a bearer of the type '\(type.value)'. Give it an assignment, or remove the type from the profile."),
                at: type.range)
        }
    }
}
