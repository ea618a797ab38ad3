import Markup
import Model

/// The content of a page in both formats, with destination tokens still in it.
struct PageContent: Sendable {
    var html: [UInt8]
    var commonMark: [UInt8]
    /// Headings for the page's own table of contents.
    var headings: [(id: String, text: String)] = []

    /// With a block before everything else; after it in CommonMark, which begins with the title.
    func led(by block: Block?) -> PageContent {
        guard let block else { return self }
        let document = Document([block])
        return PageContent(
            html: Array("<div class=\"hamta\">\n".utf8) + document.render(.html) + Array("</div>\n".utf8) + html, commonMark: commonMark + [10] + document.render(.commonMark),
            headings: headings)
    }
}

/// Renders the pages that are elements of the programme: chapters and focus areas.
struct PageRenderer: Sendable {
    let prose: ProseRenderer
    let blocks: ElementBlocks
    private var catalog: ResolvedCatalog { prose.catalog }

    /// For one page, whose notes it gathers.
    init(_ prose: ProseRenderer) {
        var prose = prose
        if prose.catalog.edition.programme.citationForm?.value == .footnotes { prose.notes = CitationNotes() }
        self.prose = prose
        blocks = ElementBlocks(prose)
    }

    func page(_ id: ElementID) -> PageContent {
        let element = catalog[id]
        let anchor = element.address.anchor
        let kind: [Inline] = element.address.kind == .chapter ? [] : [blocks.kind(element.address.kind)]
        var opening: [Block] = [.heading(level: 1, id: nil, MovedPages.marks(of: id, in: catalog) + kind + [.text(element.title.value)])]
        let chapter = element.content as? Chapter
        if let summary = chapter?.summary {
            opening.append(.container(element: "div", class: "ingress", id: nil, label: nil, [prose.block(summary)]))
        }
        var closing: [Block] = []
        var ownNotes = 0
        var headings: [(id: String, text: String)] = []
        if chapter == nil {
            // A focus area is mostly fields: each is a section of its own, in the order of the model.
            let facts = element.content.facts
            for (fact, id) in zip(facts, Anchors.headingIDs(facts.map(\.label), prefix: anchor)) {
                headings.append((id, fact.label))
                closing.append(.heading(level: 2, id: id, [.text(fact.label)]))
                closing += section(of: fact)
            }
        }
        if let used = blocks.usedIn(id) { closing.append(used) }

        var content = PageContent(html: Array("<section id=\"\(anchor)\" class=\"sida sida-\(element.address.kind.rawValue)\">\n".utf8), commonMark: [])
        let first = Document(opening)
        content.html += first.render(.html)
        content.commonMark += first.render(.commonMark)
        if let body = element.body {
            let ids = Anchors.headingIDs(body.document.outline.headings.map(\.text), prefix: anchor)
            headings = zip(body.document.outline.headings, ids).filter { $0.0.level == 2 }.map { ($1, $0.text) } + headings
            let notes = Footnotes(chapter, body, anchor: anchor, prose)
            let placed = PlacedBlocks(chapter: chapter, body: body, blocks: blocks)
            for format in [Format.html, .commonMark] {
                let filling = prose.filling(body, format, headingIDs: ids, footnoteMarks: notes.marks) { placed.render($0, format) }
                let rendered = notes.marked(body.document.render(format, filling: filling), format)
                if format == .html { content.html += rendered } else if !rendered.isEmpty { content.commonMark += [10] + rendered }
            }
            if let block = notes.block { closing.insert(block, at: 0) }
            ownNotes = notes.count
        }
        if !closing.isEmpty {
            let last = Document(closing)
            content.html += last.render(.html)
            content.commonMark += [10] + last.render(.commonMark)
        }
        content.html += "</section>\n".utf8
        content.headings = headings
        return prose.notes?.finish(content, anchor: anchor, after: ownNotes, prose) ?? content
    }

    /// A field of a focus area as blocks; its typed blocks stand one by one, each under its kind.
    private func section(of fact: Fact) -> [Block] {
        guard case .list(let items) = fact.value, case .record? = items.first else { return blocks.blocks(fact.value) }
        return items.flatMap { item -> [Block] in
            guard case .record(let facts) = item else { return [] }
            let title = facts.first { $0.key == "titel" }.flatMap { if case .text(let text) = $0.value { text } else { nil } }
            let kind = facts.first { $0.key == "slag" }.flatMap { if case .text(let text) = $0.value { text } else { nil } }
            let text = facts.first { $0.key == "text" }
            let rest = facts.filter { !["titel", "slag", "text"].contains($0.key) }
            let heading: [Inline] = (kind.map { [blocks.kindMark($0)] } ?? []) + [.text(title ?? "")]
            return [.heading(level: 3, id: nil, heading)] + (text.map { blocks.blocks($0.value) } ?? []) + blocks.facts(rest)
        }
    }
}

/// The typed blocks that a chapter's prose places, built once for both formats.
private struct PlacedBlocks {
    private let chapter: Chapter?
    private let blocks: ElementBlocks
    private var placed: [BlockReference: Document] = [:]
    private var prose: ProseRenderer { blocks.prose }

    init(chapter: Chapter?, body: Prose, blocks: ElementBlocks) {
        self.chapter = chapter
        self.blocks = blocks
        for placement in body.document.outline.placements {
            let place = body.document.outline.links[placement.linkIndex].range.lowerBound
            let level = (body.document.outline.headings.last { $0.range.lowerBound < place }?.level ?? 1) + 1
            guard
                case .block(let reference)? = prose.catalog.target(of: body.site(ofLink: placement.linkIndex)),
                let content = content(reference, at: level)
            else { continue }
            placed[reference] = Document(content)
        }
    }

    func render(_ reference: BlockReference, _ format: Format) -> [UInt8]? {
        placed[reference]?.render(format)
    }

    /// - Parameter level: of the headings that may stand where the block is placed.
    private func content(_ reference: BlockReference, at level: Int) -> [Block]? {
        switch reference.kind {
        case .register:
            guard let kind = ElementKind(rawValue: reference.name) else { return nil }
            return prose.catalog.elementIDs.filter { prose.catalog[$0].address.kind == kind }.map { blocks.section($0, level: level) }
        case .overview: return ElementKind(rawValue: reference.name).map { [blocks.overview($0)] }
        case .table:
            guard let table = chapter?.tables.first(where: { $0.id?.value == reference.name }) else { return nil }
            return [
                .table(
                    Table(
                        caption: [.text(table.caption?.value ?? "")], columns: table.columns.map { [.text($0.value)] },
                        rows: table.rows.map { $0.cells.map { $0.map { [prose.inline($0)] } ?? [] } },
                        rowHeaders: table.rowHeaders?.value == .yes))
            ]
        case .figure:
            guard let figure = chapter?.figures.first(where: { $0.id?.value == reference.name }) else { return nil }
            return [
                .figure(
                    Figure(
                        source: figure.file?.value ?? "", alternative: figure.alternative?.value ?? "",
                        caption: figure.caption.map { [prose.inline($0)] } ?? [], id: "figur-\(reference.name)"))
            ]
        case .definitions:
            guard let list = chapter?.definitionLists.first(where: { $0.id?.value == reference.name }) else { return nil }
            return [
                .definitionList(
                    list.entries.map { entry in
                        ([.text(entry.term?.value ?? "")], nil, [entry.definition.map { [prose.block($0)] } ?? []])
                    })
            ]
        case .footnote: return nil
        }
    }
}

/// The footnotes of one chapter, numbered in the order of their first mark.
private struct Footnotes {
    private let names: [String]
    private let anchor: String
    private let notes: [TypedFootnote]
    private let prose: ProseRenderer

    init(_ chapter: Chapter?, _ body: Prose, anchor: String, _ prose: ProseRenderer) {
        var names: [String] = []
        for index in body.document.outline.links.indices {
            if case .block(let block)? = prose.catalog.target(of: body.site(ofLink: index)), block.kind == .footnote, !names.contains(block.name) {
                names.append(block.name)
            }
        }
        self.names = names
        self.anchor = anchor
        self.prose = prose
        notes = chapter?.footnotes ?? []
    }

    /// Tokens, by the note's name.
    var marks: [String: [UInt8]] {
        Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, NoteMarks.footnotes.token($0)) })
    }

    func marked(_ text: [UInt8], _ format: Format) -> [UInt8] {
        NoteMarks.footnotes.replaced(in: text) { index, isFirst in
            let id = "\(anchor)--fotnot-\(names[index])"
            return switch format {
            case .html: "<sup\(isFirst ? " id=\"\(id)-mark\"" : "")><a href=\"#\(id)\" aria-label=\"Fotnot \(index + 1)\">\(index + 1)</a></sup>"
            case .commonMark: "[\\[\(index + 1)\\]](#\(id))"
            }
        }
    }

    var count: Int { names.count }

    var block: Block? {
        let entries = names.compactMap { name -> (id: String, back: String, content: [Inline])? in
            guard let text = notes.first(where: { $0.id?.value == name })?.text else { return nil }
            return ("\(anchor)--fotnot-\(name)", "\(anchor)--fotnot-\(name)-mark", [prose.inline(text)])
        }
        return entries.isEmpty ? nil : .footnotes(entries)
    }
}
