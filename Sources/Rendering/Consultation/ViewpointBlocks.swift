import Comparing
import Markup
import Model

/// A viewpoint in full, and what came of it.
struct ViewpointBlocks: Sendable {
    let consultation: ResolvedConsultation
    let consulted: EditionFragments
    let answering: EditionFragments
    /// The address of the page of changes without its ending; nil when there is no new edition.
    let changes: String?

    /// What a viewpoint says; nothing of what came of it.
    func facts(_ row: ResolvedConsultation.Row, without hidden: Set<String>) -> [Block] {
        let shown = row.viewpoint.facts.filter { !hidden.contains($0.key) && !["id", "rubrik", "ankare"].contains($0.key) }
        var facts = consulted.blocks.facts(shown)
        if row.viewpoint.anchoring == .whole { facts = [.paragraph([.text("Gäller helheten.")])] + facts }
        return facts
    }

    /// The outcome, its reason, and where the new edition shows it.
    func disposition(_ row: ResolvedConsultation.Row) -> [Block] {
        guard let disposition = row.disposition, let outcome = disposition.outcome?.value else {
            return [.paragraph([.strong([.text("Utfall:")]), .text(" "), .span(class: "marke marke-ohanterad", [.text(ConsultationTotals.unhandled)])])]
        }
        var entries: [(term: [Inline], id: String?, definitions: [[Block]])] = [
            ([.text("Utfall")], nil, [[.paragraph([answering.blocks.mark(outcome.rawValue)])]])
        ]
        if let reason = disposition.reason { entries.append(([.text("Skäl")], nil, [[answering.prose.block(reason)]])) }
        if !row.shownIn.isEmpty { entries.append(([.text("Finns i")], nil, [[.paragraph(answering.blocks.list(row.shownIn))]])) }
        if let changes, let changed = consultation.changed {
            let ids = row.shownIn.filter(changed.contains)
            if !ids.isEmpty {
                entries.append(([.text("Vad som ändrades")], nil, [[.paragraph(ids.enumerated().flatMap { number, id -> [Inline] in
                    let anchor = answering.catalog[id].address.anchor
                    let text = answering.catalog[id].title.value
                    return (number > 0 ? [.text(", ")] : []) + [SiteLink.inline(changes, fragment: anchor, text)]
                })]]))
            }
        }
        let others = disposition.facts.filter { ["beslutat-av", "datum", "teman", "sammanförd-med"].contains($0.key) }
        return [.definitionList(entries)] + answering.blocks.facts(others)
    }
}
