import Compiler
import Diagnostics
import Foundation
import Model
import Reading
import Testing
import Validating

/// One mistake gives one finding: what follows from it is not told as well.
@Suite struct OneMistakeTests {
    private static let surroundings = Rule.Example.surroundings

    /// The lines that stand in YAML: whole files, and the tops of Markdown files.
    private static let lines: [(path: String, number: Int, text: Substring)] = surroundings.sorted { $0.key < $1.key }.flatMap { path, text in
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard !path.hasSuffix(".json") else { return [(path: String, number: Int, text: Substring)]() }
        let end = path.hasSuffix(".md") ? lines.dropFirst().firstIndex(of: "---") ?? 0 : lines.count
        return lines[..<end].enumerated().map { (path, $0, $1) }
    }

    /// What is found when one line is exchanged, unless that is one finding of the rule in the same file.
    private func unexpected(_ line: (path: String, number: Int, text: Substring), _ exchanged: String?, _ rule: String) -> [String] {
        var lines = (Self.surroundings[line.path] ?? "").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if let exchanged { lines[line.number] = exchanged } else { lines.remove(at: line.number) }
        let found = places(judge([line.path: lines.joined(separator: "\n")]))
        guard found.count == 1, found[0].hasPrefix("\(line.path):"), found[0].hasSuffix("[\(rule)]") else {
            return ["\(line.path):\(line.number + 1) \(exchanged ?? "bort"): \(found)"]
        }
        return []
    }

    @Test(arguments: surroundings.keys.sorted())
    func `a file that can't be read is one finding`(_ path: String) {
        let broken = path.hasSuffix(".json") ? "[ { \"id\": \"x\" \n \"type\" }" : path.hasSuffix(".md") ? "---\ntitel: [\n---\n" : "- id: a\n titel: : [\n"
        let found = places(judge([path: broken]))
        #expect(found.count == 1 && found[0].hasPrefix("\(path):"), "\(found)")
    }

    @Test func `a misspelt key is one finding, and what stands behind it is read`() {
        let keys = Self.lines.compactMap { line -> (line: (path: String, number: Int, text: Substring), exchanged: String)? in
            guard let colon = line.text.firstIndex(of: ":"), let start = line.text.firstIndex(where: { $0.isLetter }), start < colon else { return nil }
            let key = line.text[start..<colon]
            guard key != "id", !(line.text.hasPrefix("  - ") && line.path == "program/program.yaml"), key.allSatisfy({ $0.isLetter || $0 == "-" }) else { return nil }
            return (line, line.text[..<colon] + "x" + line.text[colon...])
        }
        #expect(keys.count > 200)
        let found = keys.flatMap { unexpected($0.line, $0.exchanged, "unknown-key") }
        #expect(found == [], "\(found.joined(separator: "\n"))")
    }

    @Test func `a value that isn't in the list is one finding`() {
        var choices: [String: Set<String>] = [:]
        func look(_ keys: [ValueShape.Description]) {
            for key in keys {
                func look(_ shape: ValueShape) {
                    switch shape {
                    case .choice(let values): choices[key.key, default: []].formUnion(values)
                    case .list(let item): look(item)
                    case .record(let keys): keys.forEach { own in nested(own) }
                    default: break
                    }
                }
                look(key.shape)
            }
        }
        func nested(_ key: ValueShape.Description) { look([key]) }
        for form in ContentForm.all { look(form.keys) }
        let values = Self.lines.compactMap { line -> (line: (path: String, number: Int, text: Substring), exchanged: String)? in
            guard let colon = line.text.firstRange(of: ": "), let start = line.text.firstIndex(where: { $0.isLetter }), start < colon.lowerBound else { return nil }
            let value = String(line.text[colon.upperBound...])
            guard let known = choices[String(line.text[start..<colon.lowerBound])], known.contains(value) else { return nil }
            return (line, line.text + "x")
        }
        #expect(values.count > 40)
        let found = values.flatMap { unexpected($0.line, $0.exchanged, "unknown-value") }
        #expect(found == [], "\(found.joined(separator: "\n"))")
    }

    @Test func `a part without its title, or its id, is one finding`() {
        let elements = Self.lines.filter { $0.path.hasPrefix("program/") && $0.path != "program/program.yaml" }
        let titles = elements.filter { $0.text.hasPrefix("titel: ") || $0.text.hasPrefix("  titel: ") }
        let ids = elements.filter { $0.text.hasPrefix("- id: ") }
        #expect(titles.count > 20 && ids.count > 15)
        let found = titles.flatMap { unexpected($0, nil, "missing-field") } + ids.flatMap { unexpected($0, "-", "missing-field") }
        #expect(found == [], "\(found.joined(separator: "\n"))")
    }

    @Test func `an id that can be no address is mended to one, and so is what leads there`() throws {
        let methods = try #require(Self.surroundings["program/arbetssätt.yaml"])
        let id = try #require(methods.split(separator: "\n").first { $0.hasPrefix("- id: ") }).dropFirst("- id: ".count)
        let judgement = judge(["program/arbetssätt.yaml": methods.replacing("- id: \(id)\n", with: "- id: \(id.prefix(1).uppercased())\(id.dropFirst())\n", maxReplacements: 1)])
        #expect(judgement.diagnostics.map(\.id.rawValue) == ["bad-slug"])
        #expect(judgement.diagnostics.first?.fixes.first?.summary.swedish == "skriv id: \(id)")
        #expect(judgement.diagnostics.first?.fixes.first?.replacement == String(id))
    }

    // MARK: Folders that the project doesn't list

    private func copies(_ changes: [String: String?] = [:]) -> Pipeline.Judgement {
        var files: [String: String?] = [:]
        for (path, text) in Self.surroundings where path.hasPrefix("program/") { files["program-kopia" + path.dropFirst("program".count)] = text }
        for (path, text) in Self.surroundings where path.hasPrefix("remisser/remiss/") { files["remisser/remiss-kopia" + path.dropFirst("remisser/remiss".count)] = text }
        return judge(files.merging(changes) { $1 })
    }

    @Test func `a folder that isn't listed is neither judged nor built`() throws {
        let judgement = copies(["program-kopia/mål.yaml": "- id: [\n"])
        #expect(places(judgement) == ["program-kopia/program.yaml:1:1 [unlisted-folder]", "remisser/remiss-kopia/remiss.yaml:1:1 [unlisted-folder]"])
        #expect(judgement.diagnostics.allSatisfy { $0.severity == .warning })
        #expect(judgement.editions.map(\.edition.folder) == ["program"])
        #expect(judgement.consultations.map(\.file.folder) == ["remiss"])
    }

    @Test func `where nothing is listed, everything is built`() throws {
        let judgement = copies(["styrdok.yaml": "namn: Exempel\nbedömningsdag: 2026-01-31\ndokument: [program, program-kopia]\n"])
        #expect(places(judgement) == [])
        #expect(judgement.consultations.map(\.file.folder).sorted() == ["remiss", "remiss-kopia"])
    }

    @Test func `a name in the list without a folder is an error, with the name that was meant`() {
        func project(_ documents: String, _ consultations: String = "remiss") -> Pipeline.Judgement {
            judge(["styrdok.yaml": "namn: Exempel\nbedömningsdag: 2026-01-31\ndokument: [\(documents)]\nremisser: [\(consultations)]\n"])
        }
        let misspelt = project("programm")
        #expect(places(misspelt) == ["styrdok.yaml:3:12 [missing-folder]"])
        #expect(misspelt.diagnostics.first?.message.swedish.contains("Menade du ”program”?") == true)
        #expect(places(project("program, helt-annat")) == ["styrdok.yaml:3:21 [missing-folder]"])
        #expect(places(project("program", "remis")) == ["styrdok.yaml:4:12 [missing-folder]"])
    }

    @Test func `a consultation on a folder that isn't listed makes that an error, and on no folder one of its own`() throws {
        let judgement = copies(["remisser/remiss/remiss.yaml": Self.surroundings["remisser/remiss/remiss.yaml"]!.replacing("dokument: program", with: "dokument: program-kopia"), "remisser/remiss-kopia/remiss.yaml": nil])
        let found = try #require(judgement.diagnostics.first { $0.severity == .error })
        #expect(found.id == "unlisted-folder" && found.notes.count == 1)
        let wrong = judge(["remisser/remiss/remiss.yaml": Self.surroundings["remisser/remiss/remiss.yaml"]!.replacing("dokument: program", with: "dokument: programmet")])
        #expect(places(wrong) == ["remisser/remiss/remiss.yaml:2:11 [missing-folder]"])
    }
}
