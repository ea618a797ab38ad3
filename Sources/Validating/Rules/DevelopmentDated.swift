import Diagnostics
import Model

extension Rule {
    static let developmentDated = Rule(
        "development-dated",
        summary: Message("Varje händelse i rättsutvecklingen har datum och källa.", en: "Every development has a date and a source."),
        rationale: Message(
            "En händelse utan dag går inte att jämföra med programmets period, och utan källa går den inte att kontrollera.",
            en: "An event without a day can't be set against the programme's period, and without a source it can't be checked."),
        requirements: ["R10"],
        accepts: [Example([path: entry])],
        rejects: [
            Example([path: entry.replacing("titel: Ny", with: "titel: ↓Ny").replacing("  datum: 2026-07-01\n", with: "")]),
            Example([path: entry.replacing("titel: Ny", with: "titel: ↓Ny").replacing("  källor: [kommunallagen]\n", with: "")]),
        ]
    ) { catalog in
        catalog.all(Development.self).flatMap { _, element, development in
            var missing: [String] = []
            if development.date == nil { missing.append("datum") }
            if development.sources.isEmpty { missing.append("källor") }
            return Finding.lacking(element.title, missing, Message("Skriv när det hände och vad som visar det.", en: "Write when it happened and what shows it."))
        }
    }
}

private let path = "program/rättsutveckling.yaml"
private let entry = "- id: ny-gran\n  titel: Ny gräns\n  datum: 2026-07-01\n  vad: Gränsen flyttas.\n  källor: [kommunallagen]\n"
