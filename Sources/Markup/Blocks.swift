/// Typed content that a document can be built from.
package indirect enum Block: Sendable {
    /// The id is an attribute in HTML, and an `<a id>` before the text in CommonMark.
    case heading(level: Int, id: String?, [Inline])
    case paragraph([Inline])
    case bulletList([[Block]], tight: Bool)
    case orderedList([[Block]], start: Int)
    case quote([Block])
    case table(Table)
    case definitionList([(term: [Inline], id: String?, definitions: [[Block]])])
    case figure(Figure)
    /// Notes at the end of a text; `id` is what the mark links to, `back` where the mark stands.
    case footnotes([(id: String, back: String, content: [Inline])])
    /// A wrapper in HTML; in CommonMark its content, after an `<a id>` when there is an id.
    case container(element: String, class: String, id: String?, label: String?, [Block])
    /// Text that is finished in each format.
    case ready(html: [UInt8], commonMark: [UInt8])
}

package indirect enum Inline: Sendable {
    case text(String)
    case emphasis([Inline])
    case strong([Inline])
    /// A link to the destination of a token.
    case link(destination: Int, [Inline])
    case url(String, [Inline])
    case span(class: String, [Inline])
    /// Words of another language, by its BCP 47 code.
    case language(String, [Inline])
    case anchor(id: String)
    case ready(html: [UInt8], commonMark: [UInt8])
}

package struct Table: Sendable {
    package let caption: [Inline]
    package let columns: [[Inline]]
    package let rows: [[[Inline]]]
    /// Whether the first cell of a row names the row.
    package let rowHeaders: Bool

    package init(caption: [Inline], columns: [[Inline]], rows: [[[Inline]]], rowHeaders: Bool) {
        self.caption = caption
        self.columns = columns
        self.rows = rows
        self.rowHeaders = rowHeaders
    }
}

package struct Figure: Sendable {
    package let source: String
    package let alternative: String
    package let caption: [Inline]
    package let id: String?

    package init(source: String, alternative: String, caption: [Inline], id: String?) {
        self.source = source
        self.alternative = alternative
        self.caption = caption
        self.id = id
    }
}
