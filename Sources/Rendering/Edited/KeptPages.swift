import Model
import Referencing

/// What a build leaves of an edition so that the page of an edited chapter can be made without the others: where everything
/// is at home, and how each source is cited.
package struct KeptPages: Sendable {
    package let folder: String
    private let plan: SitePlan
    private let style: CitationStyle

    init(_ renderer: EditionRenderer) {
        folder = renderer.folder
        plan = renderer.plan
        style = renderer.prose.style
    }

    package func keep(_ writer: inout KeptWriter) {
        style.keep(&writer)
        plan.keep(&writer)
    }
}
