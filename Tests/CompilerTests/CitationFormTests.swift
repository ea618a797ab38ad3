import Compiler
import Diagnostics
import Foundation
import Model
import Reading
import Rendering
import Testing
import Validating

/// Both forms of citing, in both formats, over whole pages.
@Suite struct CitationFormTests {
    private func pages(_ changes: [String: String?] = [:], notes: Bool = false, allowing rules: [RuleID] = []) throws -> [String: String] {
        var files = changes
        if notes {
            let programme = try #require(Rule.Example.surroundings["program/program.yaml"])
            files["program/program.yaml"] = programme + "källhänvisningar: fotnoter\n"
        }
        let judgement = judge(files)
        let found = places(judgement, except: rules)
        #expect(found == [])
        let rendered = try Pipeline().files(judgement, templates: try Templates.read(from: repository + "/Templates"))
        return Dictionary(uniqueKeysWithValues: rendered.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    }

    private static let start = """
        ---
        titel: Start
        ---
        Ett torg är tryggt [@berg-2015, s. 12–14]. Det säger @andersson-2001 och [se @polisen-2020; @andersson-2001, s. 3].

        Nämnden följer [@kommunallagen, 2 kap. 2 §]. Kommunen styrs av [@kommunallagen, 10 och 11 §§]. Vi utgår från [teorin](teori:tillfalle) och <styrdokument:trygghetsplanen>.

        """

    @Test func `author and year stand in the text, and a law's number only the first time on a page`() throws {
        let pages = try pages(["program/kapitel/start.md": Self.start])
        let html = try #require(pages["program/kapitel-start.html"]).replacing(/<[^>]*>/, with: "")
        #expect(html.contains("tryggt (Berg 2015, s. 12–14)."))
        #expect(html.contains("säger Andersson (2001)"))
        #expect(html.contains("(se Polismyndigheten 2020; Andersson 2001, s. 3)") || html.contains("(se Polisen 2020; Andersson 2001, s. 3)"), "\(html)")
        #expect(html.contains("2 kap. 2 § kommunallagen (2017:725)"))
        #expect(html.contains("10 och 11 §§ kommunallagen") && !html.contains("10 och 11 §§ kommunallagen (2017:725)"))
        let markdown = try #require(pages["program/kapitel-start.md"])
        #expect(markdown.components(separatedBy: "(2017:725)").count == 2)
    }

    @Test func `a law's number is words and never markup, wherever it is placed`() throws {
        let references = try #require(Rule.Example.surroundings["referenser.json"])
        let hostile = references.replacingOccurrences(of: "\"2017:725\"", with: "\"2017:725<img src=x onerror=alert(1)>\"")
        #expect(hostile != references)
        let pages = try pages(["program/kapitel/start.md": Self.start, "referenser.json": hostile], allowing: ["law-citation-form", "cited-law-listed", "law-known"])
        #expect(pages["program/kapitel-start.html"]?.contains("(2017:725&lt;img") == true)
        for (path, text) in pages where path.hasSuffix(".html") || path.hasSuffix(".md") { #expect(!text.contains(/[^\\]<img/), "\(path)") }
    }

    @Test func `in the note form every mark has its note, the notes are numbered as they are read, and each leads back`() throws {
        let pages = try pages(["program/kapitel/start.md": Self.start], notes: true)
        let html = try #require(pages["program/kapitel-start.html"])
        let marks = html.matches(of: /<sup[^>]*><a href="#([^"]*)"[^>]*>([0-9]+)<\/a><\/sup>/)
        #expect(marks.map { String($0.output.2) } == ["1", "2", "3", "4", "5"])
        for mark in marks {
            #expect(html.contains("id=\"\(mark.output.1)\""), "\(mark.output.1)")
            #expect(html.contains("href=\"#\(mark.output.1)-mark\"") && html.contains("id=\"\(mark.output.1)-mark\""))
        }
        let text = html.replacing(/<[^>]*>/, with: "")
        // A name in running text stays there, and its year goes to the note.
        #expect(text.contains("säger Andersson2"))
        #expect(text.contains("Berg 2015, s. 12–14.") && !text.contains("(Berg 2015"))
        let markdown = try #require(pages["program/kapitel-start.md"])
        #expect(markdown.matches(of: /\[\\\[([0-9]+)\\\]\]/).map { String($0.output.1) } == ["1", "2", "3", "4", "5"])
        #expect(markdown.contains("[Berg 2015, s. 12–14](bilaga-kallor.md#kalla-berg-2015)."))
    }

    @Test(arguments: [false, true]) func `a mark stands close to the word before it, and breaks no list or paragraph where there is none`(notes: Bool) throws {
        let text = """
            ---
            titel: Start
            fotnoter:
              - { id: matning, text: Mätt i mars. }
            ---
            Hälften var trasiga [not](fotnot:matning). De andra lyste
            [not](fotnot:matning).

            [not](fotnot:matning) gäller här. Vi utgår från [teorin](teori:tillfalle) och <styrdokument:trygghetsplanen>.

            - [not](fotnot:matning)
            - Ett torg är tryggt [@berg-2015].
            - [@andersson-2001]

            Nämnden följer [@kommunallagen, 2 kap. 2 §] och [@polisen-2020].

            """
        let pages = try pages(["program/kapitel/start.md": text], notes: notes)
        let html = try #require(pages["program/kapitel-start.html"])
        #expect(html.contains("trasiga<sup id=\"kapitel-start--fotnot-matning-mark\"><a href=\"#kapitel-start--fotnot-matning\" aria-label=\"Fotnot 1\">1</a></sup>."))
        #expect(html.contains("lyste<sup><a href=\"#kapitel-start--fotnot-matning\""))
        let markdown = try #require(pages["program/kapitel-start.md"])
        let mark = "[\\[1\\]](#kapitel-start--fotnot-matning)"
        #expect(markdown.contains("trasiga\(mark). De andra lyste\(mark).\n\n\(mark) gäller"), "\(markdown)")
        #expect(markdown.contains("\n  - \(mark)\n  - Ett torg"), "\(markdown)")
        if notes { #expect(markdown.contains("tryggt[\\[2\\]](#kapitel-start--kalla-2).\n  - [\\[3\\]]"), "\(markdown)") }
    }

    @Test(arguments: [false, true]) func `no mark of the work is left, ids stand once and links lead somewhere, in the shipped programme too`(notes: Bool) throws {
        var judgement = Pipeline().judge(try ContentFiles.read(root: repository + "/Content"))
        if notes {
            var texts = Dictionary(uniqueKeysWithValues: judgement.map.files.map { ($0.path, $0.bytes) })
            texts["trygghetsprogram/program.yaml"]! += Array("källhänvisningar: fotnoter\n".utf8)
            judgement = Pipeline().judge(ContentFiles(texts))
        }
        let found = places(judgement)
        #expect(found == [])
        let rendered = try Pipeline().files(judgement, templates: try Templates.read(from: repository + "/Templates"))
        var ids: [String: Set<Substring>] = [:]
        for file in rendered where file.path.hasSuffix(".html") || file.path.hasSuffix(".md") {
            #expect(!file.bytes.contains { $0 < 32 && $0 != 10 && $0 != 9 }, "\(file.path)")
            guard file.path.hasSuffix(".html") else { continue }
            let all = String(decoding: file.bytes, as: UTF8.self).matches(of: /\sid="([^"]*)"/).map(\.output.1)
            ids[file.path] = Set(all)
            #expect(ids[file.path]?.count == all.count, "\(file.path)")
        }
        for file in rendered where file.path.hasSuffix(".html") {
            for match in String(decoding: file.bytes, as: UTF8.self).matches(of: /\shref="#([^"]+)"/) {
                #expect(ids[file.path]?.contains(match.output.1) == true, "\(file.path)#\(match.output.1)")
            }
        }
        #expect(rendered.contains { $0.path == "trygghetsprogram/bilaga-kallor.html" })
        #expect(notes == rendered.contains { $0.path.hasPrefix("trygghetsprogram/kapitel") && String(decoding: $0.bytes, as: UTF8.self).contains("--kalla-1-mark") })
    }

    @Test func `the list of sources leads back to every place, and lists apart what nothing cites`() throws {
        let json = try #require(Rule.Example.surroundings["referenser.json"])
        let more = json.replacingOccurrences(of: "\n]\n", with: ",\n  { \"id\": \"ek-2021\", \"type\": \"book\", \"title\": \"Ociterad\", \"author\": [{ \"family\": \"Ek\", \"given\": \"Eva\" }], \"issued\": { \"date-parts\": [[2021]] } }\n]\n")
        let rendered = try pages(["referenser.json": more, "program/kapitel/start.md": Self.start], allowing: ["reference-cited"])
        let parts = try #require(rendered["program/bilaga-kallor.html"]).components(separatedBy: "Källor som ingen text hänvisar till")
        try #require(parts.count == 2)
        #expect(parts[0].contains("Torg och trygghet") && parts[0].contains("href=\"kapitel-start.html") && !parts[0].contains("Ociterad"))
        #expect(parts[1].contains("Ociterad"))
    }

    @Test func `the appendix counts what the programme has, and not the project's other sources`() throws {
        let json = try #require(Rule.Example.surroundings["referenser.json"])
        let other = ["titel: Annan", "status: utkast", "period: { från: 2026, till: 2029 }", "beslutsinstans: Nämnden", "även: [Inget annat]", "ersätter-inget: Nytt.", "läsordning: [kapitel:inledning]"]
        let rendered = try pages([
            "styrdok.yaml": "namn: Exempel\nspråk: sv\nbedömningsdag: 2026-01-31\ndokument: [program, annan]\nremisser: [remiss]\n", "referenser.json": json,
            "annan/program.yaml": other.joined(separator: "\n") + "\n", "annan/kapitel/inledning.md": "---\ntitel: Inledning\n---\nKommunen arbetar tillsammans.\n",
        ])
        let overview = try #require(rendered["annan/bilaga.md"])
        #expect(overview.contains(": inga källor\n") && overview.contains(": inga teorier\n") && overview.contains(": 1 del av programmet och var den används"))
        #expect(try #require(rendered["program/bilaga.md"]).contains(": 5 källor med länkar"))
    }

    @Test(arguments: [
        ("  till: 2024-05-01\n", "Gäller inte längre den 31 januari 2026, gällde till 1 maj 2024. Gällde bara före programperioden, till 1 maj 2024."),
        ("  till: 2027-05-01\n", "Gäller bara en del av programperioden, till 1 maj 2027."),
        ("  ersatt-av: [styrdokument:styrmodellen]\n", "Ersatt av Kommunens styrmodell."),
    ])
    func `a source that has lapsed, or applies in a part of the period, is marked with the reason`(field: String, mark: String) throws {
        let documents = try #require(Rule.Example.surroundings["program/styrdokument.yaml"])
        let changed = documents.replacingOccurrences(of: "  från: 2018-01-01\n", with: "  från: 2018-01-01\n" + field)
        let judgement = judge(["program/styrdokument.yaml": changed])
        let rendered = try Pipeline().files(judgement, templates: try Templates.read(from: repository + "/Templates"))
        for ending in ["html", "md"] {
            let page = try #require(rendered.first { $0.path == "program/bilaga-kallor.\(ending)" })
            let text = String(decoding: page.bytes, as: UTF8.self).replacing(/<[^>]*>/, with: "")
            let entry = text.split(separator: "\n").first { $0.contains("Kommunallag (") } ?? "–"
            #expect(entry.contains(mark))
        }
    }
}
