import Diagnostics
import Markup
import Model

extension Rule {
    static let assignmentOnLawInForce = Rule(
        "assignment-on-law-in-force",
        summary: Message("Inget uppdrag vilar enbart på lag som inte gäller den dag som bedöms.", en: "No assignment rests only on law that isn't in force on the day judged."),
        rationale: Message(
            "Ett uppdrag som stöds på en upphävd lag, eller en som inte har trätt i kraft, saknar stöd.",
            en: "An assignment that rests on a repealed law, or one not yet in force, has no basis."),
        requirements: ["R10"],
        yieldsTo: ["steering-document-cross-referenced"],
        accepts: [Example([:], day: "2026-01-31")],
        rejects: [
            Example("program/uppdrag.yaml", ("stöd: [\"[Kommunallagen](styrdokument:kommunallagen).\"]", "stöd: [\"[Kommunallagen](↓styrdokument:kommunallagen).\"]"), day: "2017-06-01").on("2017-06-01", allowing: ["lapsed-law-told"])
        ]
    ) { catalog in
        catalog.all(Assignment.self).compactMap { _, element, assignment in
            guard let basis = assignment.legalBasis, basis.absence == nil else { return nil }
            let sites = basis.support.flatMap { text in
                text.document.outline.links.indices.compactMap { index -> (site: SiteID, law: SteeringDocument, id: ElementID)? in
                    let site = text.site(ofLink: index)
                    guard case .element(let id)? = catalog.target(of: site), let law = catalog[id].content as? SteeringDocument else { return nil }
                    return (site, law, id)
                }
            }
            guard let first = sites.first, sites.allSatisfy({ $0.law.validity(on: catalog.day) != .applies }) else { return nil }
            let day = catalog.day.map { " den \($0.text)" } ?? ""
            let when = first.law.validity(on: catalog.day) == .notYet ? "inte gäller ännu" : "inte gäller längre"
            return Finding(
                Message(
                    "Uppdraget ”\(element.title.value)” stöds bara på lag som \(when)\(day): \(catalog[first.id].title.value). Ange gällande lag, eller ”saknas” med skäl.",
                    en: "The assignment '\(element.title.value)' rests only on law not in force on the day judged: \(catalog[first.id].title.value). Give the law in force, or 'saknas' with the reason."),
                at: catalog.site(first.site).range)
        }
    }
}
