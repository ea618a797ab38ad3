import Markup
import Model
import Referencing

/// The page of a chapter whose running text was edited, put in the place of the old one wherever it stands: its own page,
/// the page of the whole programme, the data and the search index. What others say of the chapter is taken from where it
/// stands.
package struct EditedPage {
    private let prose: ProseRenderer
    private let id: ElementID
    private let folder: String
    private var catalog: ResolvedCatalog { prose.catalog }
    private var element: Element { catalog[id] }
    private var stem: String { element.address.anchor }

    /// Nil where the page shows what stands in other files.
    /// - Parameters:
    ///   - catalog: the chapter, with what it leads to.
    ///   - elements: the numbers that its elements have in the edition.
    ///   - kept: what `KeptPages` wrote.
    package init?(_ id: ElementID, of catalog: ResolvedCatalog, elements: [Int], kept: ArraySlice<UInt8>) {
        guard let body = catalog[id].body, let wording = try? Wording(ReferenceWording()) else { return nil }
        let showsOthers = body.document.outline.placements.contains { placement in
            guard case .block(let block)? = catalog.target(of: body.site(ofLink: placement.linkIndex)) else { return true }
            return block.kind == .register || block.kind == .overview
        }
        guard !showsOthers else { return nil }
        do throws(KeptReader.Damaged) {
            var reader = KeptReader(kept)
            let style = try CitationStyle(kept: &reader)
            let plan = try SitePlan(kept: &reader, of: elements)
            prose = ProseRenderer(catalog: catalog, plan: plan, style: style, bibliography: BibliographyStyle(wording), references: [], notes: nil)
        } catch {
            return nil
        }
        self.id = id
        folder = catalog.edition.folder
    }

    /// Whether the new page could be put everywhere; if not, nothing of what was exchanged may be used.
    /// - Parameter fingerprint: of the edition as it is now.
    package func exchange(in files: StandingFiles, fingerprint: String) -> Bool {
        let content = FirstMentions.resolved(PageRenderer(prose).page(id), prose.style)
        let index = prose.plan.page(of: id)
        let ending = Array("</section>\n".utf8)
        guard content.html.suffix(ending.count).elementsEqual(ending) else { return false }
        let html = Array(content.html.dropLast(ending.count))

        guard let own = place(in: files, "\(folder)/\(stem).html"), let whole = place(in: files, "\(folder)/hela.html") else { return false }
        var page: [UInt8] = []
        replace(html, .page(index), &page)
        var piece: [UInt8] = []
        replace(html, .whole, headingShift: 1, &piece)
        let old = files["\(folder)/\(stem).html"]!.bytes[own.range]
        let search = EditedIndex(
            EditionSearch(catalog: catalog, plan: prose.plan), SitePlan.Page(content: .element(id), stem: stem, title: element.title.value), number: index,
            before: Array(old), after: content.html)
        files.exchange(own.range.lowerBound..<own.tail, in: "\(folder)/\(stem).html", for: page)
        files.exchange(whole.range.lowerBound..<whole.tail, in: "\(folder)/hela.html", for: piece)
        return exchangeMarkdown(content.commonMark, index, isReferredTo: own.tail < own.range.upperBound - ending.count, in: files) && exchangeData(in: files, fingerprint)
            && search.exchange(in: files, below: folder + "/")
    }

    /// Where the chapter stands in a page, and where what others say of it begins there.
    private func place(in files: StandingFiles, _ path: String) -> (range: Range<Int>, tail: Int)? {
        guard let file = files[path], let start = file.bytes.place(of: "<section id=\"\(stem)\" class=\"sida sida-kapitel\">\n".utf8) else { return nil }
        let (open, close) = (Array("<section".utf8), Array("</section>\n".utf8))
        var depth = 1
        var place = start + open.count
        while depth > 0 {
            guard let end = file.bytes.place(of: close, in: place..<file.bytes.count) else { return nil }
            // No author's text holds a tag.
            if let inner = file.bytes.place(of: open, in: place..<end) {
                depth += 1
                place = inner + open.count
            } else {
                depth -= 1
                place = end + close.count
            }
        }
        let tail = file.bytes.lastPlace(of: "<div class=\"hanvisas-fran\">".utf8, in: start..<place) ?? place - close.count
        return (start..<place, tail)
    }

    private func exchangeMarkdown(_ commonMark: [UInt8], _ index: Int, isReferredTo: Bool, in files: StandingFiles) -> Bool {
        let path = "\(folder)/\(stem).md"
        guard let file = files[path] else { return false }
        var output: [UInt8] = []
        DestinationToken.replace(in: commonMark, format: .commonMark, into: &output) { [prose] destination, output in
            prose.plan.href(destination, from: .page(index), ending: ".md", to: &output)
        }
        guard isReferredTo else {
            files.exchange(0..<file.bytes.count, in: path, for: output)
            return true
        }
        guard let tail = file.bytes.lastPlace(of: "**Hänvisas från:**".utf8) else { return false }
        files.exchange(0..<tail, in: path, for: output + [10])
        return true
    }

    private func replace(_ html: [UInt8], _ viewpoint: SitePlan.Viewpoint, headingShift: Int = 0, _ output: inout [UInt8]) {
        DestinationToken.replace(in: html, format: .html, headingShift: headingShift, into: &output) { [prose] destination, output in
            prose.plan.href(destination, from: viewpoint, ending: ".html", to: &output)
        }
    }

    /// The chapter's line in `program.json`, and the fingerprint.
    private func exchangeData(in files: StandingFiles, _ fingerprint: String) -> Bool {
        let path = "\(folder)/program.json"
        let (mark, uses) = (Array("\n\"fingerprint\": \"".utf8), Array("\"usedIn\":[".utf8))
        guard
            let file = files[path], let place = file.bytes.place(of: mark).map({ $0 + mark.count }), place + fingerprint.utf8.count < file.bytes.count,
            let start = file.bytes.place(of: "\n{\"address\":\"\(element.address)\",".utf8).map({ $0 + 1 }), let end = file.bytes.place(of: [10], in: start..<file.bytes.count),
            let oldTail = file.bytes.lastPlace(of: uses, in: start..<end)
        else { return false }
        let line = EditionData(prose).line(of: id)
        guard let newTail = line.indices.last(where: { line[$0...].starts(with: uses) }) else { return false }
        files.exchange(start..<oldTail, in: path, for: Array(line[..<newTail]))
        // The same for every chapter that was edited.
        if !(files.exchanges[path] ?? []).contains(where: { $0.range.lowerBound == place }) {
            files.exchange(place..<place + fingerprint.utf8.count, in: path, for: Array(fingerprint.utf8))
        }
        return true
    }
}
