import Diagnostics
import Model

extension Rule {
    static let causeSourced = Rule(
        "cause-sourced",
        summary: Message(
            "Varje orsak har nivå, rådighet och källa, eller är märkt som bedömning.",
            en: "Every cause has a level, the city's authority and a source, or is marked as an assessment."),
        rationale: Message(
            "Mycket av det som ligger bakom utsatthet beslutas av stat och region. Läsaren ska se vad kommunen kan påverka och vad påståendet vilar på.",
            en: "Much of what lies behind is decided by others. A reader must see what the city can affect and what the claim rests on."),
        requirements: ["R16"],
        rejects: [
            Example("program/orsaker.yaml", ("titel: Mörker", "titel: ↓Mörker"), ("  nivå: lokal\n", "")),
            Example("program/orsaker.yaml", ("titel: Mörker", "titel: ↓Mörker"), ("  källor: [berg-2015]\n", "")),
        ]
    ) { catalog in
        catalog.all(Cause.self).flatMap { _, element, cause in
            var missing: [String] = []
            if cause.levels.isEmpty { missing.append("nivå") }
            if cause.authority == nil { missing.append("rådighet") }
            if cause.isAssessment == nil { missing.append("bedömning") }
            if cause.sources.isEmpty, cause.isAssessment?.value != .yes { missing.append("källor (eller bedömning: ja)") }
            return Finding.lacking(
                element.title, missing,
                Message("Annars syns inte vad kommunen kan göra åt saken.", en: "Otherwise it doesn't show what the city can do."))
        }
    }
}
