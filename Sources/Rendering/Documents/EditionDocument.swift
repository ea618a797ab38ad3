import Markup
import Model

/// The whole programme as one document to print or to work on: cover, contents, every part, and the appendix.
extension EditionRenderer {
    func document(_ pieces: [Piece]) -> DocumentSource {
        let programme = catalog.edition.programme
        let author = programme.decidingBody?.value ?? ""
        let day = programme.decided?.value ?? catalog.catalog.project.judgementDay?.value
        func picture(_ name: String) -> String? { self.picture(name).flatMap { Base64.address(of: $0, named: name) } }
        return DocumentSource(
            path: "\(folder)/\(folder)", title: title,
            html: print.html(title: title, author: author, day: day, cover: cover(), contents: contents(), content: pieces.map(\.html), pictures: picture),
            markdown: WordText.converted(opening() + pieces.flatMap(\.commonMark), pictures: picture), author: author, day: day)
    }

    private var facts: [Block] {
        ElementBlocks(prose).facts(catalog.edition.programme.facts.filter { !StartPage.unlisted.contains($0.key) })
    }

    private func cover() -> [UInt8] {
        let programme = catalog.edition.programme
        var output = Array("<header class=\"omslag\">\n".utf8)
        if let name = catalog.catalog.project.name { output += "<p class=\"dokument\">".utf8 + HTMLText.escaped(name.value) + "</p>\n".utf8 }
        output += "<h1>".utf8 + HTMLText.escaped(title) + "</h1>\n".utf8
        if let subtitle = programme.subtitle { output += "<p class=\"undertitel\">".utf8 + HTMLText.escaped(subtitle.value) + "</p>\n".utf8 }
        replace(FirstMentions.resolved(Document(facts).render(.html), .html, prose.style), .whole, &output)
        if !notice.isEmpty {
            output += "<div class=\"markning\">\n".utf8
            replace(notice, .whole, &output)
            output += "</div>\n".utf8
        }
        return output + "</header>\n".utf8
    }

    /// The page numbers are set by the styles.
    private func contents() -> [UInt8] {
        var output = Array("<nav class=\"innehall\">\n<h2>Innehåll</h2>\n<ol>\n".utf8)
        for (number, page) in plan.pages.enumerated() {
            if number == plan.partCount, number > 0 { output += "</ol>\n<ol class=\"bilagor\">\n".utf8 }
            output += "<li><a href=\"#\(plan.anchor(ofPage: number))\">".utf8 + HTMLText.escaped(page.title) + "</a></li>\n".utf8
        }
        return output + "</ol>\n</nav>\n".utf8
    }

    /// The same in CommonMark; the title itself is metadata.
    private func opening() -> [UInt8] {
        let programme = catalog.edition.programme
        var blocks: [Block] = []
        if let subtitle = programme.subtitle { blocks.append(.paragraph([.text(subtitle.value)])) }
        blocks += facts
        if let notice = programme.notice { blocks.append(.quote([prose.block(notice)])) }
        blocks.append(.paragraph([.strong([.text("Innehåll")])]))
        blocks.append(.bulletList(plan.pages.indices.map { [.paragraph([.url("#\(plan.anchor(ofPage: $0))", [.text(plan.pages[$0].title)])])] }, tight: true))
        var output: [UInt8] = []
        replace(commonMark: FirstMentions.resolved(Document(blocks).render(.commonMark), .commonMark, prose.style), .whole, &output)
        return output + [10]
    }
}
