import Markup
import Testing

private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

private func slice(_ source: String, _ range: Range<Int>) -> String {
    String(decoding: Array(source.utf8)[range], as: UTF8.self)
}

@Suite struct DocumentTests {
    @Test(arguments: [
        ("Se [ord](begrepp:x).", ["begrepp:x"]), ("Se <begrepp:x>.", ["begrepp:x"]),
        ("  indrag\n   [a](mal:a)\n", ["mal:a"]), ("> citat [a](mal:a)\nlat rad [b](mal:b)\n", ["mal:a", "mal:b"]),
        ("- punkt\n  [a](mal:a) och\n[b](mal:b)\n", ["mal:a", "mal:b"]), ("`kod\nkod` [a](mal:a)\n", ["mal:a"]),
        ("[a](\nmal:a) sedan [b](mal:b)\n", ["mal:a", "mal:b"]), ("[a](mal:a \"rubrik\nhär\") [b](mal:b)\n", ["mal:a", "mal:b"]),
        ("[x]: mal:x\nText [a](mal:a)\n", ["mal:a"]), ("rad ett\nrad två <mal:a>\n", ["mal:a"]),
        ("\u{FEFF}[a](mal:a)\n", ["mal:a"]), ("`[a](mal:a)` [b](mal:b)\n", ["mal:b"]), ("\\[a](mal:a) [b](mal:b)", ["mal:b"]),
        ("åäö [ö](mal:ö)\r\nrad [b](mal:b)\r\n", ["mal:ö", "mal:b"]), ("![a [b](mal:b)](bild.png)", ["bild.png", "mal:b"]),
        ("\tkod [a](mal:a)\n\n1.\t[b](mal:b)\n", ["mal:b"]), ("Rubrik [a](mal:a)\n===\n", ["mal:a"]),
        ("[a&amp;b](mal:a&amp;b)", ["mal:a&amp;b"]), ("[a][x]\n\n[x]: mal:a\n", ["mal:a"]),
    ])
    func `every link's destination is found where it stands`(source: String, expected: [String]) {
        let outline = Document(parsing: Array(source.utf8)).outline
        #expect(outline.links.map { slice(source, $0.destinationRange) } == expected)
    }

    @Test(arguments: [
        ("Ord [@a-1999, s. 3].", ["a-1999"], "s. 3"), ("Ord [@a; @b, 2 kap. 3 §].", ["a", "b"], "2 kap. 3 §"),
        ("Enligt @a-1 är det så.", ["a-1"], ""), ("Enligt @a [s. 3] är det så.", ["a"], "s. 3"), ("Ord [se @a,\ns. 3].", ["a"], "s. 3"),
        ("*Ord [@a]*", ["a"], ""), ("kommun@example.se", [], nil), ("\\@a och @b", ["b"], ""), ("`@a` och @b", ["b"], ""),
        ("[@a](https://example.se)", [], nil), ("> [@a,\n> s. 3]", ["a"], "s. 3"), ("å [@ä, s. 1]", ["ä"], "s. 1"),
    ] as [(String, [String], String?)])
    func `citations are those of Pandoc's form, at their place`(source: String, keys: [String], locator: String?) {
        let outline = Document(parsing: Array(source.utf8)).outline
        let items = outline.citations.flatMap(\.items)
        #expect(items.map { slice(source, $0.keyRange) } == keys)
        #expect(items.map(\.key) == keys)
        #expect(items.last?.locator == locator)
    }

    @Test(arguments: [
        ("<b>fet</b>", Problem.Kind.rawHTML), ("<div>\nx\n</div>", .rawHTML), ("| a | b |\n|---|---|\n| 1 | 2 |", .pipeTable),
        ("Text[^1]", .footnoteMark), ("[x](javascript:alert(1))", .unsafeLink), ("[x](JavaScript&colon;alert)", .unsafeLink),
        ("![x](data:text/html,x)", .unsafeLink), ("a\u{1}b", .controlCharacter),
        ("a&#1;b", .controlCharacter), ("a &#xFFFF; b", .controlCharacter), ("[a&#x1b;](mal:a)", .controlCharacter),
        ("<ta&#xFFFF;b\nell:x>", .controlCharacter), ("[a](https://a.se/&#1;)", .controlCharacter), ("[a](mal:a '&#xFFFE;')", .controlCharacter),
        ("```&#xFFFF;\nkod\n```", .controlCharacter), ("[a]\n\n[a]: mal:&#xFFFF;", .controlCharacter),
    ])
    func `what CommonMark would take in silence is told`(source: String, kind: Problem.Kind) {
        #expect(Document(parsing: Array(source.utf8)).outline.problems.contains { $0.kind == kind })
    }

    /// Texts that cost CommonMark's program or our walks far more than their length.
    private static let costly: [String] = {
        func times(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
        var texts = [times("![[]()", 50_000), times("[", 50_000), times("<!--", 50_000), times("<a b=\"", 50_000)]
        texts.append(times("*", 20_000) + "x" + times("*", 20_000))
        texts.append(times("*a ", 20_000) + times("a*", 20_000))
        texts.append(times("[](<", 2_000) + times("a", 1_000_000))
        texts.append(times("> ", 10_000) + "x")
        texts.append(times("- ", 10_000) + "x")
        return texts
    }()

    @Test(arguments: costly.indices)
    func `a text that would cost far more than its length is told and not parsed`(number: Int) {
        #expect(Document(parsing: Array(Self.costly[number].utf8)).outline.problems.contains { $0.kind == .tooComplex })
    }

    @Test func `a block that is too deep is told at its lines, and many marks beside each other are not deep`() {
        let deep = String(repeating: "*a ", count: 300) + String(repeating: "a*", count: 300)
        let source = "Ett.\n\n\(deep)\n\nTvå."
        #expect(Document(parsing: Array(source.utf8)).outline.problems.map { slice(source, $0.range) } == [deep])
        #expect(Document(parsing: Array(String(repeating: "*a* __b__ ", count: 500).utf8)).outline.problems.isEmpty)
    }

    @Test func `what only looks like a control character is let be`() {
        for source in ["`&#1;`", "\\&#1;", "&#229;&#xE5;&#10;", "&#;", "&#x;", "&#99999999999;"] {
            #expect(Document(parsing: Array(source.utf8)).outline.problems.map(\.kind) == [], "\(source)")
        }
    }

    @Test func `a destination of many entities is found in bounded time`() {
        let destination = String(repeating: "&aring;&amp;&#228;", count: 2_000)
        let source = "[a](\(destination)) [b](mal:&ouml;&Tab;)"
        let links = Document(parsing: Array(source.utf8)).outline.links
        #expect(links.map { slice(source, $0.destinationRange) } == [destination, "mal:&ouml;&Tab;"])
    }

    @Test func `raw HTML never passes`() {
        let html = text(Document(parsing: Array("<script>x</script>\n\na <b onclick=x>b</b>".utf8)).render(.html))
        #expect(!html.contains("<script"))
        #expect(!html.contains("onclick"))
    }

    @Test func `a filling is placed, and leaves no trace in the next rendering`() {
        struct Probe: Filling {
            func link(_ index: Int) -> LinkFilling { index == 0 ? .destination(7, text: "Titel") : .ready(Array("<sup>1</sup>".utf8)) }
            func citation(_ index: Int) -> [UInt8] { Array("(A 1999)".utf8) }
            func placement(_ index: Int) -> [UInt8]? { Array("<table></table>".utf8) }
            func headingID(_ index: Int) -> String? { "id-\(index)" }
        }
        let source = "## Rubrik\n\nSe <begrepp:x> och [not](fotnot:a) [@a].\n\n<tabell:t>\n"
        let document = Document(parsing: Array(source.utf8))
        let before = text(document.render(.html))
        let html = text(document.render(.html, headingShift: 1, filling: Probe()))
        #expect(
            html == """
                <h3 id="id-0">Rubrik</h3>
                <p>Se <a href="%017%02">Titel</a> och <sup>1</sup> (A 1999).</p>
                <table></table>

                """)
        #expect(text(document.render(.html)) == before)
        var filled: [UInt8] = []
        DestinationToken.replace(in: Array(html.utf8), format: .html, headingShift: 1, into: &filled) { number, output in
            output += "sida.html#\(number)".utf8
        }
        #expect(text(filled).contains("<h4 id=\"id-0\">"))
        #expect(text(filled).contains("href=\"sida.html#7\""))
    }

    @Test func `typed blocks come out in both formats`() {
        let document = Document([
            .heading(level: 2, id: "a", [.text("Rubrik *")]),
            .table(Table(caption: [.text("Tabell")], columns: [[.text("A")], [.text("B")]], rows: [[[.text("x|y")], [.link(destination: 3, [.text("l")])]]], rowHeaders: true)),
        ])
        let html = text(document.render(.html))
        #expect(html.contains("<th scope=\"row\">x|y</th><td><a href=\"%013%02\">l</a></td>"))
        #expect(html.contains("<caption>Tabell</caption>"))
        let markdown = text(document.render(.commonMark))
        #expect(markdown.contains("## <a id=\"a\"></a>Rubrik \\*"))
        #expect(markdown.contains("| x\\|y | [l](\u{1}3\u{2}) |"))
    }
}
