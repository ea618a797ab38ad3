import Diagnostics
import Model

extension Rule {
    static let areaObligations = Rule(
        "area-obligations",
        summary: Message("Varje fokusområde har minst ett tvingande arbetssätt och en miniminivå.", en: "Every focus area has a mandatory method and a minimum level."),
        rationale: Message(
            "Läsaren ska se per område vad som är tvingande och vad som är det minsta som görs.",
            en: "A reader must see in each area what is mandatory and what is the least that is done."),
        requirements: ["R42"], viewpoints: ["V110"], judgesAbsence: true,
        rejects: [Example("program/fokusområden/torget.md", ("titel: Torget", "titel: ↓Torget")).and("program/arbetssätt.yaml", ("skyldighet: miniminivå", "skyldighet: rekommenderat"))]
    ) { catalog in
        catalog.all(FocusArea.self).flatMap { id, element, area in
            let levels = Set(catalog.workingMethods(of: id, area).compactMap(\.obligation?.value))
            let missing = [Obligation.mandatory, .minimum].filter { !levels.contains($0) }
            return Finding.lacking(
                element.title, missing.map { $0 == .mandatory ? "tvingande arbetssätt" : "miniminivå" },
                Message("Märk minst ett av områdets arbetssätt så.", en: "Mark at least one of its methods so."))
        }
    }
}
