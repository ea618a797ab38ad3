import Rendering
import Testing

/// What a search can lead to, read off a finished page.
@Suite struct PassageReaderTests {
    private func read(_ html: String) -> [Passage] { PassageReader.read(Array(html.utf8)) }

    private func text(_ passage: Passage) -> String { String(decoding: passage.text, as: UTF8.self) }

    @Test func `a page gives its title and a line a paragraph, item and row`() {
        let page = read(
            """
            <section id="kapitel-a" class="sida">
            <h1>Mål</h1>
            <p>Ett <strong>mål</strong>
            för alla.</p>
            <ul>
            <li>första</li>
            <li><p>andra</p></li>
            </ul>
            <table><tr><th>År</th><td>2020</td></tr><tr><td>x</td><td>y</td></tr></table></section>
            """)
        #expect(page.map(\.title) == ["Mål"])
        #expect(text(page[0]) == "Ett mål för alla.\nförsta\nandra\nÅr · 2020\nx · y")
    }

    @Test func `an element on the page is a passage of its own, and the page's text goes on after it`() {
        let page = read(
            """
            <section id="k" class="sida"><h1>K</h1><p>Före.</p>
            <section class="post post-teori" id="teori-t"><h3>Teori</h3><dl><dt>Kärna</dt>
            <dd><p>Text.</p></dd></dl><section class="post"><p>Inre.</p></section></section>
            <p>Efter.</p></section>
            """)
        #expect(page.map(\.anchor) == ["", "teori-t"])
        #expect(page.map(\.title) == ["K", "Teori"])
        #expect(page.map(text) == ["Före.\nEfter.", "Kärna: Text.\nInre."])
    }

    @Test func `a source ends with its list item`() {
        let page = read(
            """
            <ul><li><a id="kalla-a"></a>Ek 2001. <span class="citeras-i">Citeras i: <a href="x">Mål</a>.</span></li>
            <li><a id="kalla-b"></a>Al 2002.</li></ul><p>Slut.</p>
            """)
        #expect(page.map(\.anchor) == ["", "kalla-a", "kalla-b"])
        #expect(page.map { text($0).trimmingSuffix(while: { $0 == " " }) } == ["Slut.", "Ek 2001.", "Al 2002."])
    }

    @Test func `links from elsewhere and marks of notes are no text of the page`() {
        let page = read(
            """
            <p>Ett ord<sup id="n"><a href="#x">1</a></sup> till.</p><div class="hanvisas-fran">
            <p><strong>Hänvisas från:</strong> <a href="b">B</a></p>
            </div><p>Sist.</p>
            """)
        #expect(text(page[0]) == "Ett ord till.\nSist.")
    }

    @Test func `entities are the characters they stand for, and a soft hyphen is none`() {
        #expect(text(read("<p>A &amp; B &lt;/script&gt; &quot;c&quot; äldre\u{AD}omsorg &nbsp; &</p>")[0]) == "A & B </script> \"c\" äldreomsorg &nbsp; &")
    }

    @Test func `a long page is cut at its headings and a short one is not`() {
        func chapter(_ words: Int) -> String {
            let sections = ["a", "b"].map { "<h2 id=\"k--\($0)\">Rubrik \($0)</h2><p>\(String(repeating: "ord\($0) ", count: words))</p>" }
            return "<section id=\"k\" class=\"sida\"><h1>K</h1><p>Först.</p>\(sections.joined())</section>"
        }
        #expect(read(chapter(3)).map(\.anchor) == [""])
        let long = read(chapter(400))
        #expect(long.map(\.anchor) == ["", "k--a", "k--b"] && long.map(\.title) == ["K", "Rubrik a", "Rubrik b"])
        #expect(text(long[0]) == "Först." && text(long[1]).hasPrefix("orda ") && !text(long[1]).contains("ordb"))
    }

    @Test(arguments: [
        "<", "<section", "<section class=\"post \" id=\"", "</section></li></section>", "<sup>", "<h2 id=\"a\">", "</h2>", "a<", "&am",
        "<div class=\"hanvisas-fran\"><div>",
    ])
    func `a page that is cut off anywhere is still read`(html: String) {
        #expect(!read(html).isEmpty)
    }
}

extension String {
    fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> String {
        var text = self
        while let last = text.last, isTrimmed(last) { text.removeLast() }
        return text
    }
}
