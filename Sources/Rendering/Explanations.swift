import Diagnostics
import Markup
import Model
import Referencing

/// What a concept means and what a source is, for the box that shows it where it is mentioned.
///
/// A classic script, so that it can be read from a folder on disk; a page asks for it when a reader first rests on a link.
struct Explanations: Sendable {
    static let fileName = "uppslag.js"

    private let prose: ProseRenderer

    init(_ prose: ProseRenderer) {
        self.prose = prose
    }

    /// A call with title and text by anchor.
    func script() -> [UInt8] {
        let catalog = prose.catalog
        let concepts = catalog.all(Concept.self).compactMap { _, element, concept -> (String, JSONValue)? in
            guard let definition = concept.definition else { return nil }
            return (element.address.anchor, .array([.string(element.title.value), .string(definition.document.plainText)]))
        }
        let sources = catalog.catalog.bibliography.indices.map { EntryID($0) }.filter { !catalog.uses(of: $0).isEmpty }.map { id -> (String, JSONValue) in
            let text = BibliographyStyle.plain(prose.reference(id))
            return (SitePlan.anchor(ofSource: catalog[id].key.value), .array([.string(""), .string(text)]))
        }
        var bytes = Array("styrdokUppslag(".utf8)
        JSONValue.object(concepts + sources).write(to: &bytes, indent: nil)
        bytes += ");\n".utf8
        return bytes
    }
}
