import Comparing
import Markup
import Model
import Referencing

/// Resolved editions and consultations → every file of the output.
package struct SiteRenderer: Sendable {
    private let shell: PageShell
    private let templates: Templates
    private let wording: Wording
    private let form: ResponseForm
    private let layOut: GraphLayout
    private let print: PrintShell

    /// - Parameter layOut: is asked once, for the pictures of all editions.
    /// - Throws: `TemplateError` when a template can't be used.
    package init(_ templates: Templates, layOut: @escaping GraphLayout) throws {
        self.layOut = layOut
        shell = try PageShell(templates.page)
        do throws(Wording.Mistake) {
            wording = try Wording(templates.wording)
        } catch {
            throw TemplateError(description: "Templates/källor.yaml: \(error.message)")
        }
        form = try ResponseForm(templates.form)
        print = try PrintShell(templates.print)
        self.templates = templates
    }

    /// Puts every file into the sink as soon as it is finished.
    /// - Returns: what each edition leaves for the next build.
    @discardableResult
    package func render(
        _ editions: [ResolvedCatalog], consultations: [ResolvedConsultation], comparisons: [EditionComparison], reviews: [Review], extra: ExtraFormats = ExtraFormats(),
        into sink: some FileSink
    ) -> [KeptPages] {
        guard let project = editions.first?.catalog.project else { return [] }
        shared(below: "", into: sink)
        for (name, bytes) in templates.searchScripts { sink.accept(RenderedFile(path: "\(SearchIndex.folder)/\(name)", bytes: bytes)) }
        var links: [Link] = []
        // What applies comes first, what it came from last.
        var history: [Link] = []
        var reports: [Link] = []
        let plain = editions.map { EditionRenderer($0, shell, print, wording) }
        let renderers = zip(plain, PictureBook.all(plain.map { ($0.catalog, $0.plan) }, layOut)).map { $0.showing($1) }
        var pending: [PendingDocuments?] = []
        for (edition, renderer) in zip(editions, renderers) {
            let report = reviews.first { $0.catalog === edition }.map { review in Meanwhile { self.report(review, by: renderer, into: sink) } }
            pending.append(renderer.render(extra, into: sink))
            let folder = edition.edition.folder
            let programme = edition.edition.programme
            let link = Link(href: "\(folder)/index.html", text: programme.title?.value ?? folder, note: programme.subtitle?.value ?? "")
            if edition.edition.isHistory { history.append(link) } else { links.append(link) }
            if let report { reports.append(report.value) }
        }
        for consultation in consultations {
            guard let consulted = editions.firstIndex(where: { $0 === consultation.consulted }), let answering = editions.firstIndex(where: { $0 === consultation.answering }) else { continue }
            let renderer = ConsultationRenderer(
                consultation, consulted: renderers[consulted], answering: renderers[answering],
                comparison: comparisons.first { $0.old === consultation.consulted && $0.new === consultation.answering }, shell, print)
            renderer.render(form: consultation.isOpen ? form : nil, parts: { renderers[consulted].formParts() }, converter: extra.converter, into: sink)
            links.append(Link(href: renderer.link.href, text: renderer.link.title, note: "Svar, jämförelse och utfall"))
        }
        if !consultations.isEmpty { sink.accept(RenderedFile(path: "jamforelse.js", bytes: templates.comparisonScript)) }
        for (renderer, documents) in zip(renderers, pending) {
            if let documents { renderer.finish(documents, into: sink) }
        }
        finishReport(reports, into: sink)
        if !reports.isEmpty { links.append(Link(href: "\(Self.reportFolder)/index.html", text: "Granskning", note: "Fynd, täckning och spårbarhet")) }
        if extra.hasFragments { sink.accept(RenderedFile(path: CMSFragment.folder + "/styrdok.css", bytes: templates.fragmentStylesheet)) }
        if let facts = project.accessibility {
            links.append(statement(AccessibilityStatement(facts), headingLevel: project.fragmentHeading?.value.value ?? 2, into: sink))
        }
        let name = project.name?.value ?? "Styrdokument"
        // What is history is searched from its own pages.
        let current = editions.map(\.edition).filter { !$0.isHistory }
        let folders = (current.isEmpty ? editions.map(\.edition) : current).map(\.folder) + consultations.map(ConsultationRenderer.folder(of:))
        SearchIndex.write(folders: folders, title: name, below: "", into: sink)
        SearchPage(title: name, root: "").write(shell, below: "", into: sink)
        start(links + history, title: name, root: "", search: SearchPage.link(root: ""), below: "", into: sink)
        return renderers.map(KeptPages.init)
    }

    /// The statement as a page and as a fragment for the site that it belongs to.
    private func statement(_ statement: AccessibilityStatement, headingLevel: Int, into sink: some FileSink) -> Link {
        let (stem, title) = (AccessibilityStatement.stem, AccessibilityStatement.title)
        let document = statement.document()
        let html = shell.page(reserving: 8_000) { slot, output in
            switch slot {
            case .title, .document: HTMLText.escape(title, into: &output)
            case .breadcrumbs: PageShell.breadcrumbs([("index.html", "Start")], to: title, &output)
            case .content: output += "<section class=\"sida sida-redogorelse\">\n".utf8 + document.render(.html) + "</section>\n".utf8
            case .markdown: output += "\(stem).md".utf8
            default: break
            }
        }
        sink.accept(RenderedFile(path: "\(stem).html", bytes: html))
        sink.accept(RenderedFile(path: "\(stem).md", bytes: document.render(.commonMark)))
        let fragment = CMSFragment.html([statement.document(headingLevel: headingLevel).render(.html)])
        sink.accept(RenderedFile(path: "\(CMSFragment.folder)/\(stem).html", bytes: fragment))
        return Link(href: "\(stem).html", text: title, note: "")
    }

    /// The folder of the reports, complete in itself.
    package static let reportFolder = "granskning"

    /// The reports alone.
    package func renderReports(_ reviews: [Review], into sink: some FileSink) {
        finishReport(reviews.map { report($0, by: EditionRenderer($0.catalog, shell, print, wording), into: sink) }, into: sink)
    }

    private struct Link: Sendable {
        let href: String
        let text: String
        let note: String
    }

    private func report(_ review: Review, by renderer: EditionRenderer, into sink: some FileSink) -> Link {
        let folder = review.catalog.edition.folder
        let programme = review.catalog.edition.programme
        let title = "Granskning av \(programme.title?.value ?? folder)"
        let content = renderer.report(review)
        let path = "\(Self.reportFolder)/\(folder)"
        sink.accept(
            RenderedFile(path: path + ".html", bytes: renderer.standalone(title: title, content: content.html, headings: content.headings, root: "", path: path)))
        sink.accept(RenderedFile(path: path + ".md", bytes: content.commonMark))
        return Link(href: "\(folder).html", text: title, note: programme.subtitle?.value ?? "")
    }

    private func finishReport(_ reports: [Link], into sink: some FileSink) {
        guard !reports.isEmpty else { return }
        shared(below: Self.reportFolder + "/", into: sink)
        start(reports, title: "Granskning", root: "", search: [], below: Self.reportFolder + "/", into: sink)
    }

    /// What every page of a folder refers to.
    private func shared(below folder: String, into sink: some FileSink) {
        sink.accept(RenderedFile(path: folder + "stil.css", bytes: templates.stylesheet))
        sink.accept(RenderedFile(path: folder + "lasning.js", bytes: templates.readingScript))
    }

    /// A page in the dress of the others, for what only the preview shows.
    package func page(title: String, _ blocks: [Block], root: String) -> [UInt8] {
        shell.page(reserving: 20_000) { slot, output in
            switch slot {
            case .title: HTMLText.escape(title, into: &output)
            case .document: output += "Förhandsvisning".utf8
            case .root: output += root.utf8
            case .breadcrumbs: PageShell.breadcrumbs([("\(root)index.html", "Start")], to: title, &output)
            case .content:
                output += "<section class=\"sida sida-forhandsvisning\">\n".utf8
                output += Document([.heading(level: 1, id: nil, [.text(title)])] + blocks).render(.html)
                output += "</section>\n".utf8
            default: break
            }
        }
    }

    /// A page that lists others.
    private func start(_ links: [Link], title name: String, root: String, search: [UInt8], below folder: String, into sink: some FileSink) {
        let list = Block.bulletList(
            links.map { link in
                [.paragraph([.url(link.href, [.text(link.text)])] + (link.note.isEmpty ? [] : [.text(" – \(link.note)")]))]
            }, tight: true)
        let document = Document([.heading(level: 1, id: nil, [.text(name)]), list])
        let html = shell.page(reserving: 4_000) { slot, output in
            switch slot {
            case .title, .document: HTMLText.escape(name, into: &output)
            case .root: output += root.utf8
            case .search: output += search
            case .breadcrumbs: PageShell.breadcrumbs([], to: name, &output)
            case .content: output += "<section class=\"sida sida-start\">\n".utf8 + document.render(.html) + "</section>\n".utf8
            case .markdown: output += "index.md".utf8
            default: break
            }
        }
        let markdown = Document([
            .heading(level: 1, id: nil, [.text(name)]),
            .bulletList(
                links.map { [.paragraph([.url($0.href.replacingEnding(".html", with: ".md"), [.text($0.text)])])] }, tight: true),
        ])
        sink.accept(RenderedFile(path: folder + "index.html", bytes: html))
        sink.accept(RenderedFile(path: folder + "index.md", bytes: markdown.render(.commonMark)))
    }
}

extension String {
    func replacingEnding(_ ending: String, with other: String) -> String {
        hasSuffix(ending) ? dropLast(ending.count) + other : self
    }
}
