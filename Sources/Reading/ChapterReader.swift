import Diagnostics
import Model

/// One chapter by itself: what an edit of it can change.
package struct ReadChapter: Sendable {
    package let element: Element
    package let body: Prose
    package let sites: [ReferenceSite]
    package let texts: [TextPlace]

    /// Nil when something is wrong with it, or it is another kind of text.
    /// - Parameter file: its number among the files of the catalog that it is to stand in.
    package init?(_ text: SourceText, file: FileID) {
        let read = ReadFile.markdown(text, file: file, kind: .chapter)
        guard read.diagnostics.isEmpty, read.leftovers.isEmpty, read.elements.count == 1, let element = read.elements.first, let body = element.body else { return nil }
        self.element = element
        self.body = body
        sites = read.sites
        texts = read.texts
    }
}
