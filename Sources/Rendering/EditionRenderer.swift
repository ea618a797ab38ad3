import Markup
import Model
import Referencing

/// The files of one edition.
struct EditionRenderer: Sendable {
    let catalog: ResolvedCatalog
    let plan: SitePlan
    private(set) var prose: ProseRenderer
    private let shell: PageShell
    let print: PrintShell
    let notice: [UInt8]
    /// The link to each page in the navigation, cut where the mark of the current page goes.
    private let entries: [(open: [UInt8], close: [UInt8])]

    init(_ catalog: ResolvedCatalog, _ shell: PageShell, _ print: PrintShell, _ wording: Wording) {
        self.catalog = catalog
        self.shell = shell
        self.print = print
        plan = SitePlan(catalog)
        let (style, bibliography) = (CitationStyle(catalog.catalog.bibliography, wording), BibliographyStyle(wording))
        let references = catalog.catalog.bibliography.indices.parallelMap { index in
            bibliography.inlines(catalog.catalog.bibliography[index], year: style.year(EntryID(index)))
        }
        prose = ProseRenderer(catalog: catalog, plan: plan, style: style, bibliography: bibliography, references: references, notes: nil)
        entries = plan.pages.map { page in
            (Array("<li><a href=\"\(page.stem).html\"".utf8), Array(">".utf8) + HTMLText.escaped(page.title) + Array("</a></li>\n".utf8))
        }
        notice = catalog.edition.programme.notice.map { [prose] in FirstMentions.resolved(prose.html($0), .html, style) } ?? []
    }

    private var search: EditionSearch { EditionSearch(catalog: catalog, plan: plan) }
    func showing(_ pictures: PictureBook) -> EditionRenderer {
        var renderer = self
        renderer.prose.pictures = pictures
        return renderer
    }

    var folder: String { catalog.edition.folder }
    var title: String { catalog.edition.programme.title?.value ?? folder }

    /// Puts every file of the edition into the sink, on all cores; what is finished is not kept.
    /// - Returns: the other forms of the programme that are being made; the start page waits for them, and is `finish`ed last.
    /// Nil when none is, and the start page is there.
    func render(_ extra: ExtraFormats, into sink: some FileSink) -> PendingDocuments? {
        // The few large pages first, then the chapters in runs: so no core waits for a large one at the end.
        let chapters = plan.pages.indices.prefix { if case .element = plan.pages[$0].content { true } else { false } }
        let runLength = max(1, min(32, chapters.count / 8))
        let runs = stride(from: 0, to: chapters.count, by: runLength).map { $0..<min($0 + runLength, chapters.count) }
        let appendix = (chapters.endIndex..<plan.pages.count).map { $0..<$0 + 1 }
        // Nothing to wait for: the start page is made with the others.
        let isWaiting = extra.converter != nil
        let jobs: [Job] = (isWaiting ? [.data, .files] : [.data, .files, .start]) + (appendix + runs).map(Job.pages)
        let made = jobs.parallelMap(runLength: 1) { job -> RenderedRun? in
            switch job {
            case .data:
                sink.accept(EditionData(prose).file(path: "\(folder)/program.json"))
                sink.accept(EditionSchema.file(path: "\(folder)/\(EditionSchema.fileName)"))
            case .files:
                (figures() + MovedPages(catalog, plan).files()).forEach(sink.accept)
                sink.accept(RenderedFile(path: "\(folder)/\(Explanations.fileName)", bytes: Explanations(prose).script()))
            case .start: start(downloads: []).forEach(sink.accept)
            case .pages(let range): return pages(range, extra, into: sink)
            }
            return nil
        }
        let appendixFirst = made.compactMap(\.self)
        let runsInOrder = appendixFirst[appendix.count...] + appendixFirst[..<appendix.count]
        let pieces = runsInOrder.map(\.piece)
        let pending = extra.converter.map { PendingDocuments(document(pieces), $0) }
        search.write(runsInOrder.map(\.search), title: title, shell, into: sink) {
            sink.accept(whole(pieces.map(\.html)))
            if extra.hasFragments { sink.accept(fragment(pieces)) }
        }
        return pending
    }

    /// The start page, which leads to everything that was made.
    func finish(_ pending: PendingDocuments, into sink: some FileSink) {
        start(downloads: pending.finish(into: sink)).forEach(sink.accept)
    }

    /// What some finished pages leave for the files that are made of all.
    private struct RenderedRun: Sendable {
        let piece: Piece
        let search: SearchIndex.StoredPart
    }

    /// What some pages add to the whole programme.
    struct Piece: Sendable {
        var html: [UInt8] = []
        /// Only where somebody wants it.
        var commonMark: [UInt8] = []
    }

    /// The pictures that chapters show, each once, where the chapters look for them.
    private func figures() -> [RenderedFile] {
        let files = catalog.all(Chapter.self).flatMap { $0.content.figures }.compactMap(\.file?.value)
        return Set(files).sorted().compactMap { file in picture(file).map { RenderedFile(path: "\(folder)/\(file)", bytes: $0) } }
    }

    /// A picture by the name that a chapter gives it.
    func picture(_ file: String) -> [UInt8]? {
        let assets = catalog.catalog.assets
        return assets.name(of: file, in: folder).flatMap { assets.bytes(of: $0) }
    }

    private enum Job: Sendable {
        case data, files, start
        case pages(Range<Int>)
    }

    private func pages(_ range: Range<Int>, _ extra: ExtraFormats, into sink: some FileSink) -> RenderedRun {
        var piece = Piece()
        var part = SearchPart()
        for index in range {
            var content =
                switch plan.pages[index].content {
                case .element(let id): PageRenderer(prose).page(id)
                case .appendix(let part): AppendixRenderer(prose).page(part, index: index)
                }
            content = FirstMentions.resolved(content, prose.style)
            sink.accept(file(html: index, content))
            sink.accept(file(commonMark: index, content))
            if piece.html.isEmpty { piece.html.reserveCapacity((content.html.count + 1_000) * range.count * 5 / 4) }
            replace(content.html, .whole, headingShift: 1, &piece.html)
            search.add(plan.pages[index], index - range.lowerBound, content.html, to: &part)
            if extra.hasFragments { sink.accept(fragment(index, content)) }
            if extra.wantsText {
                piece.commonMark += "<a id=\"\(plan.anchor(ofPage: index))\"></a>\n\n".utf8
                replace(commonMark: content.commonMark, .whole, &piece.commonMark)
                piece.commonMark.append(10)
            }
        }
        return RenderedRun(piece: piece, search: search.store(part, range, into: sink))
    }

    // MARK: Pages

    private func file(html index: Int, _ content: PageContent) -> RenderedFile {
        let page = plan.pages[index]
        let bytes = shell.page(reserving: content.html.count * 5 / 4) { slot, output in
            switch slot {
            case .title: HTMLText.escape(page.title, into: &output)
            case .document: HTMLText.escape(title, into: &output)
            case .root: output += "../".utf8
            case .search: output += SearchPage.link(root: "../")
            case .breadcrumbs: breadcrumbs(to: page.title, &output)
            case .notice: self.notice(.page(index), &output)
            case .navigation: navigation(index, &output)
            case .contents: PageShell.tableOfContents(content.headings, &output)
            case .content: replace(content.html, .page(index), &output)
            case .neighbours: neighbours(index, &output)
            case .markdown: output += "\(page.stem).md".utf8
            case .created, .styles: break
            }
        }
        return RenderedFile(path: "\(folder)/\(page.stem).html", bytes: bytes)
    }

    private func file(commonMark index: Int, _ content: PageContent) -> RenderedFile {
        var output: [UInt8] = []
        output.reserveCapacity(content.commonMark.count * 5 / 4 + 400)
        replace(commonMark: content.commonMark, .page(index), &output)
        return RenderedFile(path: "\(folder)/\(plan.pages[index].stem).md", bytes: output)
    }

    func replace(commonMark: [UInt8], _ viewpoint: SitePlan.Viewpoint, _ output: inout [UInt8]) {
        DestinationToken.replace(in: commonMark, format: .commonMark, into: &output) { [plan] destination, output in
            plan.href(destination, from: viewpoint, ending: ".md", to: &output)
        }
    }

    func replace(_ html: [UInt8], _ viewpoint: SitePlan.Viewpoint, headingShift: Int = 0, _ output: inout [UInt8]) {
        DestinationToken.replace(in: html, format: .html, headingShift: headingShift, into: &output) { [plan] destination, output in
            plan.href(destination, from: viewpoint, ending: ".html", to: &output)
        }
    }

    /// All pages when they are few; a window around the page when they are many, so that the whole stays linear.
    private func navigation(_ current: Int, _ output: inout [UInt8]) {
        let total = plan.pages.count
        let few = 60
        let shown = total <= few ? 0..<total : max(0, current - 8)..<min(total, current + 9)
        Self.navigation(&output) { output in
            if total > few { output += "<li><a href=\"index.html\">Hela innehållet</a></li>\n".utf8 }
            for index in shown {
                if index == plan.partCount { Self.startAppendix(&output) }
                output += entries[index].open
                if index == current { output += " aria-current=\"page\"".utf8 }
                output += entries[index].close
            }
        }
    }

    /// On a narrow page the list of parts stands last: a link leads there.
    private func breadcrumbs(to page: String, _ output: inout [UInt8]) {
        PageShell.breadcrumbs([("../index.html", "Start"), ("index.html", title)], to: page, &output)
        output += "\n<a class=\"till-delar\" href=\"#delar\">Alla delar</a>".utf8
    }

    private static func navigation(_ output: inout [UInt8], _ entries: (inout [UInt8]) -> Void) {
        output += "<nav class=\"navigering\" id=\"delar\" aria-label=\"Programmets delar\">\n<p>Delar</p>\n<ol>\n".utf8
        entries(&output)
        output += "</ol>\n</nav>".utf8
    }

    private static func startAppendix(_ output: inout [UInt8]) {
        output += "</ol>\n<p>Slå upp</p>\n<ol>\n".utf8
    }

    private func neighbours(_ index: Int, _ output: inout [UInt8]) {
        func link(_ index: Int, _ relation: String, _ label: String) {
            output += "<a rel=\"\(relation)\" href=\"\(plan.pages[index].stem).html\"><span>\(label)</span> ".utf8
            HTMLText.escape(plan.pages[index].title, into: &output)
            output += "</a>\n".utf8
        }
        output += "<nav class=\"grannar\" aria-label=\"Föregående och nästa\">\n".utf8
        if index > 0 { link(index - 1, "prev", "Föregående") }
        if index + 1 < plan.pages.count { link(index + 1, "next", "Nästa") }
        output += "</nav>".utf8
    }

    /// What the reader must know of the text as such, on every page; folded but for its first line.
    private func notice(_ viewpoint: SitePlan.Viewpoint, isOpen: Bool = false, _ output: inout [UInt8]) {
        guard !notice.isEmpty else { return }
        let programme = catalog.edition.programme
        output += "<aside aria-label=\"Om texten\">\n<details class=\"om-texten\"\(isOpen ? " open" : "")>\n<summary>".utf8
        if let status = programme.status?.value.rawValue {
            output += "<span class=\"marke marke-\(Anchors.slug(status))\">".utf8 + HTMLText.escaped(status.prefix(1).uppercased() + status.dropFirst()) + "</span> ".utf8
        }
        output += HTMLText.escaped(programme.subtitle?.value ?? "Om texten") + "</summary>\n".utf8
        replace(notice, viewpoint, &output)
        output += "</details>\n</aside>".utf8
    }

    // MARK: The programme as one page, its start page

    /// - Parameter pieces: the pages' content in reading order.
    private func whole(_ pieces: [[UInt8]]) -> RenderedFile {
        var place = 0
        let frame = shell.page(reserving: plan.pages.count * 120) { slot, output in
            switch slot {
            case .title: HTMLText.escape("\(title) – hela programmet", into: &output)
            case .document: HTMLText.escape(title, into: &output)
            case .root: output += "../".utf8
            case .search: output += SearchPage.link(root: "../")
            case .breadcrumbs: breadcrumbs(to: "Hela programmet", &output)
            case .notice: self.notice(.whole, &output)
            case .navigation:
                Self.navigation(&output) { output in
                    for (number, page) in plan.pages.enumerated() {
                        if number == plan.partCount { Self.startAppendix(&output) }
                        output += "<li><a href=\"#\(plan.anchor(ofPage: number))\">".utf8
                        HTMLText.escape(page.title, into: &output)
                        output += "</a></li>\n".utf8
                    }
                }
            case .content:
                output += "<h1>".utf8 + HTMLText.escaped(title) + "</h1>\n".utf8
                place = output.count
            case .markdown: output += "index.md".utf8
            default: break
            }
        }
        return RenderedFile(path: "\(folder)/hela.html", parts: [Array(frame[..<place])] + pieces + [Array(frame[place...])])
    }

    /// The start page: the parts first, since that is what most come for, then the facts of the document.
    private func start(downloads: [DownloadLink]) -> [RenderedFile] {
        let page = StartPage(catalog, plan, prose, downloads)
        let html = shell.page(reserving: 20_000) { slot, output in
            switch slot {
            case .title, .document: HTMLText.escape(title, into: &output)
            case .root: output += "../".utf8
            case .search: output += SearchPage.link(root: "../")
            case .breadcrumbs: PageShell.breadcrumbs([("../index.html", "Start")], to: title, &output)
            case .notice: self.notice(.folder(prefix: ""), isOpen: true, &output)
            case .content: replace(FirstMentions.resolved(page.document(.html).render(.html), .html, prose.style), .folder(prefix: ""), &output)
            case .markdown: output += "index.md".utf8
            case .contents, .navigation, .neighbours, .created, .styles: break
            }
        }
        var markdown: [UInt8] = []
        replace(commonMark: FirstMentions.resolved(page.document(.commonMark).render(.commonMark), .commonMark, prose.style), .folder(prefix: ""), &markdown)
        return [RenderedFile(path: "\(folder)/index.html", bytes: html), RenderedFile(path: "\(folder)/index.md", bytes: markdown)]
    }

    // MARK: For pages in other folders

    /// - Parameter prefix: from the place of the page to the folder of this edition.
    func fragments(prefix: String) -> EditionFragments { EditionFragments(prose, prefix: prefix) }

    /// The parts of the edition as the response form shows them; links between them lead to the anchors.
    func formParts() -> [ResponseForm.Part] {
        var prose = prose
        // The form is a file of its own, with a stylesheet of its own.
        prose.pictures = nil
        let plain = prose
        let order = catalog.readingOrder
        let homes = catalog.partOfElement
        let members = Dictionary(grouping: catalog.elementIDs.filter { homes[$0.index] != nil }, by: { homes[$0.index]! })
        return order.indices.parallelMap { number in
            let id = order[number]
            let content = FirstMentions.resolved(PageRenderer(plain).page(id), plain.style)
            var html: [UInt8] = []
            replace(content.html, .whole, headingShift: 1, &html)
            func item(_ id: ElementID) -> ResponseForm.Part.Item {
                let element = catalog[id]
                return ResponseForm.Part.Item(
                    address: "\(element.address)", kind: element.address.kind.name.singular, title: element.title.value, anchor: element.address.anchor,
                    wording: catalog.wording(of: id))
            }
            return ResponseForm.Part(address: "\(catalog[id].address)", title: catalog[id].title.value, html: html, items: (members[number] ?? []).filter { $0 != id }.map(item))
        }
    }

    // MARK: The report

    /// The report on the edition, to stand in a folder beside it.
    func report(_ review: Review) -> PageContent {
        fragments(prefix: "../\(folder)/").finish(ReportRenderer(prose, review).page())
    }

    func standalone(title: String, content: [UInt8], headings: [(id: String, text: String)] = [], root: String, path: String) -> [UInt8] {
        shell.page(reserving: content.count) { slot, output in
            switch slot {
            case .contents: PageShell.tableOfContents(headings, &output)
            case .title, .document: HTMLText.escape(title, into: &output)
            case .root: output += root.utf8
            case .breadcrumbs: PageShell.breadcrumbs([("\(root)index.html", "Start")], to: title, &output)
            case .content: output += content
            case .markdown: output += "\(path.split(separator: "/").last ?? "").md".utf8
            default: break
            }
        }
    }
}
