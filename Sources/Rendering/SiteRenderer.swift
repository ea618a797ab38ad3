import Markup
import Model
import Referencing

/// Resolved editions and the responses to them → every file of the output.
package struct SiteRenderer: Sendable {
    private let shell: PageShell
    private let templates: Templates

    /// - Throws: `TemplateError` when a template can't be used.
    package init(_ templates: Templates) throws {
        shell = try PageShell(templates.page)
        self.templates = templates
    }

    /// Puts every file into the sink as soon as it is finished.
    package func render(_ editions: [ResolvedCatalog], into sink: some FileSink) {
        guard let project = editions.first?.catalog.project else { return }
        sink.accept(RenderedFile(path: "stil.css", bytes: templates.stylesheet))
        var links: [(href: String, text: String, note: String)] = []
        for edition in editions {
            let renderer = EditionRenderer(edition, shell)
            renderer.render(into: sink)
            let folder = edition.edition.folder
            links.append(("\(folder)/index.html", edition.edition.programme.title?.value ?? folder, edition.edition.programme.subtitle?.value ?? ""))
            for (path, title, content) in renderer.responses() {
                sink.accept(RenderedFile(path: path + ".html", bytes: renderer.standalone(title: title, content: content.html, root: "../../", path: path)))
                sink.accept(RenderedFile(path: path + ".md", bytes: content.commonMark))
                links.append((path + ".html", title, "Remissvar"))
            }
        }
        start(project, links).forEach(sink.accept)
    }

    private func start(_ project: Project, _ links: [(href: String, text: String, note: String)]) -> [RenderedFile] {
        let name = project.name?.value ?? "Styrdokument"
        let list = Block.bulletList(
            links.map { link in
                [.paragraph([.url(link.href, [.text(link.text)])] + (link.note.isEmpty ? [] : [.text(" – \(link.note)")]))]
            }, tight: true)
        let document = Document([.heading(level: 1, id: nil, [.text(name)]), list])
        let html = shell.page(reserving: 4_000) { slot, output in
            switch slot {
            case .title, .document: HTMLText.escape(name, into: &output)
            case .content: output += document.render(.html)
            default: break
            }
        }
        let markdown = Document([
            .heading(level: 1, id: nil, [.text(name)]),
            .bulletList(
                links.map { [.paragraph([.url($0.href.replacingEnding(".html", with: ".md"), [.text($0.text)])])] }, tight: true),
        ])
        return [RenderedFile(path: "index.html", bytes: html), RenderedFile(path: "index.md", bytes: markdown.render(.commonMark))]
    }
}

extension String {
    func replacingEnding(_ ending: String, with other: String) -> String {
        hasSuffix(ending) ? dropLast(ending.count) + other : self
    }
}
