import Diagnostics
import Model

extension Rule {
    static let referenceCited = Rule(
        "reference-cited",
        summary: Message("Varje källpost är citerad någonstans.", en: "Every reference is cited somewhere."),
        rationale: Message(
            "En källa som ingen text använder ger sken av stöd som inte finns.",
            en: "A source that no text uses suggests support that isn't there."),
        requirements: ["R21", "R26"],
        yieldsTo: ["theory-cited", "steering-document-cited"],
        judgesAbsence: true,
        rejects: [
            Example("referenser.json", ("[\n", "[\n  { \"id\": \"↓dahl-2003\", \"type\": \"book\", \"title\": \"Torg\", \"issued\": { \"date-parts\": [[2003]] } },\n"))
        ]
    ) { catalog in
        catalog.catalog.bibliography.indices.compactMap { index in
            guard !catalog.citedEntries.contains(EntryID(index)) else { return nil }
            let entry = catalog.catalog.bibliography[index]
            return Finding(
                Message(
                    "Källan ”\(entry.key.value)” citeras inte någonstans. Skriv [@\(entry.key.value)] där den används, eller ta bort posten.",
                    en: "The source '\(entry.key.value)' is not cited anywhere. Write [@\(entry.key.value)] where it is used, or remove the entry."),
                at: entry.key.range)
        }
    }
}
