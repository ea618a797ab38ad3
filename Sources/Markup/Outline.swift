/// What a text refers to and is divided into, each in document order. All ranges are byte offsets in the source.
package struct Outline: Sendable {
    package var links: [Link] = []
    package var citations: [CitationGroup] = []
    package var headings: [Heading] = []
    package var placements: [Placement] = []
    package var problems: [Problem] = []
    /// Words alone in brackets: citations that lack their `@`, where they are keys of sources.
    package var bracketed: [(word: String, range: Range<Int>)] = []
}

package struct Link: Sendable {
    package enum Kind: Sendable {
        case link, autolink, image
    }

    package let kind: Kind
    /// With entities and escapes decoded.
    package let destination: String
    package let destinationRange: Range<Int>
    package let range: Range<Int>
}

/// One citation in Pandoc's form: `[@a, s. 3; @b]`, or narrative `@a` and `@a [s. 3]`.
package struct CitationGroup: Sendable {
    package let items: [CitationItem]
    package let isNarrative: Bool
    /// The brackets included.
    package let range: Range<Int>
    /// How many items stand in the groups before it.
    package internal(set) var itemsBefore = 0
}

package struct CitationItem: Sendable {
    package let key: String
    /// The key without its `@`.
    package let keyRange: Range<Int>
    /// What stands before the key, as `se`.
    package let prefix: String
    /// What stands after the key and its comma, as `s. 589` or `2 kap. 3 §`; may be empty.
    package let locator: String
    /// `-@key`: only the year is wanted.
    package let suppressesAuthor: Bool
}

package struct Heading: Sendable {
    package let level: Int
    /// Plain text, citations left out.
    package let text: String
    /// The lines of the heading.
    package let range: Range<Int>
}

/// A top-level paragraph whose only content is an autolink that is no web address, as `<tabell:ansvar>`: the place of a
/// typed block.
package struct Placement: Sendable {
    package let linkIndex: Int

    /// Whether an autolink of its own leads to something of ours, and not to the web.
    static func isPlaced(_ destination: String) -> Bool {
        !["http", "https", "mailto", "ftp"].contains(destination.prefix { $0 != ":" }.lowercased())
    }
}

/// Something that CommonMark would take in silence and the author should know of.
package struct Problem: Sendable {
    package enum Kind: Sendable {
        case rawHTML, pipeTable, footnoteMark, unsafeLink, tooComplex, controlCharacter, emptyCitation, malformedCitation, brokenLink
    }

    package let kind: Kind
    package let range: Range<Int>
}
