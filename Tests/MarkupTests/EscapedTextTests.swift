import Foundation
import Markup
import Testing

@Suite struct EscapedTextTests {
    @Test(arguments: [
        "Säg vem som städar.", "en rad\nen till", "ett stycke\n\nett till\nmed rad", "# ingen rubrik", "- ingen lista\n- inte heller", "1. inte\n2. heller", "*inte* _kursivt_ **eller** `kod`",
        "<script>alert(1)</script>", "[text](begrepp:x) och <begrepp:x>", "[@ingen-källa, s. 3] och @ingen", "e-post@exempel.se", "[^1] och a^2", "| a | b |\n|---|---|", "    fyra blanka bort? nej".replacingOccurrences(of: "    ", with: ""),
        "&amp; &aring; \\* \\", "slut \\", "å ä ö 🌳 ”citat”", "=cmd() +1 -2 @SUM", "> inget citat", "---", "===", "a\n---", "![bild](x.png)", "https://exempel.se/a_b_c", "~~~", "```", "a  b", "\\@a \\\\@b",
    ])
    func `text comes back as it was written`(text: String) {
        let document = Document(parsing: Array(EscapedText.commonMark(text).utf8))
        #expect(document.plainLines == text)
        #expect(document.outline.links.isEmpty && document.outline.citations.isEmpty && document.outline.problems.isEmpty)
    }

    @Test func `so does any mixture of the marks`() {
        let marks = ["*", "_", "`", "[", "]", "(", ")", "<", ">", "#", "-", "+", "1.", "!", "&", "\\", "@", "^", "|", "~", "=", ":", "\"", "å", "ord", " ", "\n", "\n\n", "{", "}", ";", "a@b", "&amp;", "http://a.b"]
        var seed: UInt64 = 7
        for _ in 0..<3_000 {
            var text = ""
            for _ in 0..<12 {
                seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += marks[Int(seed >> 33) % marks.count]
            }
            // Blanks at the ends of lines and empty lines in a row say nothing.
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.trimmingPrefix { $0 == " " }.reversed().trimmingPrefix { $0 == " " }.reversed() }.map { String($0) }
            var wanted = ""
            for line in lines {
                if line.isEmpty { if !wanted.isEmpty, !wanted.hasSuffix("\n\n") { wanted += wanted.hasSuffix("\n") ? "\n" : "\n\n" } } else { wanted += (wanted.isEmpty || wanted.hasSuffix("\n") ? "" : "\n") + line }
            }
            while wanted.hasSuffix("\n") { wanted.removeLast() }
            let document = Document(parsing: Array(EscapedText.commonMark(wanted).utf8))
            #expect(document.plainLines == wanted)
            #expect(document.outline.citations.isEmpty && document.outline.problems.isEmpty && document.outline.links.isEmpty, "\(wanted)")
        }
    }

    @Test(arguments: [
        ("Före.\n\n<register:uppdrag>\n\nEfter.", "Före.\n\nEfter."), ("<https://exempel.se/sida>", "https://exempel.se/sida"), ("Se <begrepp:x> här.", "Se begrepp:x här."),
    ])
    func `what stands for a register is no words of the text`(text: String, plain: String) {
        let document = Document(parsing: Array(text.utf8))
        #expect(document.plainLines == plain)
        #expect(document.plainText == plain.replacingOccurrences(of: "\n\n", with: " "))
    }
}
