import Markup
import Model

/// Pieces of pages that stand outside an edition's own folder: rendered with its references bound and its links complete.
struct EditionFragments: Sendable {
    let prose: ProseRenderer
    let blocks: ElementBlocks
    /// From the place of the page to the folder of the edition: `../../trygghetsprogram/`.
    let prefix: String

    init(_ prose: ProseRenderer, prefix: String) {
        self.prose = prose
        self.prefix = prefix
        blocks = ElementBlocks(prose)
    }

    var catalog: ResolvedCatalog { prose.catalog }

    func finish(_ content: PageContent) -> PageContent {
        PageContent(html: finish(content.html, .html), commonMark: finish(content.commonMark, .commonMark), headings: content.headings)
    }

    /// Finished text that can stand among the blocks of another edition.
    func finish(_ blocks: [Block]) -> Block {
        let document = Document(blocks)
        return .ready(html: finish(document.render(.html), .html), commonMark: finish(document.render(.commonMark), .commonMark))
    }

    func finish(_ inlines: [Inline]) -> Inline {
        let document = Document([.paragraph(inlines)])
        return .ready(html: finish(document.renderInline(.html), .html), commonMark: finish(document.renderInline(.commonMark), .commonMark))
    }

    private func finish(_ bytes: [UInt8], _ format: Format) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 4)
        DestinationToken.replace(in: FirstMentions.resolved(bytes, format, prose.style), format: format, into: &output) { destination, output in
            prose.plan.href(destination, from: .folder(prefix: prefix), ending: format == .html ? ".html" : ".md", to: &output)
        }
        return output
    }
}
