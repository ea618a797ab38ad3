import Compiler
import Diagnostics
import Foundation
import Model
import Reading
import Testing
import Validating

/// Response files as the form writes them, and as nobody should.
@Suite struct ResponseImportTests {
    /// A small project on disk whose list has somebody who hasn't answered.
    private func withContent(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("styrdok-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var files = Rule.Example.surroundings
        files["remisser/remiss/remiss.yaml"]! += "  - { id: skolan, namn: Skolnämnden, typ: facknämnd, svarsläge: ej inkommit }\n"
        for (path, text) in files {
            let url = URL(fileURLWithPath: "\(folder)/\(path)")
            try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: url, atomically: true, encoding: .utf8)
        }
        try body(folder)
    }

    private func take(_ json: String, _ content: String, replaces: Bool = false) throws -> ResponseImport.Result {
        let judgement = Pipeline().judge(try ContentFiles.read(root: content))
        return try ResponseImport(content: content, judgement: judgement).take(SourceText(path: "svar.json", bytes: Array(json.utf8)), replaces: replaces)
    }

    private func submission(_ answer: String, head: String = #""remiss": "remiss", "dokument": "program""#) -> String {
        "{\"format\": \"styrdok-remissvar\", \"version\": 1, \(head), \"svar\": {\(answer)}}"
    }

    private let skolan = #""respondent": "skolan", "diarienummer": "S 1", "hållning": "tillstyrker delvis", "sammanfattning": "Bra.""#

    /// Line and column of each finding, with its rule.
    private func told(_ json: String) throws -> [String] {
        var result: [String] = []
        try withContent { (content: String) throws in
            let before = try FileManager.default.subpathsOfDirectory(atPath: content).sorted()
            let taken = try take(json, content)
            let table = LineTable(Array(json.utf8))
            result = taken.diagnostics.map { diagnostic in
                let (line, column) = table.position(of: Int(diagnostic.range.lower))
                return "\(line):\(column) [\(diagnostic.id)]"
            }
            #expect(taken.outcome == .refused)
            #expect(try FileManager.default.subpathsOfDirectory(atPath: content).sorted() == before)
        }
        return result
    }

    @Test func `a response is taken in, its respondent has answered, and every word comes back as it was typed`() throws {
        let concern = "Torget är *mörkt* <script>alert(1)</script>\n# inte en rubrik\n\n- inte en lista, [inte](en:länk) eller @källa 🌳 ”citat” =1+1"
        let json = submission(
            skolan + #", "synpunkter": [{"id": "SKO-01", "gäller": ["uppdrag:samordna"], "ankare": "element", "hållning": "invänder", "slag": "ändring", "bekymmer": \#(quoted(concern)), "förslag": "Ny text."}]"#)
        try withContent { (content: String) throws in
            let result = try take(json, content)
            #expect(result.diagnostics.isEmpty && result.outcome == .added && result.setsStatus)
            let judgement = Pipeline().judge(try ContentFiles.read(root: content))
            let found = places(judgement)
            #expect(found == [])
            let row = try #require(judgement.consultations.first?.rows.last)
            #expect(row.viewpoint.concern?.document.plainLines == concern)
            #expect(judgement.consultations.first?.consultation.respondents.last?.answer?.value == .received)
        }
    }

    @Test func `taking the same file again changes nothing, and another version is kept until it is told to give way`() throws {
        try withContent { (content: String) throws in
            #expect(try take(submission(skolan + #", "synpunkter": [{"id": "SKO-01", "ankare": "helhet", "hållning": "önskar", "slag": "fråga", "önskan": "Ett."}]"#), content).outcome == .added)
            #expect(try take(submission(skolan + #", "synpunkter": [{"id": "SKO-01", "ankare": "helhet", "hållning": "önskar", "slag": "fråga", "önskan": "Ett."}]"#), content).outcome == .unchanged)
            let other = submission(skolan + #", "handläggare": "Åsa", "synpunkter": [{"id": "SKO-02", "ankare": "helhet", "hållning": "önskar", "slag": "fråga", "önskan": "Två."}]"#)
            let changes = ["handläggare tillkommer", "synpunkt SKO-01 försvinner", "synpunkt SKO-02 tillkommer"]
            #expect(try take(other, content).outcome == .kept(changes: changes))
            #expect(try String(contentsOfFile: content + "/remisser/remiss/svar/skolan.yaml", encoding: .utf8).contains("SKO-01"))
            #expect(try take(other, content, replaces: true).outcome == .replaced(changes: changes))
            #expect(try String(contentsOfFile: content + "/remisser/remiss/svar/skolan.yaml", encoding: .utf8).contains("SKO-02"))
        }
    }

    @Test func `what is missing, misspelt or of the wrong kind is told at line and column`() throws {
        #expect(try told("{\"format\": \"annat\"}") == ["1:13 [not-a-response]"])
        #expect(try told("[]") == ["1:1 [not-a-response]"])
        #expect(try told("{\"format\": \"styrdok-remissvar\", \"version\": 2}") == ["1:44 [unknown-version]"])
        #expect(try told("{\n  \"format\": \"styrdok-remissvar\", \"version\": 1, \"remiss\": \"annan\",\n  \"svar\": {\(skolan)}}") == ["2:59 [unknown-consultation]"])
        #expect(try told(submission(skolan.replacingOccurrences(of: "tillstyrker delvis", with: "gillar"))).count == 1)
        #expect(try told(submission(skolan + #", "egen": 1"#)).count == 1)
        #expect(try told(submission(skolan + #", "synpunkter": [{"id": "S-1", "gäller": ["uppdrag:finns-inte"], "hållning": "önskar", "slag": "fråga"}]"#)).map { $0.suffix(20) } == [" [dangling-reference]".suffix(20)])
        #expect(try told(submission(skolan, head: #""remiss": "remiss", "dokument": "annat""#)).first?.hasSuffix("[other-edition]") == true)
        #expect(try told(submission(skolan, head: #""remiss": "remiss", "avtryck": "sha256-0""#)).first?.hasSuffix("[other-edition]") == true)
    }

    @Test func `forged and path-like ids are refused`() throws {
        for respondent in ["../../../etc/passwd", "/etc/passwd", "skolan/../byalaget", "", "SKOLAN"] {
            #expect(try !told(submission(skolan.replacingOccurrences(of: "\"skolan\"", with: "\"\(respondent)\""))).isEmpty)
        }
        for id in ["../x", "<b>", "a b", "x\\\" onclick=\\\"y", String(repeating: "a", count: 41), "B-1"] {
            let found = try told(submission(skolan + #", "synpunkter": [{"id": "\#(id)", "ankare": "helhet", "hållning": "önskar", "slag": "fråga"}]"#))
            #expect(found.contains { $0.hasSuffix("[bad-viewpoint-id]") || $0.hasSuffix("[viewpoint-unique]") }, "\(id): \(found)")
        }
        #expect(try told(submission(skolan + #", "synpunkter": [{"id": "S-1", "hållning": "önskar", "slag": "fråga"}, {"id": "S-1", "hållning": "önskar", "slag": "fråga"}]"#)).first?.hasSuffix("[viewpoint-unique]") == true)
    }

    @Test func `files that are too large, too deep, broken or no text are refused`() throws {
        let large = [UInt8](repeating: 32, count: 50 << 20)
        #expect(SubmittedResponse.read(SourceText(path: "x", bytes: large)).diagnostics.map(\.id) == ["response-too-large"])
        for text in [String(repeating: "{\"a\":", count: 100_000), "{\"format\": \"styrdok-remissvar\", \"svar\": " + String(repeating: "[", count: 50_000), "{", "{\"a\": \u{0}}", "{\"format\": &a x, \"b\": *a}", "{\"a\": 1, \"a\": 2}", "\u{FEFF}"] {
            let read = SubmittedResponse.read(SourceText(path: "x", bytes: Array(text.utf8)))
            #expect(read.value == nil && !read.diagnostics.isEmpty, "\(text.prefix(40))")
        }
        #expect(SubmittedResponse.read(SourceText(path: "x", bytes: [0x7B, 0xFF, 0x7D])).diagnostics.first?.id == "not-utf-8")
        let long = submission(skolan.replacingOccurrences(of: "Bra.", with: String(repeating: "å", count: 100_001)))
        #expect(try told(long).first?.hasSuffix("[text-too-long]") == true)
        let many = (0..<2_001).map { #"{"id": "S-\#($0)", "hållning": "önskar", "slag": "fråga"}"# }.joined(separator: ",")
        #expect(try told(submission(skolan + ", \"synpunkter\": [\(many)]")).contains { $0.hasSuffix("[too-many-viewpoints]") })
    }

    @Test func `markup and control characters in every field come out as plain words`() throws {
        let evil = #"<script>alert('x')</script><img src=x onerror=alert(1)> [a](javascript:alert(1)) \u0007\u001b[31m"#
        var answer: [String] = []
        for field in ConsultationResponse.fields where !["respondent", "hållning", "synpunkter", "beslut", "behandlingsläge", "datum", "avtryck"].contains(field.key) {
            answer.append(#""\#(field.key)": "\#(evil)""#)
        }
        let viewpoint = Viewpoint.fields.filter { ["rubrik", "citat", "ordagrant", "bekymmer", "önskan", "förslag", "inaktuellt", "underlag"].contains($0.key) }.map { #""\#($0.key)": "\#(evil)""# }
        let json = submission(
            #""respondent": "skolan", "hållning": "tillstyrker delvis", "# + answer.joined(separator: ", ") + #", "synpunkter": [{"id": "S-1", "ankare": "helhet", "hållning": "neutral", "slag": "fråga", "# + viewpoint.joined(separator: ", ") + "}]")
        try withContent { (content: String) throws in
            let result = try take(json, content)
            #expect(result.outcome == .added)
            #expect(Set(result.diagnostics.map(\.id)) == ["control-character"])
            let judgement = Pipeline().judge(try ContentFiles.read(root: content))
            let rendered = try Pipeline().files(judgement, templates: try .read(from: repository + "/Templates"))
            for file in rendered where file.path.hasPrefix("remisser/") && file.path.hasSuffix(".html") && !file.path.hasSuffix("svarsformular.html") {
                let html = String(decoding: file.bytes, as: UTF8.self)
                #expect(!html.contains("<script>alert") && !html.contains("<img src=x") && !html.contains("href=\"javascript") && !html.contains("\u{1B}"), "\(file.path)")
            }
            #expect(rendered.contains { $0.path == "remisser/remiss/skolan.html" && String(decoding: $0.bytes, as: UTF8.self).contains("&lt;script&gt;") })
        }
    }

    @Test func `what a response as a whole lacks is told by its label, and a wording that changes nothing is asked about`() throws {
        try withContent { (content: String) throws in
            let viewpoint = #""synpunkter": [{"id": "S-1", "gäller": ["uppdrag:samordna"], "hållning": "önskar", "slag": "ändring", "förslag": "nämnden samlar  dem som har ansvar\npå torget."}]"#
            let lacking = try take(submission(#""respondent": "skolan", "sammanfattning": "Bra.", "# + viewpoint), content)
            #expect(lacking.outcome == .refused)
            #expect(lacking.diagnostics.filter { $0.severity == .error }.map(\.message.swedish) == [
                "Svaret saknar diarienummer. Be instansen fylla i det i formuläret.", "Svaret saknar hållning till helheten. Be instansen fylla i den i formuläret.",
            ])
            let taken = try take(submission(skolan + ", " + viewpoint), content)
            #expect(taken.outcome == .added && taken.diagnostics.map(\.id) == ["change-worded"] && taken.diagnostics[0].severity == .warning)
            // The check of the content says so too.
            #expect(Pipeline().judge(try ContentFiles.read(root: content)).diagnostics.map(\.id) == ["change-worded"])
        }
    }

    @Test func `a response to begin with is refused until its stance and summary are written, and is right then`() throws {
        try withContent { (content: String) throws in
            let judgement = Pipeline().judge(try ContentFiles.read(root: content))
            let consultation = try #require(judgement.consultations.first)
            let text = ResponseScaffold.text(consultation.consultation.respondents[1], to: consultation)
            #expect(text.contains("uppdrag:samordna") && text.contains("kapitel:start"))
            let path = "remisser/remiss/svar/skolan.yaml"
            try text.write(toFile: "\(content)/\(path)", atomically: true, encoding: .utf8)
            #expect(try ResponseImport(content: content, judgement: judgement).markReceived(1, of: consultation))
            func found() throws -> [String] { places(Pipeline().judge(try ContentFiles.read(root: content)), except: ["placeholder-left"]) }
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            let empty = lines.indices.filter { ["hållning:", "sammanfattning:"].contains(lines[$0]) }
            #expect(empty.count == 2)
            #expect(try found() == empty.map { "\(path):\($0 + 1):1 [missing-field]" })
            let written = text.replacing("\nhållning:\n", with: "\nhållning: tveksam, tar inte ställning\n").replacing("\nsammanfattning:\n", with: "\nsammanfattning: Skolan har inte sagt mer.\n")
            try written.write(toFile: "\(content)/\(path)", atomically: true, encoding: .utf8)
            #expect(try found() == [])
        }
    }

    private func quoted(_ text: String) -> String { JSONValue.string(text).text(indented: false) }
}
