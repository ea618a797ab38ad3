import Markup
import Model

/// What can be searched for in an edition: its parts, their sections, every element where it stands in full, and sources.
struct EditionSearch: Sendable {
    let catalog: ResolvedCatalog
    let plan: SitePlan

    /// - Parameters:
    ///   - page: one of `plan.pages`.
    ///   - index: its number in the part.
    ///   - html: the content of the page.
    func add(_ page: SitePlan.Page, _ index: Int, _ html: [UInt8], to part: inout SearchPart) {
        let passages = PassageReader.read(html)
        switch page.content {
        case .element(let id):
            for (number, passage) in passages.enumerated() {
                if number == 0 { add(id, "", index, passage, &part) } else { add(passage, index, &part) }
            }
        case .appendix(let appendix):
            // What stands there beside the elements are tables of links.
            part.add(SearchEntry(page: index, anchor: "", kind: "bilaga", title: page.title), text: [])
            if appendix == .sources {
                addSources(passages.dropFirst(), index, &part)
            } else {
                for passage in passages.dropFirst() { add(passage, index, &part) }
            }
        }
    }

    func store(_ part: SearchPart, _ pages: Range<Int>, into sink: some FileSink) -> SearchIndex.StoredPart {
        SearchIndex.store(
            part, of: plan.pages[pages].map { SearchIndex.Page(file: $0.stem + ".html", title: $0.title) }, name: "\(pages.lowerBound)",
            below: catalog.edition.folder + "/", into: sink)
    }

    private func add(_ passage: Passage, _ index: Int, _ part: inout SearchPart) {
        if let id = element(passage.anchor) {
            add(id, passage.anchor, index, passage, &part)
        } else {
            part.add(SearchEntry(page: index, anchor: passage.anchor, kind: "avsnitt", title: passage.title), text: passage.text)
        }
    }

    private func add(_ id: ElementID, _ anchor: String, _ index: Int, _ passage: Passage, _ part: inout SearchPart) {
        let element = catalog[id]
        part.add(
            SearchEntry(page: index, anchor: anchor, kind: element.address.kind.name.singular, title: element.title.value), text: passage.text,
            definition: definition(element))
    }

    /// The prose that an element begins with: a definition, a goal's wording, the summary of a chapter.
    private func definition(_ element: Element) -> [UInt8] {
        if let chapter = element.content as? Chapter { return Array((chapter.summary?.document.plainText ?? "").utf8) }
        for fact in element.content.facts {
            if case .prose(let prose) = fact.value { return Array(prose.document.plainText.utf8) }
        }
        return []
    }

    private func element(_ anchor: String) -> ElementID? {
        guard let hyphen = anchor.utf8.firstIndex(of: UInt8(ascii: "-")), let kind = ElementKind(rawValue: String(anchor[..<hyphen])) else { return nil }
        return catalog.elementsByAddress[Address(kind, String(anchor[anchor.utf8.index(after: hyphen)...]))]
    }

    private func addSources(_ passages: ArraySlice<Passage>, _ index: Int, _ part: inout SearchPart) {
        let titles = Dictionary(
            catalog.catalog.bibliography.map { (SitePlan.anchor(ofSource: $0.key.value), $0.title) }, uniquingKeysWith: { first, _ in first })
        for passage in passages {
            let title = titles[passage.anchor] ?? ""
            part.add(
                SearchEntry(
                    page: index, anchor: passage.anchor, kind: "källa", title: title.isEmpty ? String(decoding: passage.text, as: UTF8.self) : title),
                text: passage.text)
        }
    }

    /// The index of the edition, and the page to search it from.
    /// - Parameter meanwhile: as of `SearchIndex.write`.
    func write(_ parts: [SearchIndex.StoredPart], title: String, _ shell: PageShell, into sink: some FileSink, meanwhile: () -> Void) {
        let folder = catalog.edition.folder
        SearchIndex.write(parts, title: title, below: folder + "/", into: sink, meanwhile: meanwhile)
        SearchPage(title: title, root: "../", wholeText: "hela.html").write(shell, below: folder + "/", into: sink)
    }
}
