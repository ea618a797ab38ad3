import Markup

/// A link to another page of the output: to its HTML in HTML, to its Markdown in Markdown.
enum SiteLink {
    /// - Parameter stem: the page's address from where the link stands, without ending.
    static func inline(_ stem: String, fragment: String = "", _ text: String) -> Inline {
        let end = fragment.isEmpty ? "" : "#" + fragment
        return .ready(
            html: Array("<a href=\"\(stem).html\(end)\">".utf8) + HTMLText.escaped(text) + Array("</a>".utf8),
            commonMark: Document([.paragraph([.url("\(stem).md\(end)", [.text(text)])])]).renderInline(.commonMark))
    }
}
