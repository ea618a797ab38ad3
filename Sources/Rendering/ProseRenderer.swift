import Markup
import Model
import Referencing

/// Renders authors' prose with its references bound: links become destination tokens, citations become text with a link
/// into the bibliography.
struct ProseRenderer: Sendable {
    let catalog: ResolvedCatalog
    let plan: SitePlan
    let style: CitationStyle
    let bibliography: BibliographyStyle
    /// Each source as the list has it, by its number: page, explanation and data all say it.
    let references: [[Inline]]
    /// The notes of the page being made, where sources are cited in notes.
    var notes: CitationNotes?
    /// Nil where an edition is shown without pictures.
    var pictures: PictureBook?

    func block(_ prose: Prose, headingShift: Int = 0) -> Block {
        .ready(html: html(prose, headingShift: headingShift), commonMark: commonMark(prose, headingShift: headingShift))
    }

    func inline(_ prose: Prose) -> Inline {
        .ready(
            html: prose.document.renderInline(.html, filling: filling(prose, .html)),
            commonMark: prose.document.renderInline(.commonMark, filling: filling(prose, .commonMark)))
    }

    func html(_ prose: Prose, headingShift: Int = 0) -> [UInt8] {
        prose.document.render(.html, headingShift: headingShift, filling: filling(prose, .html))
    }

    func commonMark(_ prose: Prose, headingShift: Int = 0) -> [UInt8] {
        prose.document.render(.commonMark, headingShift: headingShift, filling: filling(prose, .commonMark))
    }

    func filling(
        _ prose: Prose, _ format: Format, headingIDs: [String] = [], footnoteMarks: [String: [UInt8]] = [:],
        place: @escaping (BlockReference) -> [UInt8]? = { _ in nil }
    ) -> ProseFilling {
        ProseFilling(
            renderer: self, prose: prose, format: format, headingIDs: headingIDs, footnoteMarks: footnoteMarks, place: place)
    }

    func reference(_ id: EntryID) -> [Inline] { references[id.index] }

    /// A citation of a field, as an inline.
    func citation(_ citation: Citation) -> Inline? {
        guard let entry = catalog.entry(of: citation) else { return nil }
        return .link(destination: plan.destination(entry), [.text(style.parenthetical(entry, locator: citation.locator).plain)])
    }

    func link(_ id: ElementID) -> Inline {
        .link(destination: plan.destination(id), [.text(catalog[id].title.value)])
    }
}

/// What stands in the places of one prose.
struct ProseFilling: Filling {
    let renderer: ProseRenderer
    let prose: Prose
    let format: Format
    let headingIDs: [String]
    let footnoteMarks: [String: [UInt8]]
    let place: (BlockReference) -> [UInt8]?

    func link(_ index: Int) -> LinkFilling {
        switch renderer.catalog.target(of: prose.site(ofLink: index)) {
        case .element(let id)?:
            let isBare = prose.document.outline.links[index].kind == .autolink
            return .destination(renderer.plan.destination(id), text: isBare ? renderer.catalog[id].title.value : nil)
        case .block(let block)? where block.kind == .footnote: return footnoteMarks[block.name].map { .ready($0) } ?? .keep
        default: return .keep
        }
    }

    func citation(_ index: Int) -> [UInt8] {
        let group = prose.document.outline.citations[index]
        let sites = prose.sites(ofCitation: index)
        let cited = zip(group.items, sites).compactMap { item, site -> (item: CitationItem, entry: EntryID)? in
            guard case .entry(let entry)? = renderer.catalog.target(of: site) else { return nil }
            return (item, entry)
        }
        if let notes = renderer.notes, let first = sites.first {
            let mark = notes.mark(
                first,
                cited.map { item, entry in (entry, renderer.style.parenthetical(entry, locator: item.locator), item.prefix) })
            guard group.isNarrative, let (_, entry) = cited.first else { return mark }
            var output: [UInt8] = []
            append(renderer.style.running(entry), &output)
            return output + mark
        }
        var output: [UInt8] = []
        for (number, (item, entry)) in cited.enumerated() {
            if number > 0 { output += "; ".utf8 }
            let text: WrittenCitation
            if group.isNarrative {
                text = renderer.style.narrative(entry, locator: item.locator)
            } else {
                text = renderer.style.parenthetical(entry, locator: item.locator, suppressesAuthor: item.suppressesAuthor)
                if !item.prefix.isEmpty { append(item.prefix + " ", &output) }
            }
            let destination = renderer.plan.destination(entry)
            switch format {
            case .html:
                output += "<a class=\"kallhanvisning\" href=\"".utf8
                DestinationToken.html(destination, into: &output)
                output += "\">".utf8
                append(text, of: entry, &output)
                output += "</a>".utf8
            case .commonMark:
                output.append(UInt8(ascii: "["))
                append(text, of: entry, &output)
                output += "](".utf8
                DestinationToken.commonMark(destination, into: &output)
                output.append(UInt8(ascii: ")"))
            }
        }
        return group.isNarrative ? output : [UInt8(ascii: "(")] + output + [UInt8(ascii: ")")]
    }

    private func append(_ text: WrittenCitation, of entry: EntryID, _ output: inout [UInt8]) {
        append(text.before, &output)
        if text.number != nil { FirstMentions.token(entry, into: &output) }
        append(text.after, &output)
    }

    private func append(_ text: String, _ output: inout [UInt8]) { format.append(text, to: &output) }

    func placement(_ index: Int) -> [UInt8]? {
        let site = prose.site(ofLink: prose.document.outline.placements[index].linkIndex)
        guard case .block(let block)? = renderer.catalog.target(of: site) else { return nil }
        return place(block)
    }

    func headingID(_ index: Int) -> String? {
        headingIDs.indices.contains(index) ? headingIDs[index] : nil
    }
}
