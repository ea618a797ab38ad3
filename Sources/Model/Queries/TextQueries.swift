import Diagnostics

/// Where a text stands that a reader of the document reads.
package struct TextPlace: Sendable {
    /// Nil in the metadata of an edition and in responses.
    package let owner: Address?
    package let kind: TextKind
    package let range: SourceRange
}

/// What a text is to its element.
package enum TextKind: Sendable {
    case title, field, body
}

extension Prose {
    /// The words without links' marks and citations; for short texts.
    package var words: [Substring] { document.plainText.split { $0 == " " || $0 == "\n" } }
}
