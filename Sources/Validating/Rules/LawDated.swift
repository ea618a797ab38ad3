import Diagnostics
import Model

extension Rule {
    static let lawDated = Rule(
        "law-dated",
        summary: Message(
            "Varje lag i registret anger från när den gäller, och en lag som inte gäller till när och vad som ersatte den.",
            en: "Every law states from when it applies; one that doesn't, until when and what replaced it."),
        rationale: Message(
            "Rättsliga uppgifter utan datum blandar 2020 års läge med dagens. Är dagen inte kontrollerad står det ”okänt”, så att luckan syns.",
            en: "Legal facts without dates mix then and now. An unchecked day is written 'okänt', so that the gap shows."),
        requirements: ["R10"],
        rejects: [
            Example("program/styrdokument.yaml", ("titel: Kommunallagen", "titel: ↓Kommunallagen"), ("  från: 2018-01-01\n", "")),
            Example(
                "program/styrdokument.yaml", ("titel: Kommunallagen\n  slag: lag\n  ägare: Riksdagen\n  status: gäller", "titel: ↓Kommunallagen\n  slag: lag\n  ägare: Riksdagen\n  status: ersatt"),
                ("  från: 2018-01-01\n", "  från: 2018-01-01\n  till: 2030\n"), day: "2026-01-31"),
        ]
    ) { catalog in
        catalog.all(SteeringDocument.self).filter { $0.content.documentKind?.value == .law }.flatMap { _, element, law in
            var missing: [String] = []
            if law.from == nil { missing.append("från") }
            if law.status?.value == .replaced || law.status?.value == .expired, law.until == nil { missing.append("till") }
            if law.status?.value == .replaced, law.replacedBy.isEmpty { missing.append("ersatt-av") }
            return Finding.lacking(
                element.title, missing,
                Message("Skriv dagen, eller ”okänt” om den inte är kontrollerad.", en: "Write the day, or 'okänt' if it isn't checked."))
        }
    }
}
