import Compiler
import Diagnostics
import Foundation
import Model
import Reading
import Referencing
import Testing
import Tools

/// References in and out; BibTeX goes through the real pandoc.
@Suite struct ReferenceExchangeTests {
    private let there = """
        [
          { "id": "cohen-felson-1979",  "type": "article-journal", "title": "Social Change and Crime Rate Trends",
            "author": [{ "family": "Cohen", "given": "Lawrence E." }, { "family": "Felson", "given": "Marcus" }],
            "issued": { "date-parts": [[1979]] } },
          { "id": "bra-2020", "type": "report", "title": "Orsaker till brott", "author": [{ "literal": "Brå" }], "issued": { "date-parts": [[2020]] } }
        ]

        """

    private func records(_ json: String) throws -> [ReferenceRecord] { try #require(ReferenceRecord.read(json: Array(json.utf8))) }

    private func merge(_ incoming: [ReferenceRecord]) throws -> (changes: [ReferenceMerge.Change], text: String) {
        let existing = try records(there)
        let merge = ReferenceMerge(incoming, into: existing)
        return (merge.changes, ReferenceExchange.text(merge, of: existing, in: SourceText(path: "referenser.json", bytes: Array(there.utf8))))
    }

    @Test func `a new work is added after the others, which keep every byte`() throws {
        let (changes, text) = try merge(try records(#"[{"id": "ek-2021", "type": "book", "title": "Torg", "issued": {"date-parts": [[2021]]}}]"#))
        #expect(changes == [.added(key: "ek-2021")])
        #expect(text.hasPrefix(there.prefix { $0 != "]" }.prefix(400)))
        #expect(try records(text).map(\.id) == ["cohen-felson-1979", "bra-2020", "ek-2021"])
    }

    @Test func `the same work under another key gets the facts it lacked, and keeps what it said`() throws {
        let (changes, text) = try merge(
            try records(
                #"[{"id": "Cohen79", "type": "article-journal", "title": "Social change and crime rate trends", "author": [{"family": "Cohen", "given": "L."}], "issued": {"date-parts": [[1979]]}, "DOI": "10.2307/2094589"}]"#
            ))
        #expect(changes == [.completed(key: "cohen-felson-1979", with: ["DOI"]), .differs(key: "cohen-felson-1979", fields: ["author", "title"])])
        let merged = try records(text)
        #expect(merged.count == 2)
        #expect(merged[0].text("DOI") == "10.2307/2094589" && merged[0].text("title") == "Social Change and Crime Rate Trends")
        #expect(text.contains(#"{ "id": "bra-2020", "type": "report""#))
    }

    @Test func `a key that another work has gets a number, and what is known is left`() throws {
        let (changes, text) = try merge(
            try records(
                #"[{"id": "bra-2020", "type": "report", "title": "Något annat"}, {"id": "x", "type": "report", "title": "Orsaker till brott", "author": [{"literal": "Brå"}], "issued": {"date-parts": [[2020]]}}]"#
            ))
        #expect(changes == [.addedAs(key: "bra-2020-2", wanted: "bra-2020"), .known(key: "bra-2020")])
        #expect(try records(text).count == 3)
    }

    @Test func `taking in the same file twice changes nothing the second time`() throws {
        let new = try records(#"[{"id": "ek-2021", "type": "book", "title": "Torg"}]"#)
        let existing = try records(there)
        let once = ReferenceMerge(new, into: existing)
        #expect(ReferenceMerge(new, into: once.records).records == once.records)
    }

    @Test func `BibTeX comes in by pandoc with accents, particles, bodies and pages`() throws {
        let bib = #"""
            @article{akerstrom2010, author = {{\AA}kerstr{\"o}m, Malin and von Sydow, Åsa}, title = {Brott och ordning}, journal = {Tidskrift}, year = {2010}, pages = {12--14}, doi = {10.1000/1}}
            @report{bra2019, author = {{Brottsförebyggande rådet}}, title = {Rapport}, date = {2019-03-08}, type = {techreport}, institution = {Brå}}
            """#
        let read = try ReferenceExchange.read(Array(bib.utf8), ending: "bib")
        let (changes, text) = try merge(read)
        #expect(changes == [.added(key: "akerstrom2010"), .added(key: "bra2019")])
        let entries = BibliographyFile.read(SourceText(path: "r.json", bytes: Array(text.utf8)))
        #expect(entries.diagnostics.filter { $0.severity == .error }.isEmpty)
        #expect(entries.value[2].authors.map(\.family) == ["Åkerström", "Sydow"] && entries.value[2].authors[1].particle == "von")
        #expect(entries.value[2].page == "12-14" && entries.value[2].doi == "10.1000/1")
        #expect(entries.value[3].authors.first?.literal == "Brottsförebyggande rådet" && entries.value[3].issued?.month == 3)
    }

    @Test func `what goes out as BibTeX comes back as the same works`() throws {
        let out = try ReferenceExchange.bibtex(there)
        #expect(out.contains("Felson"))
        let (changes, _) = try merge(try ReferenceExchange.read(Array(out.utf8), ending: "bib"))
        #expect(changes.allSatisfy { if case .added = $0 { false } else { true } })
    }

    @Test func `RIS comes in, and tags that have no place are kept`() throws {
        let ris = """
            TY  - JOUR
            AU  - Öberg, Åsa
            AU  - Polismyndigheten
            TI  - Torg
            PY  - 2019/03/08/
            SP  - 12
            EP  - 14
            JO  - Tidskriften
            SN  - 1234-5678
            U1  - egen uppgift
            ER  - 

            """
        let record = try #require(try ReferenceExchange.read(Array(ris.utf8), ending: "ris").first)
        let entry = try #require(ReferenceMerge([record], into: []).records.first)
        #expect(entry.id == "oberg-2019" && entry.text("type") == "article-journal" && entry.text("page") == "12-14" && entry.text("ISSN") == "1234-5678")
        #expect(entry.fields["issued"] == .object([("date-parts", .array([.array([.integer(2019), .integer(3), .integer(8)])]))]))
        #expect(entry.fields["custom"] == .object([("ris-U1", .string("egen uppgift"))]))
    }

    @Test(arguments: [
        ("AU  - Öberg\n", "ris", "rad 1: posten börjar inte med ”TY  -”."),
        ("hej\n", "ris", "rad 1: raden börjar inte med två bokstäver och bindestreck, som ”TY  - JOUR”."),
        ("x", "docx", "filen har ingen känd ändelse. Det går att hämta in .bib, .ris och .json."),
    ])
    func `a file that can't be taken says why`(text: String, ending: String, why: String) {
        #expect(throws: ReferenceExchange.Failure.unreadable(why)) { try ReferenceExchange.read(Array(text.utf8), ending: ending) }
    }

    @Test func `a tool that is missing, slow or fails is told, and nothing hangs`() {
        #expect(throws: ReferenceExchange.Failure.tool(.missing("finns-inte"))) {
            try ReferenceExchange.read(Array("@book{a}".utf8), ending: "bib", pandoc: ExternalTool("finns-inte"))
        }
        #expect(throws: ExternalTool.Failure.slow("sleep", seconds: 1)) { try ExternalTool("sleep", seconds: 1).run(["20"], input: []) }
        #expect(throws: ExternalTool.Failure.failed("sh", said: "trasig\n")) { try ExternalTool("sh").run(["-c", "echo trasig >&2; exit 3"], input: [1]) }
    }

    @Test func `a tool that says much before it has heard all is heard to the end`() throws {
        let input = [UInt8](repeating: 65, count: 4_000_000)
        #expect(try ExternalTool("cat").run([], input: input) == input)
    }

    @Test func `only what something cites goes out`() throws {
        let judgement = judge([:])
        let file = try #require(judgement.map.files.first { $0.path == "referenser.json" })
        let cited = try records(ReferenceExchange.cited(judgement.editions, in: file)).map(\.id)
        #expect(cited.contains("andersson-2001"))
        let more = SourceText(path: "referenser.json", bytes: Array((String(decoding: file.bytes, as: UTF8.self).dropLast(3) + #", {"id": "ociterad", "type": "book"}]"#).utf8))
        let judged = judge(["referenser.json": String(decoding: more.bytes, as: UTF8.self)])
        #expect(judged.editions.first?.catalog.bibliography.count == cited.count + 1)
        #expect(try records(ReferenceExchange.cited(judged.editions, in: more)).map(\.id) == cited)
    }

    @Test func `another style comes from pandoc`() throws {
        let style = """
            <style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>t</title><id>t</id><updated>2020-01-01T00:00:00Z</updated></info>
            <citation><layout><text variable="title"/></layout></citation><bibliography><layout><text variable="title" prefix="Titel: "/></layout></bibliography></style>
            """
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).csl").path
        try style.write(toFile: path, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(try ReferenceExchange.list(there, style: path).contains("Titel: Orsaker till brott"))
    }
}

/// Bibliographies that people break by hand.
@Suite struct BrokenBibliographyTests {
    private func findings(_ json: String) -> [String] {
        places(judge(["referenser.json": json])).filter { $0.hasPrefix("referenser.json") }
    }

    private let others = """
          { "id": "andersson-2001", "type": "book", "title": "Om brott", "author": [{ "family": "Andersson", "given": "Ada" }], "issued": { "date-parts": [[2001]] } },
          { "id": "berg-2015", "type": "article-journal", "title": "Torg och trygghet", "container-title": "Tidskrift för trygghet", "author": [{ "family": "Berg", "given": "Bo" }], "issued": { "date-parts": [[2015]] } },
          { "id": "exempelkommun-2020", "type": "report", "title": "Plan för trygghet", "author": [{ "literal": "Exempelkommun" }], "issued": { "date-parts": [[2020]] } },
          { "id": "kommunallagen", "type": "legislation", "title": "Kommunallag", "number": "2017:725", "issued": { "date-parts": [[2017]] } },
        """

    /// The last entry stands on the sixth line.
    private func with(_ entry: String) -> [String] { findings("[\n" + others + "\n  " + entry + "\n]\n") }

    private func polisen(_ more: String) -> String {
        #"{ "id": "polisen-2020", "type": "report", "title": "Lägesbild", "author": [{ "literal": "Polismyndigheten" }], \#(more) }"#
    }

    @Test func `an entry that is right has no finding`() {
        #expect(with(polisen(#""issued": { "date-parts": [[2020]] }"#)) == [])
        #expect(with(polisen(#""issued": { "date-parts": [["2020", "5"]] }"#)) == [])
        #expect(with(polisen(#""issued": "2020-05""#)) == [])
        #expect(with(polisen(#""issued": { "raw": "2020-05-30" }"#)) == [])
    }

    /// The findings of a last entry in which ↓ marks the place that is told; it is the sixth line.
    private func told(_ entry: String) -> Bool {
        let column = entry.prefix { $0 != "↓" }.unicodeScalars.count + 3
        return with(entry.replacingOccurrences(of: "↓", with: "")).map { String($0.prefix { $0 != " " }) } == ["referenser.json:6:\(column)"]
    }

    @Test(arguments: [
        #""issued": { "date-parts": [↓["i våras"]] }"#, #""issued": { "date-parts": [↓[2020, 13]] }"#, #""issued": { "date-parts": ↓2020 }"#, #""issued": ↓[2020]"#,
        #""issued": { "literal": "↓nyligen" }"#, #""issued": "↓nyligen""#, #""issued": { "date-parts": [[2020]] }, "editor": [↓7]"#,
        #""issued": { "date-parts": [[2020]] }, "editor": "↓Polisen""#, #""issued": { "date-parts": [[2020]] }, "DOI": ↓["10.1"]"#,
    ])
    func `a value that can't be read is told once, at its place`(field: String) {
        #expect(told(polisen(field)), "\(with(polisen(field.replacingOccurrences(of: "↓", with: ""))))")
    }

    @Test func `wrong shapes are told at their place`() {
        #expect(told(#"{ "id": "polisen-2020", "type": "report", "title": ↓["Lägesbild"], "author": [{ "literal": "P" }], "issued": { "date-parts": [[2020]] } }"#))
        #expect(with("7").contains("referenser.json:6:3 [wrong-shape]"))
        #expect(with(#"{ "type": "book" }"#).contains("referenser.json:6:3 [missing-field]"))
        #expect(findings("{}").first == "referenser.json:1:1 [wrong-shape]")
        #expect(findings("[\n  {").contains { $0.hasPrefix("referenser.json:2:") || $0.hasPrefix("referenser.json:3:") })
    }

    @Test func `a title that is a number, and an empty name, are told`() {
        #expect(told(#"{ "id": "polisen-2020", "type": "report", "title": ↓5, "author": [{ "literal": "P" }], "issued": { "date-parts": [[2020]] } }"#))
        #expect(!with(#"{ "id": "polisen-2020", "type": "report", "title": "1984", "author": [{ "literal": "P" }], "issued": { "date-parts": [[2020]] } }"#).contains { $0.contains("wrong-shape") })
        #expect(told(polisen(#""issued": { "date-parts": [[2020]] }, "editor": [↓{}]"#)))
    }

    @Test func `a file that is imported is told with places, and with types that no style knows`() throws {
        func findings(_ text: String) -> [String] {
            ReferenceExchange.findings(in: SourceText(path: "d.json", bytes: Array(text.utf8))).map(\.id.rawValue)
        }
        #expect(findings(#"[ { "id": "a", "type": "boook", "title": "A", "author": "B" } ]"#) == ["reference-type-known", "wrong-shape"])
        #expect(findings("[ { ") == ["bad-yaml"])
        #expect(findings("{}") == ["wrong-shape"] && findings("[1]") == ["wrong-shape"])
        #expect(throws: ReferenceExchange.Failure.self) { try ReferenceExchange.read(Array(#"[ { "id": "a", "type": "boook" } ]"#.utf8), ending: "json") }
    }

    @Test func `emoji, right-to-left names and five thousand authors are read`() throws {
        let authors = (0..<5_000).map { #"{ "family": "Namn\#($0)", "given": "أحمد 🌳" }"# }.joined(separator: ", ")
        let judgement = judge(["referenser.json": "[\n\(others)\n  { \"id\": \"polisen-2020\", \"type\": \"report\", \"title\": \"مدينة 🌳\", \"author\": [\(authors)], \"issued\": { \"date-parts\": [[2020]] } }\n]\n"])
        #expect(places(judgement) == [])
        let entry = try #require(judgement.editions.first?.catalog.bibliography.last)
        #expect(entry.authors.count == 5_000 && entry.title == "مدينة 🌳")
    }
}
