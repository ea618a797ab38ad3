import Foundation
import Markup
import Testing

/// Compares with the `cmark` program of the same libcmark: what nobody here wrote.
@Suite struct CMarkProgramTests {
    @Test func `generated documents render as the cmark program prints them`() throws {
        var generator = DocumentGenerator(seed: 20_200_514)
        // Many documents in one run of the program would hide where one differs; one run each is fast enough.
        for number in 0..<2_500 {
            let source = generator.document()
            for (format, name) in [(Format.html, "html"), (.commonMark, "commonmark")] {
                let ours = Document(parsing: Array(source.utf8)).render(format)
                let theirs = try cmark(name, source)
                guard ours == theirs else {
                    Issue.record("document \(number) as \(name):\n\(source)\n— ours —\n\(String(decoding: ours, as: UTF8.self))\n— cmark —\n\(String(decoding: theirs, as: UTF8.self))")
                    return
                }
            }
        }
    }

    @Test(arguments: ["ord", "Två ord, och en punkt.", "åäö  två blanka", "slut ", " början", "a. b", "x1. y", "U+00A0\u{A0}", "é", "1. lista", "a\nb", "A"])
    func `a line of words renders as the program prints it, tree or no tree`(source: String) throws {
        let document = Document(parsing: Array(source.utf8))
        #expect(try document.render(.html) == cmark("html", source))
        #expect(try document.render(.commonMark) == cmark("commonmark", source))
    }

    private func cmark(_ format: String, _ source: String) throws -> [UInt8] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/cmark")
        process.arguments = ["-t", format]
        let input = Pipe()
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        input.fileHandleForWriting.write(Data(source.utf8))
        try input.fileHandleForWriting.close()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Array(data)
    }
}

/// Small documents of every construct in nasty mixes; no `@`, since a citation is a node of ours.
struct DocumentGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    private mutating func number(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(limit))
    }

    private static let inlines = [
        "ord", "åäö", "*betonat*", "**starkt**", "_a_", "`kod`", "``k`od``", "[länk](begrepp:x)", "[l](<a b> \"titel\")", "![bild](b.png)",
        "<https://example.se/å>", "<begrepp:x>", "\\*", "\\[", "&amp;", "&#246;", "&ouml;", "!", "[", "]", "(", ")", "*", "**", "_", "`", "<", ">", "&",
        "[ref]", "[text][ref]", "  \n", "\\\n", "\n", "a\u{301}", "1. ", "- ", "#", "<b>", "</b>", "<!-- k -->", "\t", "\"", "'", "---", "+", "=",
    ]
    private static let starts = [
        "", "", "", "# ", "### ", "> ", "> > ", "- ", "- - ", "1. ", "3) ", "    ", "  ", "\t", "```\n", "~~~ swift\n", "* * *\n", "<div>\n", "[ref]: mal:x 'titel'\n", "* ",
    ]

    mutating func document() -> String {
        var text = ""
        for _ in 0..<1 + number(6) {
            text += Self.starts[number(Self.starts.count)]
            for _ in 0..<1 + number(9) {
                text += Self.inlines[number(Self.inlines.count)]
                if number(3) > 0 { text += " " }
            }
            text += number(3) == 0 ? "\n" : "\n\n"
        }
        return text
    }
}
