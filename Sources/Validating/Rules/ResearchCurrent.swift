import Diagnostics
import Model

extension Rule {
    static let researchCurrent = Rule(
        "research-current", .warning,
        summary: Message("Forskningsläget är inte äldre än gränsen i kravprofilen.", en: "The state of research isn't older than the profile's limit."),
        rationale: Message(
            "Ett forskningsläge som är äldre än två år bör ses över innan det bär nya beslut.",
            en: "Research older than two years should be reviewed before it carries new decisions."),
        requirements: ["R23"],
        rejects: [Example("program/fokusområden/torget.md", ("per: 2025-06-01", "per: ↓2023-12-01"), day: "2026-01-31")]
    ) { catalog in
        guard let limit = catalog.edition.programme.required.limits.yearsOfResearch?.value.value, let day = catalog.day else { return [] }
        return catalog.all(FocusArea.self).compactMap { _, element, area in
            guard let asOf = area.research?.asOf, asOf.value.years(until: day) >= limit else { return nil }
            return Finding(
                Message(
                    "Forskningsläget i ”\(element.title.value)” är från \(asOf.value.text), mer än \(limit) år före den \(day.text). Se över det.",
                    en: "The research in '\(element.title.value)' is from \(asOf.value.isoText), over \(limit) years before \(day.isoText). Review it."),
                at: asOf.range)
        }
    }
}
