import Diagnostics
import Model

extension Rule {
    static let areaResearched = Rule(
        "area-researched",
        summary: Message("Varje fokusområde har ett forskningsläge med dag och ansvarig.", en: "Every focus area has a state of research with its day and who keeps it."),
        rationale: Message(
            "Aktuell forskning inom varje område är en egen utgångspunkt. Utan dag och ansvarig blir den inaktuell i det tysta.",
            en: "Current research in each area is a starting point of its own. Without a day and a keeper it ages in silence."),
        requirements: ["R23"],
        rejects: [
            Example("program/fokusområden/torget.md", ("titel: Torget", "titel: ↓Torget"), (", per: 2025-06-01", "")),
            Example("program/fokusområden/torget.md", ("titel: Torget", "titel: ↓Torget"), ("forskning: { läge: Kunskapen om torg är liten., per: 2025-06-01, ansvarig: [roll:namnden] }\n", "")),
        ]
    ) { catalog in
        catalog.all(FocusArea.self).flatMap { _, element, area in
            let research = area.research ?? ResearchState()
            var missing: [String] = []
            if research.state == nil { missing.append("forskning: läge") }
            if research.asOf == nil { missing.append("forskning: per") }
            if research.responsible.isEmpty { missing.append("forskning: ansvarig") }
            return Finding.lacking(element.title, missing, Message("Skriv vad som är känt, när och vem som ser över det.", en: "Say what is known, when, and who reviews it."))
        }
    }
}
