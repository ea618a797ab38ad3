import Rendering
import Testing

@Suite struct DocumentTextTests {
    private func word(_ text: String) -> String { String(decoding: WordText.converted(Array(text.utf8)), as: UTF8.self) }

    private func printed(_ html: String) -> String {
        var output: [UInt8] = []
        PrintedHTML.append(Array(html.utf8), into: &output)
        return String(decoding: output, as: UTF8.self)
    }

    @Test func `an anchor before a heading goes into it`() {
        #expect(word("<a id=\"mal-ett\"></a>\n\n## Ett\n\nText\n") == "## []{#mal-ett}Ett\n\nText\n")
        #expect(word("<a id=\"a\"></a>\n\n<a id=\"b\"></a>\n\n# Ett\n") == "# []{#a}[]{#b}Ett\n")
        #expect(word("- <a id=\"kalla-x\"></a>Källan\n") == "- []{#kalla-x}Källan\n")
    }

    @Test func `a mark and its note become a real note`() {
        let text = "Ord[\\[1\\]](#kapitel-a--fotnot-n) och mer.\n\n1. <a id=\"kapitel-a--fotnot-n\"></a>Noten, se [Mål](#kapitel-mal).\n"
        #expect(word(text) == "Ord[^kapitel-a--fotnot-n] och mer.\n\n\n[^kapitel-a--fotnot-n]: Noten, se [Mål](#kapitel-mal).\n")
    }

    @Test func `a mark without its note, and what only looks like one, stay as they are`() {
        for text in ["Ord[\\[1\\]](#annat)\n", "1. <a id=\"kapitel-b\"></a>punkt\n".replacing("<a id=\"kapitel-b\"></a>", with: ""), "\\<a id=\"x\"></a>\n", "\\"] {
            #expect(word(text) == text)
        }
    }

    @Test func `the caption of a table gets the style of captions`() {
        #expect(word("*Märken*\n\n| A |\n| --- |\n| 1 |\n") == "::: {custom-style=\"Table Caption\"}\nMärken\n:::\n\n| A |\n| --- |\n| 1 |\n")
        #expect(word("*Bara kursivt*\n\nText\n") == "*Bara kursivt*\n\nText\n")
    }

    @Test func `on paper a link to another page is plain text, and one within the document or to the web stays`() {
        #expect(printed("<p><a class=\"k\" href=\"../x.html#y\">Ord</a> <a href=\"#z\">z</a></p>") == "<p><span class=\"k\">Ord</span> <a href=\"#z\">z</a></p>")
        #expect(printed("<a href=\"https://a.se/?b=1\">w</a><a href=\"file:///etc/passwd\">f</a>") == "<a href=\"https://a.se/?b=1\">w</a><span>f</span>")
        #expect(printed("<a id=\"kalla-x\"></a><abbr>x</abbr> 1 < 2") == "<span id=\"kalla-x\"></span><abbr>x</abbr> 1 < 2")
    }

    @Test func `on paper a drawing has its label as a title, and its links to other pages are groups`() {
        #expect(
            printed("<svg class=\"d\" aria-label=\"Steg\"><a href=\"x.html\"><rect/></a><a href=\"#y\"><rect/></a></svg><a href=\"x.html\">x</a>")
                == "<svg class=\"d\" aria-label=\"Steg\"><title>Steg</title><g><rect/></g><a href=\"#y\"><rect/></a></svg><span>x</span>")
    }

    @Test func `a picture that is known stands in the text, another is left as it was named`() {
        func address(_ name: String) -> String? { name == "karta.png" ? "data:image/png;base64,AAAA" : nil }
        var html: [UInt8] = []
        PrintedHTML.append(Array("<img src=\"karta.png\" alt=\"Karta\"><img src=\"/etc/x.png\" alt=\"X\">".utf8), pictures: address, into: &html)
        #expect(String(decoding: html, as: UTF8.self) == "<img src=\"data:image/png;base64,AAAA\" alt=\"Karta\"><img src=\"/etc/x.png\" alt=\"X\">")
        let word = WordText.converted(Array("![Karta](karta.png)\n\n![X](/etc/x.png)\n".utf8), pictures: address)
        #expect(String(decoding: word, as: UTF8.self) == "![Karta](data:image/png;base64,AAAA)\n\n![X](/etc/x.png)\n")
    }

    @Test func `every id and class of a fragment is prefixed, and links follow`() {
        let html = "<section id=\"mal-a\" class=\"post  post-mal\"><a class=\"k\" href=\"b.html#mal-b\">”b” &quot;c=\"</a><a href=\"https://a.se/#x\">w</a><th scope=\"col\">"
        #expect(
            String(decoding: CMSFragment.html([Array(html.utf8)]), as: UTF8.self)
                == "<div class=\"styrdok\" lang=\"sv\">\n<section id=\"styrdok-mal-a\" class=\"styrdok-post  styrdok-post-mal\"><a class=\"styrdok-k\" href=\"b.html#styrdok-mal-b\">”b” &quot;c=\"</a><a href=\"https://a.se/#x\">w</a><th scope=\"col\"></div>\n")
    }
}
