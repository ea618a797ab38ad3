import Testing

import Markup

/// What is written without a tree is what libcmark would have written.
@Suite struct SimpleBlocksTests {
    private static let inlines: [[Inline]] = [
        [.text("Ord och ord")], [.text("å, ä – ö (2020)")], [.text("a*b")], [.text("1. först")], [.text("& < > \" '")], [.text(" blank")],
        [.link(destination: 7, [.text("Mål")]), .text(", "), .link(destination: 12, [.text("Roll: chef")])],
        [.strong([.text("Hänvisas från:")]), .text(" "), .link(destination: 0, [.text("x")])],
        [.anchor(id: "kalla-a"), .text("Andersson")], [.ready(html: Array("<b>x</b>".utf8), commonMark: Array("**x**".utf8)), .text(".")],
        [.emphasis([.text("kursivt")])], [.text("- streck")], [.text("[hake]")], [.text("#")], [.text("slut.")], [.text("a_b")], [.text("")],
    ]

    @Test(arguments: [Format.html, .commonMark])
    func `equals the tree`(format: Format) {
        var simple = 0
        for inlines in Self.inlines {
            for block in [
                Block.paragraph(inlines), .heading(level: 1, id: nil, inlines), .heading(level: 3, id: "mal", inlines),
                .container(element: "div", class: "ruta", id: nil, label: nil, [.paragraph(inlines)]),
                .ready(html: Array("<hr>\n".utf8), commonMark: Array("---\n".utf8)),
            ] {
                let blocks = [block, .paragraph([.text("Efter")])]
                guard let ours = SimpleBlocks.render(blocks, format) else { continue }
                simple += 1
                #expect(normal(ours) == normal(Document(blocks).renderTree(blocks, format)))
            }
        }
        #expect(simple > 40)
    }

    /// libcmark leaves one blank line more after a custom block; it means nothing to a reader of CommonMark.
    private func normal(_ bytes: [UInt8]) -> String {
        var text = String(decoding: bytes, as: UTF8.self)
        while text.contains("\n\n\n") { text = text.replacing("\n\n\n", with: "\n\n") }
        while text.hasSuffix("\n") { text.removeLast() }
        return text
    }
}
