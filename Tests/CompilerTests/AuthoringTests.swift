import Compiler
import Diagnostics
import Foundation
import Language
import Model
import Reading
import Testing
import Validating

/// What the command writes for authors: new elements, and changes that are certain.
struct AuthoringTests {
    private func judge(_ folder: URL) throws -> Pipeline.Judgement {
        Pipeline().judge(try ContentFiles.read(root: folder.path))
    }

    /// A copy of the made-up municipality.
    private func almby() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("almby-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fixtures/almby"), to: folder)
        return folder
    }

    /// Findings that say that a file can't be read as it is meant, whatever it says.
    private static let ofForm: Set<String> = ["missing-field", "unknown-key", "unknown-value", "wrong-shape", "dangling-reference", "bad-slug", "missing-front-matter"]

    @Test(arguments: ElementKind.allCases)
    func `a new element of every kind is read without a mistake of form, and the old ones stand as they stood`(_ kind: ElementKind) throws {
        let folder = try almby()
        defer { try? FileManager.default.removeItem(at: folder) }
        let before = try judge(folder)
        let scaffold = try ElementScaffold(kind, "ny-del", title: "Ny \"del\": å, ä & ö", in: before.editions[0])
        let target = folder.appendingPathComponent(scaffold.path)
        try FileManager.default.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(scaffold.bytes).write(to: target)
        let after = try judge(folder)
        #expect(after.diagnostics.filter { Self.ofForm.contains($0.id.rawValue) }.map(\.message.swedish) == [])
        let edition = after.editions[0]
        let new = try #require(edition.elementIDs.first { edition[$0].address == Address(kind, "ny-del") })
        #expect(edition[new].title.value == "Ny \"del\": å, ä & ö")
        #expect(edition.elementIDs.count == before.editions[0].elementIDs.count + 1)
        // What the scaffold wrote for an author to replace is found while it stands.
        let written = String(decoding: scaffold.bytes, as: UTF8.self).split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("#") }
        let templates = written.count { line in TemplateText.all.contains { line.hasSuffix($0) } }
        #expect(after.diagnostics.count { $0.id == "placeholder-left" } == templates)
    }

    @Test func `every text that a scaffold writes is found, also behind keys that it only offers`() throws {
        let folder = try almby()
        defer { try? FileManager.default.removeItem(at: folder) }
        let scaffold = try ElementScaffold(.assignment, "ny-del", title: nil, in: try judge(folder).editions[0])
        let text = String(decoding: scaffold.bytes, as: UTF8.self)
        // A line of help is no key.
        let offered = text.replacing(/# ([a-zåäö-]+: .*)/) { $0.1 }
        try offered.write(to: folder.appendingPathComponent(scaffold.path), atomically: true, encoding: .utf8)
        let templates = offered.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("#") }.reduce(0) { count, line in
            count + line.ranges(of: /Skriv [^,\]}]* här\.|…/).count
        }
        #expect(templates > 10)
        // Where a date is to stand, `…` is no value at all.
        #expect(try judge(folder).diagnostics.count { $0.id == "placeholder-left" || $0.id == "unknown-value" } == templates)
    }

    @Test func `a name that is no address, or is taken, is refused`() throws {
        let folder = try almby()
        defer { try? FileManager.default.removeItem(at: folder) }
        let edition = try judge(folder).editions[0]
        #expect(throws: ElementScaffold.Mistake.self) { try ElementScaffold(.theory, "Öppen plats", title: nil, in: edition) }
        #expect(throws: ElementScaffold.Mistake.self) { try ElementScaffold(.theory, "narvaro", title: nil, in: edition) }
    }

    @Test func `what is certain is mended in the file, and what is a guess is left`() throws {
        let folder = try almby()
        defer { try? FileManager.default.removeItem(at: folder) }
        let chapter = folder.appendingPathComponent("program/kapitel/grunder.md")
        let text = try String(contentsOf: chapter, encoding: .utf8)
        // A capital, an å and an underscore are certain; a lost letter may be anything.
        try (text + "\nSe [närvaro](teori:Närvaro), [polisen](roll:polisen_) och [klass](begrepp:klasrum).\n").write(to: chapter, atomically: true, encoding: .utf8)
        let judgement = try judge(folder)
        let applied = try FixApplication(judgement.diagnostics, map: judgement.map, content: folder.path)
        #expect(applied.changes.map { "\($0.old) → \($0.new)" } == ["teori:Närvaro → teori:narvaro", "roll:polisen_ → roll:polisen"])
        #expect(try String(contentsOf: chapter, encoding: .utf8) == text + "\nSe [närvaro](teori:narvaro), [polisen](roll:polisen) och [klass](begrepp:klasrum).\n")
    }

    @Test func `a file that was changed meanwhile is left as it is`() throws {
        let folder = try almby()
        defer { try? FileManager.default.removeItem(at: folder) }
        let chapter = folder.appendingPathComponent("program/kapitel/grunder.md")
        let text = try String(contentsOf: chapter, encoding: .utf8)
        try (text + "\n[närvaro](teori:Närvaro)\n").write(to: chapter, atomically: true, encoding: .utf8)
        let judgement = try judge(folder)
        try (text + "\nEn annan hann före: [närvaro](teori:Närvaro)\n").write(to: chapter, atomically: true, encoding: .utf8)
        let applied = try FixApplication(judgement.diagnostics, map: judgement.map, content: folder.path)
        #expect(applied.changes.isEmpty)
        #expect(applied.changedMeanwhile == ["program/kapitel/grunder.md"])
        #expect(try String(contentsOf: chapter, encoding: .utf8).contains("En annan hann före"))
    }

    @Test func `a new programme is read without a mistake of form`() throws {
        let folder = try almby()
        defer { try? FileManager.default.removeItem(at: folder) }
        for (path, bytes) in ProgrammeScaffold.files(title: "Nytt: program") {
            let target = folder.appendingPathComponent("nytt/\(path)")
            try FileManager.default.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: target)
        }
        let unlisted = try judge(folder)
        #expect(unlisted.diagnostics.map(\.id) == ["unlisted-folder"] && unlisted.editions.count == 1)
        let project = folder.appendingPathComponent("styrdok.yaml")
        try Data(String(contentsOf: project, encoding: .utf8).replacingOccurrences(of: "dokument: [program]", with: "dokument: [program, nytt]").utf8).write(to: project)
        let judgement = try judge(folder)
        #expect(judgement.editions.contains { $0.edition.programme.title?.value == "Nytt: program" })
        #expect(judgement.diagnostics.filter { Self.ofForm.contains($0.id.rawValue) }.isEmpty)
        #expect(places(judgement).contains("nytt/kapitel/inledning.md:5:1 [placeholder-left]"))
    }

    // MARK: A new programme, with the whole set of rules

    @Test(arguments: [false, true])
    func `a new programme is right but for what must be filled in`(isAlone: Bool) throws {
        var files = isAlone ? [:] : Rule.Example.surroundings.mapValues { Array($0.utf8) }
        for (path, bytes) in ProgrammeScaffold.files(title: "Program") { files["nytt/\(path)"] = bytes }
        files["styrdok.yaml"] = isAlone ? ProgrammeScaffold.project(document: "nytt") : try #require(ProjectListing.adding("nytt", to: files["styrdok.yaml"] ?? []))
        let judgement = Pipeline(asOf: PartialDate(authored: "2026-01-31")).judge(ContentFiles(files))
        #expect(Set(judgement.editions.map(\.edition.folder)) == (isAlone ? ["nytt"] : ["nytt", "program"]))
        #expect(judgement.diagnostics.filter { $0.id != "placeholder-left" }.map(\.message.swedish) == [])
    }

    @Test(arguments: [
        ("dokument: [a, b]\nspråk: sv\n", "dokument: [a, b, nytt]\nspråk: sv\n"),
        ("dokument:\n  - a\n  - \"b\"\nspråk: sv\n", "dokument:\n  - a\n  - \"b\"\n  - nytt\nspråk: sv\n"),
        ("dokument: [\"a\"] # alla\n", "dokument: [\"a\", nytt] # alla\n"), ("dokument: [nytt]\n", "dokument: [nytt]\n"),
    ])
    func `a new programme is put into the list, and nothing else is changed`(before: String, after: String) throws {
        #expect(ProjectListing.adding("nytt", to: Array(before.utf8)).map { String(decoding: $0, as: UTF8.self) } == after)
    }

    @Test(arguments: ["dokument: a\n", "namn: x\n", "dokument: [\n"])
    func `a list that can't be gone on with is left`(text: String) {
        #expect(ProjectListing.adding("nytt", to: Array(text.utf8)) == nil)
    }

    @Test func `a title gets the letters that a slug has lost`() throws {
        let dictionary = try #require(SpellingDictionary.swedish)
        #expect(TitleGuess.title(of: "ny-stodvag", dictionary) == "Ny stödväg")
        #expect(TitleGuess.title(of: "trygghet-2030", dictionary) == "Trygghet 2030")
        #expect(TitleGuess.title(of: "qxzw", dictionary) == "Skriv titeln här")
        #expect(TitleGuess.title(of: "ny-stodvag", nil) == "Skriv titeln här")
    }
}
