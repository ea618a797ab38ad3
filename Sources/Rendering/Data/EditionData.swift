import Diagnostics
import Markup
import Model

/// An edition as data (`program.json`): what it is, every element with its facts and its text, and the sources. One element
/// a line, in the order of the registers; `EditionSchema` describes it.
struct EditionData: Sendable {
    static let version = 2

    private let catalog: ResolvedCatalog
    private let plan: SitePlan
    private let prose: ProseRenderer

    init(_ prose: ProseRenderer) {
        catalog = prose.catalog
        plan = prose.plan
        self.prose = prose
    }

    func file(path: String) -> RenderedFile {
        let programme = catalog.edition.programme
        let head: [(String, JSONValue)] = [
            ("$schema", .string(EditionSchema.fileName)), ("version", .integer(Self.version)), ("edition", .string(catalog.edition.folder)),
            ("language", .string(catalog.catalog.project.language?.value ?? "sv")), ("title", .string(programme.title?.value ?? catalog.edition.folder)),
            ("status", .string(programme.status?.value.rawValue ?? "")), ("fingerprint", .string(Fingerprint.of(catalog.edition, catalog.catalog))),
            ("facts", object(programme.facts.filter { $0.key != "kräver" })),
            ("readingOrder", .array(catalog.readingOrder.map { .string("\(catalog[$0].address)") })),
        ]
        var parts: [[UInt8]] = [[]]
        parts[0] += "{\n".utf8
        for (key, value) in head {
            JSONValue.string(key).write(to: &parts[0], indent: nil)
            parts[0] += ": ".utf8
            value.write(to: &parts[0], indent: nil)
            parts[0] += ",\n".utf8
        }
        parts[0] += "\"elements\": [\n".utf8
        parts += lines(catalog.elementIDs.parallelMap { line(element($0)) })
        parts.append(Array("],\n\"sources\": [\n".utf8))
        parts += lines(catalog.catalog.bibliography.indices.map { EntryID($0) }.filter { !catalog.uses(of: $0).isEmpty }.map { line(source($0)) })
        parts.append(Array("]\n}\n".utf8))
        return RenderedFile(path: path, parts: parts)
    }

    private func line(_ value: JSONValue) -> [UInt8] {
        var bytes: [UInt8] = []
        value.write(to: &bytes, indent: nil)
        return bytes
    }

    private func lines(_ values: [[UInt8]]) -> [[UInt8]] {
        values.enumerated().map { number, value in value + (number + 1 < values.count ? ",\n".utf8 : "\n".utf8) }
    }

    private func element(_ id: ElementID) -> JSONValue {
        let element = catalog[id]
        var members: [(String, JSONValue)] = [
            ("address", .string("\(element.address)")), ("kind", .string(element.address.kind.rawValue)), ("title", .string(element.title.value)),
            ("page", .string("\(plan.stem(of: id)).html")), ("anchor", .string(element.address.anchor)),
        ]
        if !element.formerAddresses.isEmpty { members.append(("formerAddresses", .array(element.formerAddresses.map { .string($0.value) }))) }
        members.append(("requirements", .array(element.requirements.map { .string($0.value) })))
        members.append(("fields", object(element.content.facts)))
        if let body = element.body { members.append(("body", text(body, markdown: source(of: body)))) }
        members.append(("usedIn", addresses(catalog.uses(of: id), except: id)))
        return .object(members)
    }

    private func source(_ id: EntryID) -> JSONValue {
        let entry = catalog[id]
        var members: [(String, JSONValue)] = [
            ("key", .string(entry.key.value)), ("type", .string(entry.type)), ("title", .string(entry.title)),
            ("reference", .string(Document([.paragraph(prose.bibliography.inlines(entry, year: prose.style.year(id)))]).plainText)),
            ("anchor", .string(SitePlan.anchor(ofSource: entry.key.value))),
        ]
        for (key, value) in [("doi", entry.doi), ("url", entry.url)] where !value.isEmpty { members.append((key, .string(value))) }
        return .object(members + [("citedIn", addresses(catalog.uses(of: id), except: nil))])
    }

    private func addresses(_ uses: [Use], except id: ElementID?) -> JSONValue {
        .array(ElementBlocks(prose).owners(uses, except: id).map { .string("\(catalog[$0].address)") })
    }

    // MARK: Values

    private func object(_ facts: [Fact]) -> JSONValue {
        .object(facts.compactMap { fact in value(fact.value).map { (fact.key, $0) } })
    }

    private func value(_ fact: FactValue) -> JSONValue? {
        switch fact {
        case .text(let text): return .string(text)
        case .prose(let prose): return text(prose, markdown: prose.document.isWords ? nil : prose.document.render(.commonMark))
        case .link(let site):
            guard case .element(let id)? = catalog.target(of: site) else { return nil }
            return .string("\(catalog[id].address)")
        case .citation(let citation):
            guard let entry = catalog.entry(of: citation) else { return nil }
            return self.citation(entry, citation.locator)
        case .list(let items): return .array(items.compactMap(value))
        case .record(let facts): return object(facts)
        }
    }

    private func citation(_ entry: EntryID, _ locator: String) -> JSONValue {
        .object([("source", .string(catalog[entry].key.value))] + (locator.isEmpty ? [] : [("locator", .string(locator))]))
    }

    /// The text of a file is given as its author wrote it.
    private func source(of body: Prose) -> [UInt8] {
        let bytes = catalog.catalog.map[body.range.file].bytes
        return Array(bytes[Int(body.range.lower)..<Int(body.range.upper)].drop { $0 == 10 || $0 == 13 })
    }

    /// - Parameter markdown: nil where it would say what the plain text says.
    private func text(_ prose: Prose, markdown: [UInt8]?) -> JSONValue {
        let outline = prose.document.outline
        var members: [(String, JSONValue)] = [("text", .string(prose.document.plainText))]
        if let markdown { members.append(("markdown", .string(String(decoding: markdown, as: UTF8.self)))) }
        var seen: Set<String> = []
        let links = outline.links.indices.compactMap { index -> JSONValue? in
            let address: String
            switch catalog.target(of: prose.site(ofLink: index)) {
            case .element(let id)?: address = "\(catalog[id].address)"
            case .external?: address = outline.links[index].destination
            default: return nil
            }
            return seen.insert(address).inserted ? .string(address) : nil
        }
        if !links.isEmpty { members.append(("links", .array(links))) }
        let citations = outline.citations.indices.flatMap { index in
            zip(outline.citations[index].items, prose.sites(ofCitation: index)).compactMap { item, site -> JSONValue? in
                guard case .entry(let entry)? = catalog.target(of: site) else { return nil }
                return citation(entry, item.locator)
            }
        }
        if !citations.isEmpty { members.append(("citations", .array(citations))) }
        return .object(members)
    }
}
