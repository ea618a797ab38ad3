import Markup
import Model

/// The programme for a content management system: one fragment for the whole, one a part. Links between the parts hold as
/// long as the files keep their names.
extension EditionRenderer {
    /// What the titles of parts are raised by from where they stand on the page of the whole programme.
    private var shift: Int { (catalog.catalog.project.fragmentHeading?.value.value ?? 2) - 2 }

    func fragment(_ index: Int, _ content: PageContent) -> RenderedFile {
        var html: [UInt8] = []
        replace(content.html, .page(index), headingShift: shift + 1, &html)
        return RenderedFile(path: "\(folder)/\(CMSFragment.folder)/\(plan.pages[index].stem).html", bytes: CMSFragment.html([html]))
    }

    func fragment(_ pieces: [Piece]) -> RenderedFile {
        let html = shift == 0 ? pieces.map(\.html) : pieces.map { piece in
            var output: [UInt8] = []
            replace(piece.html, .whole, headingShift: shift, &output)
            return output
        }
        return RenderedFile(path: "\(folder)/\(CMSFragment.folder)/hela.html", bytes: CMSFragment.html(html))
    }
}
