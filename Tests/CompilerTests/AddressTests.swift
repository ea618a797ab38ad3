import Compiler
import Model
import Reading
import Testing

/// What stays when something is renamed, missing or unreadable.
struct AddressTests {
    private static let almby: [String: [UInt8]] = {
        let root = repository + "/Tests/Fixtures/almby"
        let files = (try? ContentFiles.read(root: root))?.map.files ?? []
        return Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) })
    }()

    private func judgement(_ changes: [String: String], assets: [String: [UInt8]] = [:]) -> Pipeline.Judgement {
        Pipeline().judge(ContentFiles(Self.almby.merging(changes.mapValues { Array($0.utf8) }) { $1 }, assets: assets))
    }

    private func text(_ path: String) -> String { String(decoding: Self.almby[path] ?? [], as: UTF8.self) }

    private func pages(_ judgement: Pipeline.Judgement) throws -> [String: String] {
        let files = try Pipeline().files(judgement, templates: .read(from: repository + "/Templates"))
        return Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    }

    @Test func `a link from elsewhere to an old address still leads there`() throws {
        let theory = text("program/teorier/narvaro.md").replacing("---\ntitel:", with: "---\ntidigare: [teori:nara]\ntitel:")
        let chapter = text("program/kapitel/grunder.md").replacing("---\ntitel:", with: "---\ntidigare: [kapitel:basen]\ntitel:")
        let pages = try pages(judgement(["program/teorier/narvaro.md": theory, "program/kapitel/grunder.md": chapter]))
        #expect(pages.values.contains { $0.contains("<a id=\"teori-nara\"></a>") })
        let moved = try #require(pages["program/kapitel-basen.html"])
        #expect(moved.contains("content=\"0; url=kapitel-grunder.html\""))
        #expect(moved.contains("<a href=\"kapitel-grunder.html\">"))
    }

    private func withFigure(_ file: String) -> [String: String] {
        let chapter = text("program/kapitel/grunder.md")
            .replacing("---\ntitel:", with: "---\nfigurer:\n  - { id: karta, fil: \(file), alt: En karta över skolorna }\ntitel:")
        return ["program/kapitel/grunder.md": chapter + "\n<figur:karta>\n"]
    }

    @Test func `the picture that a figure shows stands beside the page`() throws {
        let judgement = judgement(withFigure("bilder/karta.png"), assets: ["program/bilder/karta.png": Array("PNG".utf8)])
        #expect(judgement.diagnostics.isEmpty)
        let pages = try pages(judgement)
        #expect(pages["program/bilder/karta.png"] == "PNG")
        #expect(pages["program/kapitel-grunder.html"]?.contains("<img src=\"bilder/karta.png\" alt=\"En karta över skolorna\"") == true)
    }

    @Test(arguments: [("bilder/saknas.png", "missing-figure"), ("../styrdok.yaml", "figure-kind"), ("../hemligt.png", "missing-figure"), ("bilder/karta.svg", "figure-kind")])
    func `a picture that isn't there, or that may carry scripts, is told`(_ file: String, _ rule: String) {
        let judgement = judgement(withFigure(file), assets: ["program/bilder/karta.png": [1], "program/bilder/karta.svg": [1]])
        #expect(judgement.diagnostics.map(\.id.rawValue) == [rule])
    }

    @Test(arguments: ["referenser.json", "program/roller.yaml", "program/mål.yaml", "program/teorier/narvaro.md"])
    func `a file that can't be read is one mistake, not one for each reference into it`(_ path: String) {
        let broken = path.hasSuffix(".json") ? "[ { \"id\": \"x\" \n \"type\" }" : path.hasSuffix(".md") ? "---\ntitel: [\n---\n" : "- id: a\n titel: : [\n"
        let judgement = judgement([path: broken])
        #expect(judgement.diagnostics.count == 1, "\(judgement.diagnostics.map(\.message.swedish))")
    }
}
