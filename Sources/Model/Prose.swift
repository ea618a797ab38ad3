import Diagnostics
import Markup

/// A CommonMark text of an author, parsed once, with the sites of its references.
package struct Prose: Sendable {
    package let document: Document
    package let range: SourceRange
    /// Site of `document.outline.links[0]`; the other links follow in order, then the items of the citations.
    package let firstSite: SiteID

    package init(document: Document, range: SourceRange, firstSite: SiteID) {
        self.document = document
        self.range = range
        self.firstSite = firstSite
    }

    package func site(ofLink index: Int) -> SiteID {
        SiteID(file: firstSite.file, number: Int(firstSite.number) + index)
    }

    /// The sites of one citation group, in the order of its items.
    package func sites(ofCitation index: Int) -> [SiteID] {
        let outline = document.outline
        let before = outline.links.count + outline.citations[index].itemsBefore
        return outline.citations[index].items.indices.map {
            SiteID(file: firstSite.file, number: Int(firstSite.number) + before + $0)
        }
    }
}
