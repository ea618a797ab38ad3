import Foundation
import Reading
import Testing
import Validating

import Compiler

/// The handbook's examples of content, as an author would copy them.
@Suite struct HandbookExampleTests {
    /// The text between fences of one chapter, in order.
    private static func examples(_ chapter: String) throws -> [String] {
        let text = try String(contentsOfFile: "\(repository)/Content/handbok/kapitel/\(chapter).md", encoding: .utf8)
        return text.components(separatedBy: "\n```").enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element.drop { $0 == "\n" }) + "\n" }
    }

    private static let blocks = (try? examples("tabeller-och-register")) ?? []

    @Test func `the chapter on blocks has an example of each`() {
        for key in ["tabeller:", "fotnoter:", "definitioner:", "figurer:"] { #expect(Self.blocks.contains { $0.contains(key) }, "\(key)") }
    }

    @Test(arguments: blocks)
    func `a block of the handbook is read as it stands`(example: String) {
        // What names the programme's own parts leads nowhere in a small project; everything else must be right.
        #expect(faults(["program/kapitel/start.md": chapter(example)]) == [])
    }

    @Test func `a concept and a goal of the handbook are read as they stand`() throws {
        let parts = try Self.examples("delarna")
        let concept = try #require(parts.first { $0.contains("definition:") })
        let goal = try #require(parts.first { $0.contains("målår:") })
        #expect(faults(["program/begrepp/trygghetsvandring.md": concept]) == [])
        #expect(faults(["program/mål.yaml": goal]) == [])
    }

    private func chapter(_ example: String) -> String {
        guard !example.hasPrefix("---") else { return example }
        let places = [("figurer:", "figur"), ("definitioner:", "definitioner"), ("tabeller:", "tabell")]
        let placed = places.first { example.contains($0.0) }.flatMap { _, kind in
            example.firstMatch(of: /- id: ([a-z]+)/).map { "<\(kind):\($0.1)>" }
        }
        return "---\ntitel: Exempelkapitel\n\(example)---\n\n\(placed ?? "")\n"
    }

    private func faults(_ texts: [String: String]) -> [String] {
        let all = Rule.Example.surroundings.merging(texts) { $1 }.mapValues { Array($0.utf8) }
        let read = Pipeline().judge(ContentFiles(all, assets: ["program/bilder/karta.png": [1]]))
        let known = Set(ReadingFault.all.map(\.id)).subtracting(["dangling-reference"])
        return read.diagnostics.filter { known.contains($0.id) }.map { "\(read.map[$0.range.file].path): \($0.message.swedish)" }
    }
}
