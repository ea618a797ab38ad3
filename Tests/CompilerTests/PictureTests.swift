import Compiler
import Foundation
import Markup
import Model
import Rendering
import Testing
import Validating

/// Pictures from the models: what Graphviz is asked, what is drawn from its answer, and what stands when there is none.
@Suite struct PictureTests {
    private static let pair: Diagram = {
        var diagram = Diagram(.across)
        diagram.add(.init(id: "roll-a", kind: "Roll", texts: [("Nämnd & styrelse", 7)], rank: 0))
        diagram.add(.init(id: "uppdrag-b", kind: "Uppdrag", texts: [("Städa", 8)], note: "varje dag", rank: 1, isStrong: true))
        diagram.connect("roll-a", "uppdrag-b")
        diagram.connect("roll-a", "uppdrag-b")
        diagram.connect("roll-a", "finns-inte")
        return diagram
    }()

    // MARK: Layout

    @Test func `Graphviz is given boxes with sizes and no words`() {
        let asked = String(decoding: DiagramLayout.graphs([Self.pair]), as: UTF8.self)
        #expect(
            asked == """
                digraph{rankdir=LR nodesep=0.1250 ranksep=0.8333
                node[shape=box fixedsize=true label=""]edge[arrowhead=none tailport=e headport=w]
                b0[width=2.6388 height=0.6250]
                b1[width=2.6388 height=0.8611]
                b0->b1
                }

                """)
    }

    /// As dot 2.43 answers, with a curve of two pieces.
    private static let answer = """
        graph 1 6.1111 0.8611
        node b1 4.7917 0.43056 2.6389 0.8611 "" solid box black lightgrey
        node b0 1.3194 0.43056 2.6389 0.625 "" solid box black lightgrey
        edge b0 b1 7 2.6404 0.5 2.9126 0.3125 3 0.5 3.1 0.6 3.2 0.7 3.3 0.43056 3.4716 0.43056 solid black
        stop

        """

    @Test func `a picture is drawn from the answer in whole pixels`() throws {
        let layout = try #require(DiagramLayout.read(Array(Self.answer.utf8), [Self.pair])?.first)
        let svg = String(decoding: DiagramSVG.svg(Self.pair, layout, label: "Vem gör vad", description: "bild-text"), as: UTF8.self)
        #expect(
            svg == """
                <svg class="diagram" width="444" height="66" viewBox="0 0 444 66" role="group" aria-label="Vem gör vad" aria-describedby="bild-text" font-size="13" fill="currentColor">
                <g aria-hidden="true" fill="none" stroke="currentColor">
                <path data-fran="roll-a" data-till="uppdrag-b" d="M192 28C212 41 218 28 225 21 232 14 240 33 252 33"/>
                </g>
                <path aria-hidden="true" d="M252 33L244 37L244 29Z"/>
                <a href="%017%02"><rect x="2" y="11" width="190" height="45" rx="4" fill="none" stroke="currentColor"/><text class="anmarkning" font-size="12"><tspan x="10" y="29">Roll</tspan></text><text><tspan x="10" y="45">Nämnd &amp; styrelse</tspan></text></a>
                <a href="%018%02"><rect x="252" y="2" width="190" height="62" rx="4" fill="none" stroke="currentColor" stroke-width="2.5"/><text class="anmarkning" font-size="12"><tspan x="260" y="20">Uppdrag</tspan></text><text><tspan x="260" y="36">Städa</tspan></text><text class="anmarkning" font-size="12"><tspan x="260" y="54">varje dag</tspan></text></a>
                </svg>

                """)
    }

    @Test(arguments: [
        "", "graph 1 2", "stop\n", answer.replacing("node b0", with: "node b7"), answer.replacing("edge", with: "edgy"), String(answer.dropLast(6)),
        answer.replacing(" 7 ", with: " 900 "),
    ])
    func `an answer to something else is no picture`(answer: String) {
        #expect(DiagramLayout.read(Array(answer.utf8), [Self.pair]) == nil)
    }

    @Test func `Graphviz gives every diagram a place of its own`() throws {
        let layouts = try #require(Graphviz().layOut([Self.pair, Self.pair]))
        #expect(layouts.count == 2)
        #expect(layouts[0].boxes == layouts[1].boxes)
        #expect(layouts[0].boxes[0].x < layouts[0].boxes[1].x)
        // The boxes are as wide as they were said to be: the gap between them is what is left.
        #expect(layouts[0].boxes[1].x - layouts[0].boxes[0].x == 250)
    }

    // MARK: Words

    @Test(arguments: [
        ("Samverkan med polisen", ["Samverkan med", "polisen"]), ("Stadsledningskontoret", ["Stadslednings-", "kontoret"]),
        ("Kommunstyrelsen", ["Kommun-", "styrelsen"]), ("Gruppvåldsintervention", ["Gruppvålds-", "intervention"]),
        ("Mål- och intressekonflikter", ["Mål- och", "intresse-", "konflikter"]), ("Å", ["Å"]), ("", []),
        ("Risk-ochskyddsfaktorer", ["Risk-", "ochskydds-", "faktorer"]),
    ])
    func `long words are parted where Swedish parts them`(text: String, expected: [String]) {
        let lines = LabelText.lines(text, size: 13, limit: 112).lines
        #expect(lines == expected)
        #expect(lines.allSatisfy { LabelText.width($0, size: 13) <= 112 })
    }

    @Test func `no word is lost and no line is too wide, whatever the limit`() {
        let text = "Trafikförvaltningens överförmyndarnämnd 💡💡💡💡 xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx é"
        for limit in stride(from: 30, through: 300, by: 7) {
            let (lines, _) = LabelText.lines(text, size: 13, limit: limit)
            #expect(lines.allSatisfy { LabelText.width($0, size: 13) <= limit })
            #expect(lines.joined().filter { $0 != "-" && $0 != " " } == text.filter { $0 != " " })
        }
    }

    @Test func `what is too long is cut, and a letter of many marks ends`() {
        let long = LabelText.lines(String(repeating: "samverkan", count: 10_000), size: 13, limit: 112)
        #expect(long.isParted && long.lines.count < 20 && long.lines.last?.hasSuffix("…") == true)
        let marks = "e" + String(repeating: "\u{301}", count: 50)
        #expect(LabelText.lines(marks + marks, size: 13, limit: 112).lines == [marks + "-", marks])
    }

    @Test func `numbers and lists are words`() {
        #expect(PictureText.count(0, "ett mål", "mål") == "inga mål")
        #expect(PictureText.count(1, "ett mål", "mål") == "ett mål")
        #expect(PictureText.count(12, "ett mål", "mål") == "tolv mål")
        #expect(PictureText.count(13, "ett mål", "mål") == "13 mål")
        #expect(PictureText.list(["A"]) == "A")
        #expect(PictureText.list(["A", "B", "C"]) == "A, B och C")
    }

    // MARK: Pages

    private func pages(_ changes: [String: String?] = [:], graphviz: Graphviz = Graphviz()) throws -> [String: String] {
        let judgement = judge(changes)
        let files = try Pipeline(graphviz: graphviz).files(judgement, templates: .read(from: repository + "/Templates"))
        return Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    }

    private static func surrounding(_ path: String, _ old: String, _ new: String) throws -> [String: String?] {
        let text = try #require(Rule.Example.surroundings[path])
        let changed = text.replacing(old, with: new)
        #expect(changed != text)
        return [path: changed]
    }

    /// Pairs of anchors, in the order of the arrows.
    private static func arrows(_ html: String) -> [String] {
        html.matches(of: /data-fran="([^"]+)" data-till="([^"]+)"/).map { "\($0.1) → \($0.2)" }
    }

    @Test func `a theory leads by methods to areas and by their purpose to goals`() throws {
        let methods = try Self.surrounding("program/arbetssätt.yaml", "  områden: [fokusomrade:torget]", "  områden: [fokusomrade:torget]\n  teorier: [teori:tillfalle]")
        let area = try Self.surrounding("program/fokusområden/torget.md", "Torget är tryggt att gå över.", "Torget bidrar till [målet](mal:tryggt-torg).")
        let page = try #require(try pages(methods.merging(area) { $1 })["program/bilaga-teorier.html"])
        #expect(
            Self.arrows(page) == [
                "teori-tillfalle → arbetssatt-platsmote", "arbetssatt-platsmote → fokusomrade-torget", "fokusomrade-torget → mal-tryggt-torg",
            ])
        #expect(
            page.contains("<figcaption id=\"bild-teori-tillfalle-text\">Tillfällen bär ett arbetssätt, som används i ett fokusområde. Området bidrar till ett mål.</figcaption>"))
    }

    @Test func `a theory that no method names leads straight to its areas`() throws {
        let page = try #require(try pages()["program/bilaga-teorier.html"])
        #expect(Self.arrows(page) == ["teori-tillfalle → fokusomrade-torget"])
        #expect(page.contains("Inget arbetssätt anger ”Tillfällen” som utgångspunkt, men teorin tillämpas i ett fokusområde. Området anger inget mål."))
    }

    @Test func `a theory that nothing names has words and no picture`() throws {
        let theory = try Self.surrounding("program/teorier/tillfalle.md", "områden: [fokusomrade:torget]\n", "")
        let area = try Self.surrounding("program/fokusområden/torget.md", "teorier: [teori:tillfalle]\n", "")
        let page = try #require(try pages(theory.merging(area) { $1 })["program/bilaga-teorier.html"])
        #expect(!page.contains("<svg"))
        #expect(page.contains("Inget arbetssätt och inget fokusområde anger ”Tillfällen” som utgångspunkt."))
    }

    @Test func `a way to support is a ladder with who decides`() throws {
        let all = try pages()
        let page = try #require(all.values.first { $0.contains("id=\"bild-stodvag-polisen\"") })
        #expect(Self.arrows(page).contains("stodvag-polisen-part → stodvag-polisen-steg-1"))
        #expect(Self.arrows(page).contains("stodvag-polisen-steg-1 → stodvag-polisen-steg-2"))
        #expect(page.contains("Stödväg till polisen har två steg. Så här beslutas det. Steg 1, lokal nivå: Samordnare i nämnden. Steg 2, central nivå:"))
    }

    @Test func `without Graphviz the tables and the words stand, and it is said how to get pictures`() throws {
        let graphviz = Graphviz(program: "finns-inte")
        let without = try pages(graphviz: graphviz)
        #expect(graphviz.failure == "Programmet finns-inte saknas; det följer med Graphviz: apt install graphviz.")
        for (path, text) in without where path.hasSuffix(".html") && !path.hasSuffix("svarsformular.html") { #expect(!text.contains("data-fran"), "\(path)") }
        let theories = try #require(without["program/bilaga-teorier.html"])
        #expect(theories.contains("<caption>Vad teorierna bär</caption>"))
        #expect(theories.contains("<caption>Vad ”Tillfällen” bär</caption>") && !theories.contains("<details"))
        #expect(theories.contains("<p>Inget arbetssätt anger ”Tillfällen” som utgångspunkt"))
        let markdown = try pages().filter { $0.key.hasSuffix(".md") }
        #expect(without.filter { $0.key.hasSuffix(".md") } == markdown)
    }

    @Test func `a program that answers something else is told of and not believed`() throws {
        let graphviz = Graphviz(program: "cat")
        #expect(graphviz.layOut([Self.pair]) == nil)
        #expect(graphviz.failure?.hasPrefix("Programmet cat kunde inte ordna bilderna") == true)
    }

    /// The program itself hangs, or one that it has started holds its output open.
    @Test(arguments: ["exec sleep 60", "sleep 60", "cat >/dev/null; sleep 60"])
    func `a Graphviz that hangs is given up after its time, and the rest is written`(script: String) throws {
        let program = FileManager.default.temporaryDirectory.appendingPathComponent("dot-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: program) }
        try "#!/bin/sh\n\(script)\n".write(toFile: program, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
        let graphviz = Graphviz(program: program, seconds: 1)
        let start = ContinuousClock.now
        let rendered = try pages(graphviz: graphviz)
        #expect(ContinuousClock.now - start < .seconds(20))
        #expect(graphviz.failure == "Programmet \(program) blev inte klart på 1 sekund.")
        #expect(try #require(rendered["program/bilaga-teorier.html"]).contains("<caption>Vad teorierna bär</caption>"))
    }

    @Test func `more boxes than can be read are words`() throws {
        let methods = (1...70).map { number in
            "- { id: m\(number), titel: Metod \(number), beskrivning: Görs., slag: socialt, teorier: [teori:tillfalle], områden: [fokusomrade:torget] }\n"
        }.joined()
        let page = try #require(try pages(["program/arbetssätt.yaml": methods])["program/bilaga-teorier.html"])
        #expect(!page.contains("<svg"))
        #expect(page.contains("Tillfällen bär 70 arbetssätt, som används i ett fokusområde. Området anger inget mål. En bild av det skulle få 72 rutor och inte gå att läsa."))
        #expect(page.contains("<caption>Vad ”Tillfällen” bär</caption>"))
    }

    @Test func `more theories than anybody looks at are tables`() throws {
        let theories = (1...PictureBook.mostPictures).map { ("program/teorier/t\($0).md", "---\ntitel: Teori \($0)\nområden: [fokusomrade:torget]\n---\n" as String?) }
        let page = try #require(try pages(Dictionary(uniqueKeysWithValues: theories))["program/bilaga-teorier.html"])
        #expect(!page.contains("<svg"))
        #expect(page.contains("Teorierna är \(PictureBook.mostPictures + 1). Så många bilder är ingen hjälp, så här står bara tabeller."))
        #expect(page.contains("<caption>Vad ”Teori \(PictureBook.mostPictures)” bär</caption>"))
    }

    @Test func `the response form has no pictures`() throws {
        let all = try pages()
        for (path, text) in all where path.hasSuffix("svarsformular.html") { #expect(!text.contains("class=\"bild\""), "\(path)") }
    }
}
