import Markup

/// What stands around every picture: a frame that rolls sideways where the picture is wider than the page, the same in
/// words, and the same as a table.
struct PictureFrame: Sendable {
    /// Id of the figure.
    let id: String
    /// What it is a picture of.
    let label: String
    /// What is seen, in full sentences.
    let sentences: String

    /// In Markdown, which has no pictures that follow a colour scheme or hold links, the words and the table are the picture.
    func block(_ svg: [UInt8]) -> Block {
        var html = Array("<figure class=\"bild\" id=\"\(id)\">\n<div class=\"bild-ram\" role=\"region\" tabindex=\"0\" aria-label=\"".utf8)
        HTMLText.escape("\(label), bild som går att rulla i sidled", into: &html)
        html += "\">\n".utf8 + svg + "</div>\n<figcaption id=\"\(id)-text\">".utf8
        HTMLText.escape(sentences, into: &html)
        html += "</figcaption>\n</figure>\n".utf8
        return .ready(html: html, commonMark: Document([.paragraph([.text(sentences)])]).render(.commonMark))
    }

    /// Folded away in HTML, where the picture says it already.
    static func folded(_ table: Table) -> Block {
        let summary = Block.ready(html: Array("<summary>Samma uppgifter som tabell</summary>\n".utf8), commonMark: [])
        return .container(element: "details", class: "bild-tabell", id: nil, label: nil, [summary, .table(table)])
    }
}
