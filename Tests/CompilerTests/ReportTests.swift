import Compiler
import Diagnostics
import Foundation
import Model
import Reading
import Rendering
import Testing
import Validating

/// The report on what was judged.
@Suite struct ReportTests {
    private func folder() -> String {
        FileManager.default.temporaryDirectory.appendingPathComponent("styrdok-\(UUID().uuidString)").path
    }

    private func report(_ judgement: Pipeline.Judgement, to output: String) throws -> String {
        _ = try Pipeline().report(judgement, templates: .read(from: repository + "/Templates"), to: output)
        return try String(contentsOfFile: output + "/granskning/program.md", encoding: .utf8)
    }

    @Test func `is written though there are errors, and lists them by requirement with their place`() throws {
        let output = folder()
        defer { try? FileManager.default.removeItem(atPath: output) }
        let goals = Rule.Example.surroundings["program/mål.yaml"]!.replacing("  utgångsvärde: 60 procent\n", with: "")
        let text = try report(judge(["program/mål.yaml": goals]), to: output)
        #expect(text.contains("1 fel, 0 varningar"))
        #expect(text.contains("### R12 – ") || text.contains("#### R12 – "))
        #expect(text.contains("program/mål.yaml:2:10, goal-baseline"))
        #expect(text.contains("54 av 55 krav är utan fynd"))
        #expect(text.contains("den 31 januari 2026"))
    }

    @Test func `shows which part carries a requirement, which viewpoint it came from, and what is open`() throws {
        let output = folder()
        defer { try? FileManager.default.removeItem(atPath: output) }
        let text = try report(judge([:]), to: output)
        #expect(text.contains("Inga fynd."))
        // R5 is carried by the coordination assignment; B-1 leads to R5.
        #expect(text.contains("uppdrag-samordna"))
        #expect(text.contains("B-1"))
        #expect(text.contains("Uppdrag vars resurs inte är avsatt (1)"))
        #expect(text.contains("Går gränsen att använda när två nämnder är oense"))
    }

    @Test func `takes the place of the one that a build wrote, and a build that of the report`() throws {
        let output = folder()
        defer { try? FileManager.default.removeItem(atPath: output) }
        let templates = try Templates.read(from: repository + "/Templates")
        _ = try Pipeline().build(judge([:]), templates: templates, to: output)
        let built = try String(contentsOfFile: output + "/granskning/program.md", encoding: .utf8)
        #expect(try report(judge([:]), to: output) == built)
        let again = try Pipeline().build(judge([:]), templates: templates, to: output)
        #expect(again.publication.written == 0)
        #expect(try String(contentsOfFile: output + "/granskning/program.md", encoding: .utf8) == built)
    }

    @Test func `names the requirements that the programme has made exceptions from`() throws {
        let output = folder()
        defer { try? FileManager.default.removeItem(atPath: output) }
        let text = try report(Pipeline().judge(try ContentFiles.read(root: repository + "/Tests/Fixtures/almby")), to: output)
        #expect(text.contains("**R4**: Kommunen är liten"))
        #expect(text.contains("av 53 krav är utan fynd"))
    }

    @Test func `machine formats say which requirement a finding is about`() {
        let goals = Rule.Example.surroundings["program/mål.yaml"]!.replacing("  utgångsvärde: 60 procent\n", with: "")
        let judgement = judge(["program/mål.yaml": goals])
        let json = JSONPrinter(judgement.map, language: .swedish).print(judgement.diagnostics)
        let sarif = SARIFPrinter(judgement.map, language: .swedish).print(judgement.diagnostics, toolVersion: "1")
        for text in [json, sarif] { #expect(text.contains("\"R12\"")) }
    }
}
