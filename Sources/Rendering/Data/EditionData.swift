import Diagnostics
import Markup
import Model
import Referencing

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
        let (elements, sources) = (catalog.elementIDs, catalog.catalog.bibliography.indices.map { EntryID($0) }.filter { !catalog.uses(of: $0).isEmpty })
        var parts = [head()]
        parts += elements.parallelMap { id in
            line(isLast: id == elements.last, reserving: (catalog[id].body?.range.bytes.count ?? 0) * 9 / 4 + 2_000) { element(id, &$0) }
        }
        parts.append(Array("],\n\"sources\": [\n".utf8))
        parts += sources.parallelMap { id in line(isLast: id == sources.last) { source(id, &$0) } }
        parts.append(Array("]\n}\n".utf8))
        return RenderedFile(path: path, parts: parts)
    }

    /// A member a line, up to the first element.
    private func head() -> [UInt8] {
        let programme = catalog.edition.programme
        let head: [(String, JSONValue)] = [
            ("$schema", .string(EditionSchema.fileName)), ("version", .integer(Self.version)), ("edition", .string(catalog.edition.folder)),
            ("language", .string(catalog.catalog.project.language?.value ?? "sv")), ("title", .string(programme.title?.value ?? catalog.edition.folder)),
            ("status", .string(programme.status?.value.rawValue ?? "")), ("fingerprint", .string(Fingerprint.of(catalog.edition, catalog.catalog))),
        ]
        var bytes = Array("{\n".utf8)
        func member(_ key: String, _ value: [UInt8]) { bytes += "\"\(key)\": ".utf8 + value + ",\n".utf8 }
        for (key, value) in head { member(key, Array(value.text(indented: false).utf8)) }
        var facts = JSONWriter()
        object(programme.facts.filter { $0.key != "kräver" }, &facts)
        member("facts", facts.bytes)
        var order = JSONWriter()
        order.array { json in for id in catalog.readingOrder { json.string("\(catalog[id].address)") } }
        member("readingOrder", order.bytes)
        return bytes + "\"elements\": [\n".utf8
    }

    private func line(isLast: Bool, reserving count: Int = 0, _ write: (inout JSONWriter) -> Void) -> [UInt8] {
        var json = JSONWriter(reserving: count)
        write(&json)
        json.raw(isLast ? "\n" : ",\n")
        return json.bytes
    }

    /// What stands for an element, without what follows it.
    func line(of id: ElementID) -> [UInt8] {
        var json = JSONWriter()
        element(id, &json)
        return json.bytes
    }

    private func element(_ id: ElementID, _ json: inout JSONWriter) {
        let element = catalog[id]
        json.object { json in
            json.member("address", "\(element.address)")
            json.member("kind", element.address.kind.rawValue)
            json.member("title", element.title.value)
            json.member("page", "\(plan.stem(of: id)).html")
            json.member("anchor", element.address.anchor)
            if !element.formerAddresses.isEmpty { json.strings("formerAddresses", element.formerAddresses.map(\.value)) }
            json.strings("requirements", element.requirements.map(\.value))
            json.key("fields")
            object(element.content.facts, &json)
            if let body = element.body {
                json.key("body")
                text(body, &json) { json in source(of: body) { json.string(utf8: $0) } }
            }
            json.strings("usedIn", owners(catalog.uses(of: id), except: id))
        }
    }

    private func source(_ id: EntryID, _ json: inout JSONWriter) {
        let entry = catalog[id]
        json.object { json in
            json.member("key", entry.key.value)
            json.member("type", entry.type)
            json.member("title", entry.title)
            json.member("reference", BibliographyStyle.plain(prose.reference(id)))
            json.member("anchor", SitePlan.anchor(ofSource: entry.key.value))
            for (key, value) in [("doi", entry.doi), ("url", entry.url)] where !value.isEmpty { json.member(key, value) }
            json.strings("citedIn", owners(catalog.uses(of: id), except: nil))
        }
    }

    private func owners(_ uses: [Use], except id: ElementID?) -> [String] {
        ElementBlocks(prose).owners(uses, except: id).map { "\(catalog[$0].address)" }
    }

    // MARK: Values

    private func object(_ facts: [Fact], _ json: inout JSONWriter) {
        json.object { json in
            for fact in facts where says(fact.value) {
                json.key(fact.key)
                value(fact.value, &json)
            }
        }
    }

    /// Whether there is anything to write: what a link or a citation names may be missing.
    private func says(_ fact: FactValue) -> Bool {
        switch fact {
        case .link(let site): if case .element? = catalog.target(of: site) { true } else { false }
        case .citation(let citation): catalog.entry(of: citation) != nil
        case .text, .prose, .list, .record: true
        }
    }

    private func value(_ fact: FactValue, _ json: inout JSONWriter) {
        switch fact {
        case .text(let text): json.string(text)
        case .prose(let prose):
            // Plain words have no markup to tell of.
            if prose.document.isWords {
                text(prose, &json, markdown: nil)
            } else {
                text(prose, &json) { json in prose.document.render(.commonMark).withUnsafeBufferPointer { json.string(utf8: $0) } }
            }
        case .link(let site): if case .element(let id)? = catalog.target(of: site) { json.string("\(catalog[id].address)") }
        case .citation(let citation): if let entry = catalog.entry(of: citation) { self.citation(entry, citation.locator, &json) }
        case .list(let items): json.array { json in for item in items where says(item) { value(item, &json) } }
        case .record(let facts): object(facts, &json)
        }
    }

    private func citation(_ entry: EntryID, _ locator: String, _ json: inout JSONWriter) {
        json.object { json in
            json.member("source", catalog[entry].key.value)
            if !locator.isEmpty { json.member("locator", locator) }
        }
    }

    /// The text of a file is given as its author wrote it.
    private func source(of body: Prose, _ read: (UnsafeBufferPointer<UInt8>) -> Void) {
        catalog.catalog.map[body.range.file].bytes.withUnsafeBufferPointer { bytes in
            read(UnsafeBufferPointer(rebasing: bytes[Int(body.range.lower)..<Int(body.range.upper)].drop { $0 == 10 || $0 == 13 }))
        }
    }

    /// - Parameter markdown: nil where it would say what the plain text says.
    private func text(_ prose: Prose, _ json: inout JSONWriter, markdown: ((inout JSONWriter) -> Void)?) {
        let outline = prose.document.outline
        json.object { json in
            json.key("text")
            prose.document.plainBytes.withUnsafeBufferPointer { json.string(utf8: $0) }
            if let markdown {
                json.key("markdown")
                markdown(&json)
            }
            var links: [String] = []
            for index in outline.links.indices {
                let address: String
                switch catalog.target(of: prose.site(ofLink: index)) {
                case .element(let id)?: address = "\(catalog[id].address)"
                case .external?: address = outline.links[index].destination
                default: continue
                }
                if !links.contains(address) { links.append(address) }
            }
            if !links.isEmpty { json.strings("links", links) }
            let citations = outline.citations.indices.flatMap { index in
                zip(outline.citations[index].items, prose.sites(ofCitation: index)).compactMap { item, site -> (EntryID, String)? in
                    guard case .entry(let entry)? = catalog.target(of: site) else { return nil }
                    return (entry, item.locator)
                }
            }
            if !citations.isEmpty {
                json.key("citations")
                json.array { json in for (entry, locator) in citations { citation(entry, locator, &json) } }
            }
        }
    }
}
