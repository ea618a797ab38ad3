import Diagnostics
import Model

extension Rule {
    static let areaCommunicates = Rule(
        "area-communicates",
        summary: Message("Varje fokusområde säger hur arbetet kommuniceras.", en: "Every focus area says how the work is communicated."),
        rationale: Message(
            "Integrerad kommunikation betyder att den står i varje område, inte bara i ett eget kapitel.",
            en: "Integrated communication stands in each area, not only in a chapter of its own."),
        requirements: ["R50"],
        rejects: [Example("program/fokusområden/torget.md", ("titel: Torget", "titel: ↓Torget"), ("kommunikation: Nämnden skyltar vem som sköter torget.\n", ""))]
    ) { catalog in
        catalog.all(FocusArea.self).flatMap { _, element, area in
            Finding.lacking(element.title, area.communication == nil ? ["kommunikation"] : [], Message("Skriv vad som berättas, för vilka.", en: "Say what is told, to whom."))
        }
    }
}
