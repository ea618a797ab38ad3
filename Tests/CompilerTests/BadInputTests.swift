import Diagnostics
import Foundation
import Reading
import Testing
import Validating

import Compiler

/// What authors' files can hold, and what each must lead to.
@Suite struct BadInputTests {
    private let chapter = "program/kapitel/start.md"
    private let references = "Vi utgår från <teori:tillfalle> och <styrdokument:trygghetsplanen>."

    private func bytes(_ path: String, _ bytes: [UInt8]) -> [String] {
        var texts = Rule.Example.surroundings.mapValues { Array($0.utf8) }
        texts[path] = bytes
        return places(Pipeline().judge(ContentFiles(texts)))
    }

    @Test func `text that is not UTF-8 is told at its first wrong byte`() {
        #expect(bytes(chapter, Array("---\ntitel: St".utf8) + [0xE5] + Array("\n---\n".utf8)).contains("\(chapter):2:10 [not-utf-8]"))
        #expect(bytes(chapter, [0xFF, 0xFE, 0x2D, 0x00]).contains("\(chapter):1:1 [not-utf-8]"))
        #expect(bytes("program/program.yaml", Array("titel: ".utf8) + [0xE5]).contains("program/program.yaml:1:8 [not-utf-8]"))
    }

    @Test func `NUL bytes and damaged å ä ö are told`() {
        #expect(bytes(chapter, Array("---\ntitel: A\n---\na\u{0}b\n".utf8)).contains("\(chapter):4:2 [control-character]"))
        #expect(bytes(chapter, Array("---\ntitel: A\n---\n\u{FFFF}b\n".utf8)).contains("\(chapter):4:1 [control-character]"))
        #expect(bytes(chapter, Array("---\ntitel: A\n---\n\(references) trygghetsÃ¥r\n".utf8)).contains { $0.hasSuffix("[damaged-text]") })
        #expect(bytes(chapter, Array("---\ntitel: A\n---\n\(references) \u{FFFD}r\n".utf8)).contains { $0.hasSuffix("[damaged-text]") })
    }

    @Test(arguments: ["\u{FEFF}", ""], ["\n", "\r\n", "\r"])
    func `a byte order mark and any line ends are accepted, and positions still right`(mark: String, end: String) {
        let good = mark + "---\(end)titel: Start\(end)---\(end)\(references)\(end)"
        #expect(places(judge([chapter: good])) == [])
        let bad = mark + "---\(end)titel: Start\(end)---\(end)\(references)\(end)Även [x](begrepp:saknas)\(end)"
        #expect(places(judge([chapter: bad])) == ["\(chapter):5:10 [dangling-reference]"])
    }

    @Test(arguments: [
        ("titel: A\ntitel: B\nstatus: utkast\nläsordning: [kapitel:start, fokusomrade:torget]\n", "2:1 [duplicate-key]"),
        ("titel: &a A\nundertitel: *a\nstatus: utkast\n", "1:8 [yaml-alias]"),
        ("titel: A\n<<: {status: utkast}\n", "2:1 [yaml-alias]"),
        ("titel: A\n\tstatus: utkast\n", "2:1 [bad-yaml]"),
        ("titel: A: B\n", "1:9 [bad-yaml]"),
        ("titel: A\nstatus: utkast\n---\ntitel: B\n", "3:1 [bad-yaml]"),
        ("titel: A\nstatuss: utkast\n", "2:1 [unknown-key]"),
        ("titel: A\nstatus: beslutat\n", "2:9 [unknown-value]"),
        ("titel: [a, b]\nstatus: utkast\n", "1:8 [wrong-shape]"),
        ("titel: \u{7}A\n", "1:8 [control-character]"),
        ("titel: \"Å\\x01A\"\n", "1:10 [control-character]"), ("titel: \"Å\\uFFFFA\"\n", "1:10 [control-character]"), ("titel: \"\\0\"\n", "1:9 [control-character]"),
    ])
    func `YAML that misleads is told at its place`(text: String, place: String) {
        #expect(places(judge(["program/program.yaml": text])).contains("program/program.yaml:\(place)"))
    }

    /// What is shown of the finding: its line, the text it points at, and what it says.
    @Test(arguments: [
        ("titel:Ljus\nstatus: utkast\n", "1 : Mellanslag saknas efter kolonet."),
        ("titel: Ljus\nstatus:utkast\nläsordning: []\n", "2 : Mellanslag saknas efter kolonet."),
        ("titel: Ljus\n   status: utkast\n", "2 status: utkast Raden har fel indrag. Nycklar som hör ihop börjar i samma kolumn."),
        ("titel: Ljus\nkräver:\n  - a: b\n c: d\n", "4 c: d Raden har fel indrag. Nycklar som hör ihop börjar i samma kolumn."),
        ("titel: Ljus\n\tstatus: utkast\n", "2 \t Raden börjar med en tabb. Gör indrag med blanksteg."),
        ("titel: Ljus\nsyfte: \"Att lysa\nstatus: utkast\n", "2 \" Citattecknet här stängs aldrig."),
        ("titel: Plan: ett torg\n", "1 : Här står ett kolon mitt i en text. Sätt hela texten inom citattecken."),
        ("titel: Ljus\ngäller-för: [a, b\nstatus: utkast\n", "3 : Ett komma eller en hakparentes ] saknas, här eller på raden ovanför."),
    ])
    func `YAML that can't be read is told where the mistake was made`(text: String, told: String) throws {
        let judgement = judge(["program/program.yaml": text])
        let finding = try #require(judgement.diagnostics.first { $0.id == "bad-yaml" })
        let bytes = judgement.map[finding.range.file].bytes
        let shown = String(decoding: bytes[Int(finding.range.lower)..<Int(finding.range.upper)], as: UTF8.self)
        let line = LineTable(bytes).position(of: Int(finding.range.lower)).0
        #expect("\(line) \(shown == "" ? ":" : shown) \(finding.message.text(in: .swedish))" == told)
    }

    @Test(arguments: [
        ("syfte: |\n\n  Text <begrepp:x>\n", "4:9"), ("syfte: |\n\n\n  Text\n  och <begrepp:x>\n", "6:8"), ("syfte: >\n\n  Text\n  och <begrepp:x>\n", "5:8"),
        ("syfte: |# not\n\n Text\n    - \n    - <begrepp:x>   \n", "6:8"), ("syfte: |\n \n  Text <begrepp:x>\n", "4:9"),
    ])
    func `a link in a text of lines is told where it stands, also after empty ones`(text: String, place: String) {
        #expect(places(judge(["program/program.yaml": "titel: A\n" + text])).contains("program/program.yaml:\(place) [dangling-reference]"))
    }

    /// YAML ends a line at U+0085, U+2028 and U+2029 as well, which nobody sees in an editor.
    @Test(arguments: ["\u{85}", "\u{2028}", "\u{2029}", "\r", "\r\n"])
    func `a link in a text is told where it stands, whatever ends the lines before it`(end: String) throws {
        for text in [
            "syfte: |# not\(end)\n\n  Text <begrepp:x> här.\n", "syfte: |\n  Text\(end)  med <begrepp:x> här.\n", "syfte: >\n  Text\(end)  med <begrepp:x> här.\n",
            "syfte: >\(end)\(end)  Text\(end)  med <begrepp:x> här.\(end)", "syfte: Text \(end)  med <begrepp:x> här.\n", "syfte: \"Text\(end)  med <begrepp:x> här.\"\n",
            "syfte: 'Text  \(end)\(end)  med <begrepp:x>'\n", "syfte: |# not\(end)\n\n  <begrepp:x>", "syfte: |\n  Text\(end)  <begrepp:x>",
        ] {
            let judgement = judge(["program/program.yaml": "titel: A\n" + text])
            let finding = try #require(judgement.diagnostics.first { $0.id == "dangling-reference" && $0.message.swedish.hasPrefix("begrepp:x ") }, "\(text.debugDescription)")
            let bytes = judgement.map[finding.range.file].bytes
            #expect(String(decoding: bytes[Int(finding.range.lower)..<Int(finding.range.upper)], as: UTF8.self) == "begrepp:x", "\(text.debugDescription)")
        }
    }

    @Test func `alias bombs, deep nesting and huge scalars end in bounded time`() {
        var bomb = "a0: &a0 [x, x]\n"
        for level in 1..<60 { bomb += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
        #expect(places(judge(["program/program.yaml": bomb])).contains { $0.hasSuffix("[yaml-alias]") })
        let deep = "titel: " + String(repeating: "[", count: 100_000)
        #expect(places(judge(["program/program.yaml": deep])).contains { $0.hasSuffix("[too-deep]") })
        let nested = "titel: " + String(repeating: "[", count: 60) + String(repeating: "]", count: 60)
        #expect(places(judge(["program/program.yaml": nested])).contains { $0.hasSuffix("[too-deep]") })
        let huge = Rule.Example.surroundings["program/program.yaml"]!.replacingOccurrences(of: "Program för Exempelkommun", with: String(repeating: "å", count: 2_000_000))
        #expect(places(judge(["program/program.yaml": huge])) == [])
    }

    @Test(arguments: [
        ("<script>alert(1)</script>", "6:1 [raw-html]"), ("Ett <b onclick=x>ord</b>.", "6:5 [raw-html]"),
        ("[x](javascript:alert(1))", "6:5 [unsafe-link]"), ("| a | b |\n|---|---|\n| 1 | 2 |", "6:1 [pipe-table]"), ("Ord[^1].", "6:4 [footnote-mark]"),
        ("<tabell:saknas>", "6:2 [unknown-block]"), ("<register:torier>", "6:2 [unknown-block]"),
        ("Se <register:begrepp> här.", "6:5 [misplaced-block]"), ("[begreppen](register:begrepp)", "6:13 [misplaced-block]"), ("- <register:begrepp>", "6:4 [misplaced-block]"),
        ("[x](../../etc/passwd)", "6:5 [dangling-reference]"), ("[sida](begrepp: utsatt-omrade)", "6:1 [broken-link]"),
        ("Se [sida] (begrepp:torg).", "6:4 [broken-link]"), ("Se [andersson-2001].", "6:5 [bare-citation]"),
    ])
    func `Markdown that would be lost or harmful is told at its place`(text: String, place: String) {
        #expect(places(judge([chapter: "---\ntitel: A\n---\n\(references)\n\n\(text)\n"]), except: ["spelling"]) == ["\(chapter):\(place)"])
    }

    @Test(arguments: ["Se [sidan] (obs: viktigt) och [ordet].", "`[sida](begrepp: x)` och \\[andersson-2001]", "[andersson-2001](https://a.se)", "I [listan] (sida 3)."])
    func `brackets that nobody takes for a link are left`(text: String) {
        #expect(places(judge([chapter: "---\ntitel: A\n---\n\(references)\n\n\(text)\n"]), except: ["spelling"]) == [])
    }

    @Test(arguments: [
        ("[ { \"id\": \"a\", \"type\": \"book\", } ]", "1:30 [bad-json]"), ("[ { \"id\": \"a\" }, ]", "1:16 [bad-json]"),
        ("[ { \"id\": a } ]", "1:11 [bad-json]"), ("[ ] # slut", "1:5 [bad-json]"),
        ("[ { \"id\": \"a\", \"volume\": NaN } ]", "1:26 [bad-json]"), ("[ { \"id\": \"a\", \"volume\": 01 } ]", "1:26 [bad-json]"),
        ("[ { \"id\": \"a\", \"title\" } ]", "1:24 [bad-json]"), ("[ { \"id\": \"a\", \"title\": } ]", "1:25 [bad-json]"),
        ("[ { \"id\": \"a\", \"title\": \"B\\x41\" } ]", "1:27 [bad-json]"), ("[ { \"id\": \"a\", \"title\": \"B\n  c\" } ]", "1:27 [bad-json]"),
    ])
    func `what other programs would refuse in JSON is told`(text: String, place: String) {
        #expect(places(judge(["referenser.json": text])).contains("referenser.json:\(place)"))
    }

    @Test(arguments: ["[ ]", "[ { \"id\": \"a\", \"volume\": -1.5e+3, \"title\": \"\\u00e5 \\\"b\\\" \\/\", \"author\": [ { } ], \"x\": [true, false, null, 0] } ]"])
    func `what is JSON is left`(text: String) throws {
        _ = try JSONSerialization.jsonObject(with: Data(text.utf8))
        #expect(!places(judge(["referenser.json": text])).contains { $0.hasSuffix("[bad-json]") })
    }

    @Test func `a file that isn't read is told, with the place that was meant`() {
        let folder = judge(["program/teori/abc.md": "---\ntitel: A\n---\n"])
        #expect(places(folder) == ["program/teori/abc.md:1:1 [stray-file]"])
        #expect(folder.diagnostics.first?.message.swedish.hasSuffix("Menade du mappen ”teorier”?") == true)
        let texts = Rule.Example.surroundings.mapValues { Array($0.utf8) }
        let named = Pipeline().judge(ContentFiles(texts, assets: ["program/teorier/abc.md.txt": [1], "program/bilder/torg.jpg": [1]]))
        #expect(places(named) == ["program/program.yaml:1:1 [stray-file]"])
    }

    @Test(arguments: [
        ("tabeller:\n  - { id: ring, rubrik: Ring, kolumner: [A], rader: [[\"<tabell:ring>\"]] }", "<tabell:ring>", "3:57 [misplaced-block]"),
        ("definitioner:\n  - { id: ord, poster: [{ term: Ord, definition: \"<definitioner:ord>\" }] }", "<definitioner:ord>", "3:52 [misplaced-block]"),
        ("fotnoter:\n  - { id: a, text: \"Se [a](fotnot:a).\" }", "Ord [not](fotnot:a).", "3:28 [misplaced-block]"),
    ])
    func `what would stand in itself is told, and placed nowhere`(field: String, text: String, place: String) {
        #expect(places(judge([chapter: "---\n\(field)\ntitel: A\n---\n\(references)\n\n\(text)\n"])) == ["\(chapter):\(place)"])
    }

    @Test func `a register in a member of itself is told`() {
        let theory = Rule.Example.surroundings["program/teorier/tillfalle.md"]!
        let inside = theory.replacing("begränsning: Säger inget om varför någon begår brott.", with: "begränsning: <register:teori>")
        #expect(inside != theory)
        for text in [inside, theory.trimmingCharacters(in: .newlines) + "\n\n<register:teori>\n"] {
            #expect(places(judge(["program/teorier/tillfalle.md": text])).contains { $0.hasPrefix("program/teorier/tillfalle.md:") && $0.hasSuffix("[misplaced-block]") })
        }
    }

    @Test func `links, pipes and paths out of the content are refused`() throws {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("styrdok-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: root) }
        for (path, text) in Rule.Example.surroundings {
            let file = root + "/" + path
            try FileManager.default.createDirectory(atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
            try text.write(toFile: file, atomically: true, encoding: .utf8)
        }
        try FileManager.default.createSymbolicLink(atPath: root + "/program/kapitel/ut.md", withDestinationPath: "/etc/passwd")
        #expect(mkfifo(root + "/program/kapitel/ror.md", 0o600) == 0)
        let found = places(Pipeline().judge(try ContentFiles.read(root: root)))
        #expect(found == ["program/kapitel/ror.md:1:1 [refused-file]", "program/kapitel/ut.md:1:1 [refused-file]"])
        #expect(throws: ContentError.self) { try ContentFiles.read(root: root + "/finns-inte") }
    }

    @Test func `file names of any normalisation are one name, and two that collide are told`() throws {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("styrdok-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: root) }
        for (path, text) in Rule.Example.surroundings {
            let file = root + "/" + path.decomposedStringWithCanonicalMapping
            try FileManager.default.createDirectory(atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
            try text.write(toFile: file, atomically: true, encoding: .utf8)
        }
        #expect(places(Pipeline().judge(try ContentFiles.read(root: root))) == [])
    }

    @Test func `one mistake gives one finding, with the other places as notes`() {
        let judgement = judge([chapter: "---\ntitel: A\n---\n\(references) [a](begrepp:x) [b](begrepp:x)\n"])
        #expect(judgement.diagnostics.count == 1)
        #expect(judgement.diagnostics.first?.notes.count == 1)
    }
}
