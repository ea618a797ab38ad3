/// What is made only when asked for.
package struct ExtraFormats: Sendable {
    /// Makes other forms of the documents; none when nil.
    package let converter: (any DocumentConverter)?
    /// Whether fragments for a content management system are written: they double the number of pages.
    package let hasFragments: Bool

    var wantsText: Bool { converter?.forms.contains(.docx) ?? false }

    package init(converter: (any DocumentConverter)? = nil, hasFragments: Bool = false) {
        self.converter = converter
        self.hasFragments = hasFragments
    }
}
