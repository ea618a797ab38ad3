import Diagnostics
import Model

extension Rule {
    static let rolePlaced = Rule(
        "role-placed",
        summary: Message("Varje roll har nivå och slag, och varje organ sin typ.", en: "Every role has a level and a kind, and every body its type."),
        rationale: Message(
            "Nivå och slag skiljer stadens egna organ från dem som staden inte kan binda.",
            en: "Level and kind keep the city's own bodies apart from those it can't bind."),
        requirements: ["R2", "R3"], viewpoints: ["V49", "V51"],
        rejects: [
            Example("program/roller.yaml", ("titel: Tekniska nämnden, nivå: lokal, slag: organ,", "titel: ↓Tekniska nämnden, nivå: lokal,"))
        ]
    ) { catalog in
        catalog.all(Role.self).flatMap { _, element, role in
            var missing: [String] = []
            if role.level == nil { missing.append("nivå") }
            if role.kindOfRole == nil { missing.append("slag") }
            if role.kindOfRole?.value == .body, role.bodyType == nil { missing.append("organtyp") }
            return Finding.lacking(element.title, missing, Message("Annars syns inte vad programmet kan kräva av rollen.", en: "Otherwise it doesn't show what can be asked of it."), requirement: "R3")
        }
    }
}
