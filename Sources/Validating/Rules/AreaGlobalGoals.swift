import Diagnostics
import Model

extension Rule {
    static let areaGlobalGoals = Rule(
        "area-global-goals",
        summary: Message("Varje fokusområde anger vilka globala mål det bidrar till.", en: "Every focus area names the global goals it serves."),
        rationale: Message(
            "Arbetet ska utgå från Agenda 2030. Det syns först när varje område säger vilket mål och hur.",
            en: "The work starts from the 2030 Agenda. That shows when each area says which goal and how."),
        requirements: ["R48"],
        rejects: [Example("program/fokusområden/torget.md", ("titel: Torget", "titel: ↓Torget"), ("agenda-2030: [\"Mål 11: alla kan använda torget.\"]\n", ""))]
    ) { catalog in
        catalog.all(FocusArea.self).flatMap { _, element, area in
            Finding.lacking(element.title, area.globalGoals.isEmpty ? ["agenda-2030"] : [], Message("Skriv målet och hur området bidrar.", en: "Write the goal and how the area serves it."))
        }
    }
}
