import Diagnostics
import Model

extension Rule {
    static let partOfPeriodTold = Rule(
        "part-of-period-told", .warning,
        summary: Message(
            "Ett dokument som bara gäller en del av programmets period har en händelse i rättsutvecklingen.",
            en: "A document that applies only in a part of the programme's period has an entry among the developments."),
        rationale: Message(
            "Den som läser ska inte tro att en lag eller en plan gällde hela perioden. Händelsen säger när den började eller slutade gälla, och vad det betyder för programmet.",
            en: "A reader shouldn't believe that a law or a plan applied all through the period. The entry says when it began or ended, and what that means for the programme."),
        requirements: ["R10"],
        yieldsTo: ["lapsed-law-told", "steering-document-cited"], judgesAbsence: true,
        accepts: [
            Example("program/styrdokument.yaml", ("  från: 2018-01-01\n", "  från: 2027-01-01\n"), day: "2027-02-01")
                .and(Example(["program/rättsutveckling.yaml": "- id: ny-lag\n  titel: Lagen börjar gälla\n  datum: 2027-01-01\n  vad: \"[Lagen](styrdokument:kommunallagen) börjar gälla.\"\n  källor: [kommunallagen]\n"]))
        ],
        rejects: [
            Example("program/styrdokument.yaml", ("titel: Kommunallagen", "titel: ↓Kommunallagen"), ("  från: 2018-01-01\n", "  från: 2027-01-01\n"), day: "2027-02-01")
        ]
    ) { catalog in
        let told = catalog.all(Development.self).map(\.id)
        return catalog.all(SteeringDocument.self).compactMap { id, element, document in
            guard let part = document.part(of: catalog.edition.programme.period, on: catalog.day), catalog.isCrossReferenced(id) else { return nil }
            let sources = document.sources.compactMap { catalog.entry(of: $0) }
            let isTold = (catalog.uses(of: id) + sources.flatMap { catalog.uses(of: $0) }).contains { use in use.owner.map { told.contains($0) } ?? false }
            guard !isTold else { return nil }
            return Finding(
                Message(
                    "”\(element.title.value)”: \(part) Lägg till en händelse i rättsutvecklingen som säger vad det betyder för programmet, med länk till \(element.address).",
                    en: "'\(element.title.value)' applies only in a part of the programme's period. Add a development that says what this means, with a link to \(element.address)."),
                at: element.title.range)
        }
    }
}
