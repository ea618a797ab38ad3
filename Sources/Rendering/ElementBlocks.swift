import Markup
import Model

/// Elements of every kind as typed blocks: heading, facts, prose, where they are used.
struct ElementBlocks: Sendable {
    let prose: ProseRenderer
    private var catalog: ResolvedCatalog { prose.catalog }

    init(_ prose: ProseRenderer) {
        self.prose = prose
    }

    /// The element in full, as a section that can be linked to.
    func section(_ id: ElementID, level: Int) -> Block {
        let element = catalog[id]
        var blocks: [Block] = [.heading(level: level, id: nil, MovedPages.marks(of: id, in: catalog) + [kind(element.address.kind), .text(element.title.value)])]
        if let pictures = prose.pictures, let picture = pictures.escalations[id] { blocks.append(pictures.block(picture)) }
        blocks += facts(element.content.facts)
        if let body = element.body, !body.document.plainBytes.isEmpty { blocks.append(prose.block(body, headingShift: level - 1)) }
        if let used = usedIn(id) { blocks.append(used) }
        return .container(
            element: "section", class: "post post-\(element.address.kind.rawValue)", id: element.address.anchor, label: nil, blocks)
    }

    /// What kind of element a heading names, above its title; readers of the Markdown see the kind by where it stands.
    func kind(_ kind: ElementKind) -> Inline {
        let name = kind.name.singular
        return .ready(html: Array("<span class=\"slag\">\(name.prefix(1).uppercased() + name.dropFirst())</span> ".utf8), commonMark: [])
    }

    func facts(_ facts: [Fact]) -> [Block] {
        facts.isEmpty ? [] : [.definitionList(facts.map { (term: [.text($0.label)], id: nil, definitions: [blocks($0)]) })]
    }

    private func blocks(_ fact: Fact) -> [Block] {
        if case .text(let text) = fact.value, ["skyldighet", "status"].contains(fact.key) {
            return [.paragraph([mark(text)])]
        }
        return blocks(fact.value)
    }

    /// A controlled value that readers look for; its word always stands in it.
    func mark(_ text: String) -> Inline {
        .span(class: "marke marke-\(Anchors.slug(text))", [.text(text)])
    }

    /// A kind before the title that it belongs to: a mark in HTML, a word and a colon in CommonMark.
    func kindMark(_ kind: String) -> Inline {
        let name = kind.prefix(1).uppercased() + kind.dropFirst()
        return .ready(
            html: Array("<span class=\"marke marke-\(Anchors.slug(kind))\">".utf8) + HTMLText.escaped(name) + Array("</span> ".utf8),
            commonMark: Array("\(name): ".utf8))
    }

    func blocks(_ value: FactValue) -> [Block] {
        switch value {
        case .prose(let text): return [prose.block(text)]
        case .record(let facts): return self.facts(facts)
        case .list(let items):
            if let line = line(items) { return [.paragraph(line)] }
            if items.count == 1 { return blocks(items[0]) }
            if items.contains(where: \.isRecord) { return [.orderedList(items.map(item), start: 1)] }
            return [.bulletList(items.map(item), tight: true)]
        case .text, .link, .citation: return [.paragraph(line([value]) ?? [])]
        }
    }

    /// What stands in a list item. It begins with a paragraph wherever it can: in CommonMark an item that begins with a
    /// block of ours begins with blank lines, and then it is empty. A record is led by its first fact.
    func item(_ value: FactValue) -> [Block] {
        guard case .record(let facts) = value, let first = facts.first, let lead = paragraph(first.value) else {
            return paragraph(value).map { [$0] } ?? blocks(value)
        }
        return [lead] + self.facts(Array(facts.dropFirst()))
    }

    private func paragraph(_ value: FactValue) -> Block? {
        if case .prose(let text) = value { return text.document.isOneParagraph ? .paragraph([prose.inline(text)]) : nil }
        return line([value]).map { .paragraph($0) }
    }

    /// Short values on one line, with commas; nil when one of them is prose or a record.
    func line(_ values: [FactValue]) -> [Inline]? {
        var inlines: [Inline] = []
        for value in values {
            let part: Inline
            switch value {
            case .text(let text): part = .text(text)
            case .link(let site):
                guard case .element(let id)? = catalog.target(of: site) else { continue }
                part = prose.link(id)
            case .citation(let citation):
                guard let inline = prose.citation(citation) else { continue }
                part = inline
            case .prose, .record, .list: return nil
            }
            if !inlines.isEmpty {
                if case .citation = value { inlines.append(.text("; ")) } else { inlines.append(.text(", ")) }
            }
            inlines.append(part)
        }
        return inlines
    }

    /// «Hänvisas från»: the elements that lead here, each once, in reading order.
    func usedIn(_ id: ElementID) -> Block? {
        let owners = self.owners(catalog.uses(of: id), except: id)
        guard !owners.isEmpty else { return nil }
        return .container(
            element: "div", class: "hanvisas-fran", id: nil, label: nil,
            [.paragraph([.strong([.text("Hänvisas från:")]), .text(" ")] + list(owners))])
    }

    func owners(_ uses: [Use], except id: ElementID? = nil) -> [ElementID] {
        var seen: Set<ElementID> = []
        return uses.compactMap(\.owner).filter { $0 != id && seen.insert($0).inserted }.sorted()
    }

    func list(_ ids: [ElementID]) -> [Inline] {
        var inlines: [Inline] = []
        inlines.reserveCapacity(ids.count * 2)
        for id in ids {
            if !inlines.isEmpty { inlines.append(.text(", ")) }
            inlines.append(prose.link(id))
        }
        return inlines
    }

    /// A compact table of one kind: title, the first fact, and the marks that matter.
    func overview(_ kind: ElementKind) -> Block {
        let ids = catalog.elementIDs.filter { catalog[$0].address.kind == kind }
        let rows = ids.map { id -> [[Inline]] in
            let facts = catalog[id].content.facts
            let main = facts.first { if case .prose = $0.value { true } else { false } }
            let short = facts.filter { $0.key != main?.key }.compactMap { fact -> [Inline]? in
                if case .list(let items) = fact.value { return line(items) }
                return line([fact.value])
            }.first
            return [[prose.link(id)], short ?? [], main.map { fact in
                if case .prose(let text) = fact.value { [prose.inline(text)] } else { [] }
            } ?? []]
        }
        let labels = ids.first.map { catalog[$0].content.facts } ?? []
        let main = labels.first { if case .prose = $0.value { true } else { false } }
        let short = labels.first { $0.key != main?.key }
        return .table(
            Table(
                caption: [.text(kind.name.plural.prefix(1).uppercased() + kind.name.plural.dropFirst())],
                columns: [[.text("Namn")], [.text(short?.label ?? "Uppgift")], [.text(main?.label ?? "Innehåll")]], rows: rows,
                rowHeaders: true))
    }
}

/// Names for ids and classes.
enum Anchors {
    /// Lower-case ASCII with hyphens; å and ä become a, ö becomes o.
    static func slug(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9": bytes.append(UInt8(ascii: scalar))
            case "A"..."Z": bytes.append(UInt8(ascii: scalar) | 32)
            case "å", "ä", "à", "á", "Å", "Ä", "À", "Á": bytes.append(UInt8(ascii: "a"))
            case "ö", "ø", "Ö", "Ø": bytes.append(UInt8(ascii: "o"))
            case "é", "è", "ë", "É", "È", "Ë": bytes.append(UInt8(ascii: "e"))
            case "ü", "Ü": bytes.append(UInt8(ascii: "u"))
            default: if bytes.last != UInt8(ascii: "-"), !bytes.isEmpty { bytes.append(UInt8(ascii: "-")) }
            }
        }
        while bytes.last == UInt8(ascii: "-") { bytes.removeLast() }
        return bytes.isEmpty ? "avsnitt" : String(decoding: bytes, as: UTF8.self)
    }

    /// An id for each heading, unique in the whole programme by the prefix.
    static func headingIDs(_ headings: [String], prefix: String) -> [String] {
        var seen: [String: Int] = [:]
        return headings.map { heading in
            let base = prefix + "--" + slug(heading)
            let number = seen[base, default: 0] + 1
            seen[base] = number
            return number == 1 ? base : "\(base)-\(number)"
        }
    }
}
