import Diagnostics
import Model

extension Rule {
    static let roleAssigned = Rule(
        "role-assigned",
        summary: Message("Varje roll i kommunen bär minst ett uppdrag.", en: "Every role of the city bears at least one assignment."),
        rationale: Message(
            "En roll utan uppdrag är ett namn. Ansvarsfördelningen syns först när rollen har något att göra.",
            en: "A role without an assignment is a name. Responsibility shows only when the role has something to do."),
        requirements: ["R3", "R52"], viewpoints: ["V49", "V36", "V37", "V38", "V39", "V40"],
        judgesAbsence: true,
        rejects: [
            Example("program/roller.yaml", ("- { id: polisen", "- { id: vakten, titel: ↓Parkvakten, nivå: lokal, slag: funktion, uppgift: Går runt i parken. }\n- { id: polisen"))
        ]
    ) { catalog in
        let bearers = catalog.bearers()
        return catalog.all(Role.self).filter { !$0.content.isExternal && !bearers.contains($0.id) }.map { _, element, _ in
            Finding(
                Message(
                    "Rollen ”\(element.title.value)” bär inget uppdrag. Ange den som bärare i uppdrag.yaml, eller ta bort rollen.",
                    en: "The role '\(element.title.value)' bears no assignment. Name it as a bearer, or remove the role."),
                at: element.title.range, requirement: "R3")
        }
    }
}
