import Diagnostics
import Model

extension Rule {
    static let referenceYearAndTitle = Rule(
        "reference-year-title",
        summary: Message("Varje källpost har år och titel.", en: "Every reference has a year and a title."),
        rationale: Message(
            "Utan år och titel kan läsaren varken hitta källan eller bedöma om den är aktuell. Webbsidor och program vars datum inte är känt får sakna år: då skrivs u.å.",
            en: "Without a year and a title a reader can neither find the source nor judge its age. Web pages and programmes whose date isn't known may lack a year: 'u.å.' is written then."),
        requirements: ["R21", "R26"],
        accepts: [
            Example([:]),
            Example("referenser.json", ("\"type\": \"book\", \"title\": \"Om brott\"", "\"type\": \"webpage\", \"title\": \"Om brott\", \"note\": \"utan år\""), (", \"issued\": { \"date-parts\": [[2001]] }", "")),
        ],
        rejects: [
            Example("referenser.json", ("andersson-2001", "↓andersson-2001"), (", \"issued\": { \"date-parts\": [[2001]] }", "")),
            Example("referenser.json", ("andersson-2001", "↓andersson-2001"), (", \"title\": \"Om brott\"", "")),
        ]
    ) { catalog in
        catalog.catalog.bibliography.compactMap { entry in
            let lacksYear = entry.issued == nil && !entry.mayLackYear && !entry.unreadable.contains("issued")
            let lacksTitle = entry.title.isEmpty && !entry.unreadable.contains("title")
            guard lacksTitle || lacksYear else { return nil }
            let missing = lacksTitle ? (lacksYear ? "titel och år" : "titel") : "år"
            return Finding(
                Message(
                    "Källan ”\(entry.key.value)” saknar \(missing). Fyll i det i referenshanteraren och exportera igen.",
                    en: "The source '\(entry.key.value)' lacks \(lacksTitle ? "a title" : "a year"). Fill it in and export again."),
                at: entry.key.range)
        }
    }
}
