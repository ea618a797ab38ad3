import Diagnostics
import Model

extension Rule {
    static let referenceDOI = Rule(
        "reference-doi",
        summary: Message("En DOI börjar med 10. och har ett snedstreck.", en: "A DOI begins with 10. and has a slash."),
        rationale: Message("En felskriven DOI leder ingenstans, eller till ett annat verk.", en: "A mistyped DOI leads nowhere, or to another work."),
        requirements: ["R26"],
        accepts: [Example("referenser.json", ("\"type\": \"book\"", "\"type\": \"book\", \"DOI\": \"10.2307/2094589\""))],
        rejects: [
            Example("referenser.json", ("\"type\": \"book\"", "\"type\": \"book\", \"DOI\": \"↓10.2307-2094589\"")),
            Example("referenser.json", ("\"type\": \"book\"", "\"type\": \"book\", \"DOI\": \"↓10.2307/2094589 \"")),
        ]
    ) { catalog in
        catalog.catalog.bibliography.compactMap { entry in
            guard let range = entry.doiRange, entry.doi.wholeMatch(of: /10\.\d{4,9}\/\S+/) == nil else { return nil }
            let trimmed = entry.doi.filter { $0 != " " }
            let isMended = trimmed.wholeMatch(of: /10\.\d{4,9}\/\S+/) != nil
            return Finding(
                Message(
                    "”\(entry.doi)” har inte formen av en DOI: 10.1234/abc. Rätta den i referenshanteraren, eller ta bort den.",
                    en: "'\(entry.doi)' has not the form of a DOI: 10.1234/abc. Correct it, or remove it."),
                at: range,
                fixes: isMended ? [Diagnostic.Fix(Message("skriv ”\(trimmed)”", en: "write '\(trimmed)'"), replacing: range, with: trimmed, isCertain: true)] : [])
        }
    }
}
