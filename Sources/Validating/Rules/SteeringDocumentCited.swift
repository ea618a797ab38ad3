import Diagnostics
import Model

extension Rule {
    static let steeringDocumentCited = Rule(
        "steering-document-cited",
        summary: Message(
            "Varje styrdokument har en källa, eller säger varför den saknas.",
            en: "Every steering document has a source, or says why there is none."),
        rationale: Message(
            "Den som ska följa ett styrdokument måste kunna hitta det. Interna dokument utan offentlig källa märks öppet med ”källa-saknas”.",
            en: "Whoever is to follow a document must be able to find it. Internal documents without a public source say so in 'källa-saknas'."),
        requirements: ["R26"],
        accepts: [
            Example([:]),
            Example("program/styrdokument.yaml", ("källor: [exempelkommun-2020]", "källa-saknas: Planen är ett internt arbetsmaterial.")),
        ],
        rejects: [
            Example("program/styrdokument.yaml", ("titel: Plan", "titel: ↓Plan"), ("  källor: [exempelkommun-2020]\n", ""))
        ]
    ) { catalog in
        catalog.all(SteeringDocument.self).compactMap { _, element, document in
            guard document.absenceOfSource == nil, document.sources.isEmpty else { return nil }
            return Finding(
                Message(
                    "Styrdokumentet ”\(element.title.value)” saknar källa. Ange den under ”källor”, eller skälet under ”källa-saknas”.",
                    en: "The steering document '\(element.title.value)' has no source. Give it under 'källor', or the reason under 'källa-saknas'."),
                at: element.title.range)
        }
    }
}
