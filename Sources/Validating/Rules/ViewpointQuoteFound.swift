import Diagnostics
import Model

extension Rule {
    static let viewpointQuoteFound = Rule(
        "viewpoint-quote-found", .warning,
        summary: Message(
            "Ett citat ur programmet står i den del som synpunkten gäller.",
            en: "A quote from the programme stands in the element that the viewpoint is on."),
        rationale: Message(
            "Citatet visar vilka ord som avses, också sedan texten har flyttats.",
            en: "The quote tells which words are meant, also when the text has moved."),
        accepts: [Example([:])],
        rejects: [
            Example("remisser/remiss/svar/byalaget.yaml", ("hållning: önskar", "citat: ↓det här står ingenstans\n    hållning: önskar")),
        ],
        consultation: { consultation in
            var texts: [ElementID: String] = [:]
            func text(_ id: ElementID) -> String {
                if let text = texts[id] { return text }
                let text = consultation.consulted.plainText(of: id).joined(separator: " ").quotable
                texts[id] = text
                return text
            }
            return consultation.rows.compactMap { row in
                guard let quote = row.viewpoint.quote, !row.anchors.isEmpty else { return nil }
                let words = quote.value.quotable
                guard !row.anchors.contains(where: { text($0).contains(words) }) else { return nil }
                return Finding(
                    Message("Orden står inte i den del som synpunkten gäller. Skriv dem som de står där, eller ta bort citatet.", en: "These words don't stand in the element. Write them as they stand there, or remove the quote."),
                    at: quote.range)
            }
        })
}

extension String {
    /// Words with single blanks, in small letters: how a quote is compared with its text.
    fileprivate var quotable: String { split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased() }
}
