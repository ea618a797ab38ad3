import Foundation
import Comparing
import Compiler
import Model
import Rendering
import Testing
import Validating

/// Two editions laid beside each other.
@Suite struct EditionComparisonTests {
    /// The small programme as it was, and with some files exchanged.
    private func comparison(_ changes: [String: String], without removed: String = "") throws -> EditionComparison {
        var files: [String: String] = changes.reduce(into: [:]) { $0["nytt/" + $1.key] = $1.value }
        for (path, text) in Rule.Example.surroundings where path.hasPrefix("program/") {
            let name = String(path.dropFirst("program/".count))
            if name != removed, files["nytt/" + name] == nil { files["nytt/" + name] = text }
        }
        files["styrdok.yaml"] = "namn: Exempel\nspråk: sv\nbedömningsdag: 2026-01-31\ndokument: [program, nytt]\n"
        let judgement = judge(files)
        let old = try #require(judgement.editions.first { $0.edition.folder == "program" })
        let new = try #require(judgement.editions.first { $0.edition.folder == "nytt" })
        return EditionComparison(old: old, new: new)
    }

    private func original(_ path: String) throws -> String { try #require(Rule.Example.surroundings["program/" + path]) }

    private func lines(_ comparison: EditionComparison) -> [String] {
        ComparisonRenderer(comparison).text(usesColor: false).split(separator: "\n").map(String.init)
    }

    @Test func `the same edition has no changes`() throws {
        let comparison = try comparison([:])
        #expect(comparison.changed.isEmpty)
        #expect(lines(comparison) == ["\(comparison.changes.count) oförändrad."])
        #expect(comparison.old.elementIDs.allSatisfy { comparison.fate($0).anchor == .exact })
    }

    @Test func `a changed word is marked, and nothing else`() throws {
        let text = try original("kapitel/konflikter.md").replacingOccurrences(of: "gäller arbetsgången", with: "gäller alltid arbetsgången")
        let comparison = try comparison(["kapitel/konflikter.md": text])
        #expect(lines(comparison)[..<2] == ["kapitel:konflikter ”Konflikter”: ändrad", "  Löptext: När mål krockar gäller {+alltid+} arbetsgången."])
        let id = try #require(comparison.old.elementsByAddress[Address(.chapter, "konflikter")])
        #expect(comparison.fate(id).anchor == .changed)
    }

    @Test func `what was taken away is told where it stood, and what is new where it stands`() throws {
        let programme = try original("program.yaml").replacingOccurrences(of: "  - kapitel:grova-brott\n", with: "  - kapitel:nytt\n")
        let comparison = try comparison(["program.yaml": programme, "kapitel/nytt.md": "---\ntitel: Nytt\n---\nText.\n"], without: "kapitel/grova-brott.md")
        let lines = lines(comparison)
        #expect(lines.contains("kapitel:nytt ”Nytt”: ny") && lines.contains("kapitel:grova-brott ”Grova brott”: borttagen"))
        let id = try #require(comparison.old.elementsByAddress[Address(.chapter, "grova-brott")])
        #expect(comparison.fate(id).anchor == .orphaned)
    }

    @Test func `an element with a former address is the same one`() throws {
        let register = try original("mål.yaml").replacingOccurrences(of: "- id: tryggt-torg\n", with: "- id: trygga-torg\n  tidigare: [mal:tryggt-torg]\n")
        let comparison = try comparison(["mål.yaml": register])
        #expect(lines(comparison).contains("mal:trygga-torg ”Tryggt torg”: bytt adress (tidigare mal:tryggt-torg)"))
        let id = try #require(comparison.old.elementsByAddress[Address(.goal, "tryggt-torg")])
        #expect(comparison.fate(id).anchor == .moved)
    }

    @Test func `only the part that was moved has moved`() throws {
        let programme = try original("program.yaml").replacingOccurrences(of: "  - kapitel:start\n", with: "").replacingOccurrences(of: "  - kapitel:grova-brott\n", with: "  - kapitel:grova-brott\n  - kapitel:start\n")
        let comparison = try comparison(["program.yaml": programme])
        #expect(lines(comparison).filter { $0.contains("flyttad") && !$0.hasPrefix("1 ") } == ["kapitel:start ”Start”: flyttad"])
    }

    @Test(arguments: [
        ("a b c", "a x c", "a [-b -]{+x +}c"), ("", "nytt", "{+nytt+}"), ("gammalt", "", "[-gammalt-]"), ("ett två tre fyra", "två tre fyra fem", "[-ett -]två tre fyra {+fem+}"),
    ])
    func `words are compared`(old: String, new: String, marked: String) {
        let text = WordDifference.runs(old, new).map { run in
            run.kind == .same ? run.text : run.kind == .removed ? "[-\(run.text)-]" : "{+\(run.text)+}"
        }.joined()
        #expect(text == marked)
    }

    @Test func `the runs are both texts, whatever they are`() {
        let words = ["a", "b", "ö", "\n", " ", "  ", "lång text", "."]
        var seed: UInt64 = 3
        func text() -> String {
            (0..<30).map { _ in
                seed = seed &* 6_364_136_223_846_793_005 &+ 1
                return words[Int(seed >> 40) % words.count]
            }.joined(separator: " ")
        }
        for _ in 0..<500 {
            let (old, new) = (text(), text())
            let runs = WordDifference.runs(old, new)
            func joined(without kind: WordDifference.Kind) -> String { runs.filter { $0.kind != kind }.map(\.text).joined() }
            #expect(joined(without: .added) == old || joined(without: .added) == old + " ")
            #expect(joined(without: .removed) == new || joined(without: .removed) == new + " ")
        }
    }
}
