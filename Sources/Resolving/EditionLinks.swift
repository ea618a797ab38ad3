import Diagnostics
import Model

/// The references of one edition, and of the responses to it, bound to their targets.
struct EditionLinks {
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var entryUses: [[Use]]

    private let catalog: Catalog
    private let edition: Edition
    private let entries: [String: EntryID]
    private var addresses: [Address: ElementID] = [:]
    private var formerAddresses: [Address: ElementID] = [:]
    private var targets: [FileID: [Target?]] = [:]
    private var elementUses: [[Use]]
    /// References to what doesn't exist, by what they name: one mistake, one finding.
    private var dangling: [String: [ReferenceSite]] = [:]

    init(_ edition: Edition, catalog: Catalog, entries: [String: EntryID]) {
        self.edition = edition
        self.catalog = catalog
        self.entries = entries
        elementUses = Array(repeating: [], count: edition.elements.count)
        entryUses = Array(repeating: [], count: catalog.bibliography.count)
        indexElements()
        bind()
        diagnostics += dangling.values.filter { !$0[0].wantsSource && !mayBeUnread($0[0]) }.map { danglingFinding($0.sorted { $0.range < $1.range }) }
    }

    /// Whether something was written that couldn't be read: what it would have said isn't known.
    private var hasMisread: Bool { !edition.misread.isEmpty || edition.elements.contains { !$0.misread.isEmpty } }

    var isHistory: Bool { edition.isHistory }

    func resolved(citedEntries: Set<EntryID>, asOf day: PartialDate?) -> ResolvedCatalog {
        ResolvedCatalog(
            catalog: catalog, edition: edition, elementsByAddress: addresses, targets: targets, elementUses: elementUses,
            entryUses: entryUses, citedEntries: citedEntries, isIncomplete: !dangling.isEmpty || !catalog.unread.isEmpty || hasMisread, day: day)
    }

    private mutating func indexElements() {
        addresses.reserveCapacity(edition.elements.count)
        for (number, element) in edition.elements.enumerated() {
            if let first = addresses[element.address] {
                diagnostics.append(
                    Diagnostic(
                        "duplicate-id", .error,
                        Message(
                            "Adressen \(element.address) finns två gånger. Byt id på den ena.",
                            en: "The address \(element.address) exists twice. Change the id of one."),
                        at: element.range,
                        notes: [.init(Message("den första", en: "the first one"), at: edition.elements[first.index].range)]))
            } else {
                addresses[element.address] = ElementID(number)
            }
        }
        for (number, element) in edition.elements.enumerated() {
            for former in element.formerAddresses {
                guard let address = Address(former.value) else {
                    diagnostics.append(
                        Diagnostic(
                            "unknown-value", .error,
                            Message("”\(former.value)” är ingen adress. Skriv som begrepp:utsatt-omrade.", en: "'\(former.value)' is no address. Write like begrepp:utsatt-omrade."),
                            at: former.range))
                    continue
                }
                formerAddresses[address] = ElementID(number)
            }
        }
    }

    private mutating func bind() {
        // Viewpoints are fastened to the edition that was sent out, dispositions to the one that answers.
        let responses = catalog.consultations.filter { $0.consultation.document?.value == edition.folder }.flatMap(\.responses).map(\.file)
        let dispositions = catalog.consultations.filter { $0.answeringFolder == edition.folder }.compactMap(\.dispositionFile)
        let files = edition.files + responses + dispositions
        let bound = files.parallelMap { [catalog, addresses, formerAddresses, entries, edition] file in
            catalog.sites[Int(file.index)].map { site in
                Self.target(of: site, in: edition, addresses: addresses, formerAddresses: formerAddresses, entries: entries)
            }
        }
        for (file, results) in zip(files, bound) {
            let sites = catalog.sites[Int(file.index)]
            var owner: (address: Address, id: ElementID?)?
            for (number, result) in results.enumerated() {
                let site = sites[number]
                if let address = site.owner, address != owner?.address { owner = (address, addresses[address]) }
                let use = Use(site: SiteID(file: file, number: number), owner: site.owner == nil ? nil : owner?.id)
                switch result {
                case .bound(.element(let id)): elementUses[id.index].append(use)
                case .bound(.entry(let id)): entryUses[id.index].append(use)
                case .bound: break
                case .renamed(let id):
                    elementUses[id.index].append(use)
                    diagnostics.append(renamedFinding(site, to: edition.elements[id.index].address))
                case .dangling: dangling[site.name, default: []].append(site)
                case .wrong(let finding): diagnostics.append(finding)
                }
            }
            targets[file] = results.map(\.target)
        }
    }

    private enum Result: Sendable {
        case bound(Target)
        case renamed(ElementID)
        case dangling
        case wrong(Diagnostic)

        var target: Target? {
            switch self {
            case .bound(let target): target
            case .renamed(let id): .element(id)
            case .dangling, .wrong: nil
            }
        }
    }

    private static func target(
        of site: ReferenceSite, in edition: Edition, addresses: [Address: ElementID],
        formerAddresses: [Address: ElementID], entries: [String: EntryID]
    ) -> Result {
        switch site.wanted {
        case .source(let key): return entries[key].map { .bound(.entry($0)) } ?? .dangling
        case .element(let text, let kind):
            if let address = Address(text) {
                if let kind, address.kind != kind { return .wrong(wrongKind(site, wanted: kind)) }
                if let id = addresses[address] { return .bound(.element(id)) }
                if let id = formerAddresses[address] { return .renamed(id) }
                return .dangling
            }
            if kind == nil, site.field == nil || site.field != "läsordning" {
                let scheme = text.prefix { $0 != ":" }
                // What could run code has been told where it was read.
                let outside = ["https", "http", "mailto", "javascript", "vbscript", "file", "data"]
                if outside.contains(scheme.lowercased()) { return .bound(.external) }
                if let block = BlockReference.Kind(rawValue: String(scheme)) {
                    return self.block(block, String(text.dropFirst(scheme.count + 1)), site, in: edition, addresses: addresses)
                }
            }
            return .dangling
        }
    }

    private static func block(
        _ kind: BlockReference.Kind, _ name: String, _ site: ReferenceSite, in edition: Edition, addresses: [Address: ElementID]
    ) -> Result {
        let chapter = site.owner.flatMap { addresses[$0] }.flatMap { edition.elements[$0.index].content as? Chapter } ?? Chapter()
        let names = chapter.blockNames(kind)
        if names.contains(name) { return site.isPlace ? .bound(.block(BlockReference(kind, name))) : .wrong(misplaced(kind, site)) }
        let near = nearestName(to: name, among: names).map { " Menade du \(kind.rawValue):\($0)?" } ?? ""
        let place =
            kind == .register || kind == .overview
            ? "Det finns inget register som heter ”\(name)”." : "Överst i filen står \(kind == .definitions ? "inga" : "ingen") \(kind.rawValue) med namnet ”\(name)”."
        return .wrong(
            Diagnostic(
                "unknown-block", .error, Message(place + near, en: "There is no '\(name)' for \(kind.rawValue): here."), at: site.range))
    }

    /// Nothing is put into a field, a table or a note, so that no block can come to stand in itself.
    private static func misplaced(_ kind: BlockReference.Kind, _ site: ReferenceSite) -> Diagnostic {
        Diagnostic(
            "misplaced-block", .error,
            kind == .footnote
                ? Message("En fotnot kan bara stå i kapitlets löptext, inte i en uppgift eller i en annan fotnot.", en: "A footnote can only stand in a chapter's running text.")
                : Message(
                    "Det kan inte placeras här. Skriv <\(site.name)> ensamt i ett eget stycke i ett kapitels löptext, med en tom rad före och en efter.",
                    en: "This can't be placed here. Write <\(site.name)> alone in a paragraph of a chapter's running text."),
            at: site.range)
    }

    private static func wrongKind(_ site: ReferenceSite, wanted: ElementKind) -> Diagnostic {
        Diagnostic(
            "wrong-kind", .error,
            Message(
                "Här ska adressen börja med \(wanted.rawValue): (\(wanted.name.singular)), men \(site.name) är något annat.",
                en: "The address here must begin with \(wanted.rawValue):, but \(site.name) is something else."),
            at: site.range)
    }

    private func renamedFinding(_ site: ReferenceSite, to address: Address) -> Diagnostic {
        Diagnostic(
            "former-address", .warning,
            Message(
                "\(site.name) heter numera \(address). Länken fungerar, men byt till den nya adressen.",
                en: "\(site.name) is now called \(address). The link works, but change it to the new address."),
            at: site.range,
            fixes: [.init(Message("skriv \(address)", en: "write \(address)"), replacing: site.range, with: "\(address)", isCertain: true)])
    }

    /// The sites that name sources which don't exist, by key, in the order of the files.
    var danglingSources: [String: [ReferenceSite]] {
        guard !catalog.unread.hasSources else { return [:] }
        return dangling.filter { $0.value[0].wantsSource }.mapValues { $0.sorted { $0.range < $1.range } }
    }

    private func mayBeUnread(_ site: ReferenceSite) -> Bool {
        guard case .element(let text, _) = site.wanted, let address = Address(text) else { return false }
        return catalog.unread.kinds.contains(address.kind)
    }

    func danglingFinding(_ sites: [ReferenceSite]) -> Diagnostic {
        let first = sites[0]
        let (near, what): (String?, Message) =
            switch first.wanted {
            case .source(let key):
                (
                    nearestName(to: key, among: catalog.bibliography.map(\.key.value)),
                    Message(
                        "Källan ”\(key)” finns inte i referenser.json. Lägg till den där, eller rätta nyckeln.",
                        en: "The source '\(key)' is not in referenser.json. Add it there, or correct the key.")
                )
            case .element(let text, _):
                (
                    nearAddress(to: text),
                    Address(text) == nil
                        ? Message(
                            "”\(text)” är ingen adress i programmet och ingen webbadress. Skriv slag:namn, till exempel begrepp:utsatt-omrade.",
                            en: "'\(text)' is neither an address of the programme nor a web address. Write kind:name, such as begrepp:utsatt-omrade.")
                        : Message(
                            "\(text) finns inte. Lägg till det, eller rätta hänvisningen.",
                            en: "\(text) doesn't exist. Add it, or correct the reference.")
                )
            }
        return Diagnostic(
            "dangling-reference", .error,
            Message(
                what.swedish + (near.map { " Menade du \($0)?" } ?? ""), en: what.english + (near.map { " Did you mean \($0)?" } ?? "")),
            at: first.range,
            notes: sites.dropFirst().prefix(20).map { .init(Message("samma hänvisning", en: "the same reference"), at: $0.range) },
            fixes: near.map { near in
                // Every place is mended, not only the one where it is told.
                sites.map {
                    .init(Message("skriv \(near)", en: "write \(near)"), replacing: $0.range, with: near, isCertain: isSameName(first.text, near))
                }
            } ?? [])
    }

    private func nearAddress(to text: String) -> String? {
        let sameKind = Address(text).map { address in edition.elements.lazy.filter { $0.address.kind == address.kind } }
        if let sameKind, let near = nearestName(to: text, among: sameKind.map { "\($0.address)" }) { return near }
        return nearestName(to: text, among: edition.elements.lazy.map { "\($0.address)" })
    }
}

extension ReferenceSite {
    fileprivate var wantsSource: Bool {
        if case .source = wanted { true } else { false }
    }

    /// The address or the key alone.
    fileprivate var text: String {
        switch wanted {
        case .element(let text, _), .source(let text): text
        }
    }

    /// What the author wrote.
    fileprivate var name: String {
        switch wanted {
        case .element(let text, _): text
        case .source(let key): "@" + key
        }
    }
}
