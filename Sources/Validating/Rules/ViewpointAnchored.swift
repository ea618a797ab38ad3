import Diagnostics
import Model

extension Rule {
    static let viewpointAnchored = Rule(
        "viewpoint-anchored",
        summary: Message(
            "Varje synpunkt gäller en del, helheten, eller något som saknas på ett angivet ställe.",
            en: "Every viewpoint is on an element, on the whole, or on something missing at a stated place."),
        rationale: Message(
            "En synpunkt utan fäste går varken att jämföra med andras eller att visa vid texten.",
            en: "A viewpoint without an anchor can neither be compared nor shown beside the text."),
        accepts: [Example([:]), Example("remisser/remiss/svar/byalaget.yaml", ("gäller: [uppdrag:samordna]", "ankare: saknas\n    saknas-i: uppdrag:samordna"))],
        rejects: [
            Example("remisser/remiss/svar/byalaget.yaml", ("gäller: [uppdrag:samordna]", "ankare: ↓element")),
            Example("remisser/remiss/svar/byalaget.yaml", ("gäller: [uppdrag:samordna]", "ankare: ↓saknas")),
            Example("remisser/remiss/svar/byalaget.yaml", ("gäller: [uppdrag:samordna]", "gäller: [uppdrag:samordna]\n    ankare: ↓helhet")),
        ],
        consultation: { consultation in
            consultation.rows.compactMap { row in
                guard let kind = row.viewpoint.anchorKind else { return nil }
                let (anchors, missing) = (!row.viewpoint.anchors.isEmpty, row.viewpoint.missingIn != nil)
                let what: (String, String)? =
                    switch kind.value {
                    case .element where !anchors: ("Ankaret är element, men gäller är tomt. Skriv adressen till delen.", "The anchor is an element, but 'gäller' is empty.")
                    case .missing where !missing: ("Ankaret är saknas, men saknas-i är tomt. Skriv adressen till den del där det hör hemma.", "The anchor is 'saknas', but 'saknas-i' is empty.")
                    case .whole where anchors || missing: ("Ankaret är helhet, men en del är angiven. Ta bort delen eller ankaret.", "The anchor is the whole, but an element is given.")
                    default: nil
                    }
                return what.map { Finding(Message($0.0, en: $0.1), at: kind.range) }
            }
        })
}
