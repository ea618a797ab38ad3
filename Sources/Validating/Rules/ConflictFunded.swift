import Diagnostics
import Model

extension Rule {
    static let conflictFunded = Rule(
        "conflict-funded",
        summary: Message(
            "De konflikter som kravprofilen nämner anger ansvar och finansiering för varje part.",
            en: "The conflicts that the profile names state responsibility and funding, party by party."),
        rationale: Message(
            "Avhopparverksamheten visar varför: ansvaret är otydligt tills det också står vem som betalar.",
            en: "Exit programmes show why: responsibility is unclear until it also says who pays."),
        requirements: ["R35"], viewpoints: ["V96"],
        rejects: [
            Example("program/konflikter.yaml", ("titel: Buskar", "titel: ↓Buskar"), (", finansiering: Nämndens budget. }", " }")),
            Example("program/konflikter.yaml", ("titel: Buskar", "titel: ↓Buskar"), ("  ansvar-och-finansiering:\n    - { part: Nämnden, ansvar: Klipper., finansiering: Nämndens budget. }\n", "")),
        ]
    ) { catalog in
        let named = Set(catalog.edition.programme.required.fundedConflicts.compactMap { catalog.elementsByAddress[$0.value] })
        return catalog.all(ConflictType.self).flatMap { id, element, conflict in
            var missing: [String] = []
            if named.contains(id), conflict.funding.isEmpty { missing.append("ansvar-och-finansiering") }
            for party in conflict.funding {
                if party.responsibility == nil { missing.append("ansvar för \(party.party?.value ?? "part")") }
                if party.funding == nil { missing.append("finansiering för \(party.party?.value ?? "part")") }
            }
            return Finding.lacking(element.title, missing, Message("Är det inte beslutat skrivs det ut.", en: "If it isn't decided, say so."))
        }
    }
}
