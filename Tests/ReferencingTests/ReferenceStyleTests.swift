import Compiler
import Diagnostics
import Foundation
import Model
import Reading
import Rendering
import Testing

import Referencing

/// The behaviours of references in Swedish public documents, on the real entries.
@Suite struct ReferenceStyleTests {
    private static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    private static func read(_ json: [UInt8]) -> [BibliographyEntry] {
        BibliographyFile.read(SourceText(path: "referenser.json", bytes: json)).value
    }

    private static let wording: Wording? = (try? Templates.read(from: repository + "/Templates")).flatMap { try? Wording($0.wording) }
    private static let all = read(Array(FileManager.default.contents(atPath: repository + "/Tests/Fixtures/referenser-117.json") ?? Data()))

    /// Styles over some entries, and the number of the one with the key.
    private struct Styles {
        let entries: [BibliographyEntry]
        let citations: CitationStyle
        let list: BibliographyStyle

        init(_ entries: [BibliographyEntry] = ReferenceStyleTests.all) throws {
            let wording = try #require(ReferenceStyleTests.wording)
            self.entries = entries
            citations = CitationStyle(entries, wording)
            list = BibliographyStyle(wording)
        }

        func id(_ key: String) throws -> EntryID { EntryID(try #require(entries.firstIndex { $0.key.value == key })) }
        func cite(_ key: String, _ place: String = "") throws -> String { citations.parenthetical(try id(key), locator: place).full }
        func say(_ key: String, _ place: String = "") throws -> String { citations.narrative(try id(key), locator: place).full }
        func entry(_ key: String) throws -> String {
            let id = try id(key)
            return list.plainText(entries[id.index], year: citations.year(id))
        }
        func order(_ keys: [String]) throws -> [String] {
            list.grouped(try keys.map { let id = try id($0); return (id, entries[id.index], citations.year(id)) }).flatMap(\.members).map { entries[$0.index].key.value }
        }
    }

    private func styles(_ json: String) throws -> Styles { try Styles(Self.read(Array(json.utf8))) }

    private func person(_ family: String, _ given: String, _ year: Int, _ title: String = "Bok", more: String = "") -> String {
        #"{"id":"\#(family)-\#(given)-\#(year)-\#(title)","type":"book","title":"\#(title)","author":[{"family":"\#(family)","given":"\#(given)"}],"issued":{"date-parts":[[\#(year)]]}\#(more)}"#
    }

    @Test func `1 the list is in Swedish order`() throws {
        let names = ["Öberg", "Wallin", "Åkesson", "Zetterberg", "Vestman", "Ängström", "Müller", "Myhr"]
        let styles = try styles("[" + names.map { person($0, "A.", 2000) }.joined(separator: ",") + "]")
        let order = try styles.order(styles.entries.map(\.key.value)).map { String($0.prefix { $0 != "-" }) }
        #expect(order == ["Myhr", "Müller", "Vestman", "Wallin", "Zetterberg", "Åkesson", "Ängström", "Öberg"])
    }

    @Test(arguments: [
        ("s. 12", "s. 12"), ("12", "s. 12"), ("s. 12-14", "s. 12–14"), ("pp. 12-14", "s. 12–14"), ("12, 15", "s. 12, 15"), ("2 kap. 3 §", "2 kap. 3 §"),
        ("2 kap 3 §", "2 kap. 3 §"), ("3-5 §§", "3–5 §§"), ("3-5 §", "3–5 §§"), ("§ 3", "3 §"), ("10 och 11 §", "10 och 11 §§"), ("5 eller 6 §§", "5 eller 6 §"),
        ("avsnitt 4", "avsnitt 4"), ("kap. 2", "2 kap."),
    ])
    func `2 places are written as in Swedish`(written: String, expected: String) {
        #expect(Locator.text(written, page: "s.") == expected)
    }

    @Test func `3 laws have their number at first mention, and are called by name`() throws {
        let styles = try Styles()
        #expect(try styles.cite("kommunallagen", "2 kap. 2 §") == "2 kap. 2 § kommunallagen (2017:725)")
        #expect(styles.citations.parenthetical(try styles.id("kommunallagen"), locator: "2 kap. 2 §").plain == "2 kap. 2 § kommunallagen")
        #expect(try styles.cite("lou", "10 och 11 §§") == "10 och 11 §§ lagen (2016:1145) om offentlig upphandling")
        #expect(styles.citations.parenthetical(try styles.id("lou"), locator: "").plain == "lagen om offentlig upphandling")
        #expect(try styles.cite("regeringsformen", "2 kap. 1 §") == "2 kap. 1 § regeringsformen")
        #expect(try styles.cite("miljobalken", "7 kap.") == "7 kap. miljöbalken")
        #expect(try styles.cite("osl") == "offentlighets- och sekretesslagen (2009:400)")
        for law in Self.all where law.type == "legislation" {
            let written = try styles.cite(law.key.value) + styles.entry(law.key.value)
            #expect(!written.contains("SFS"))
        }
    }

    @Test(arguments: [
        ("prop-2022-23-43", "prop. 2022/23:43, s. 12"), ("sou-2021-49", "SOU 2021:49, s. 12"), ("dir-2019-94", "dir. 2019:94, s. 12"), ("skr-2023-24-67", "skr. 2023/24:67, s. 12"),
    ])
    func `4 preparatory works are led by their series`(key: String, expected: String) throws {
        #expect(try Styles().cite(key, "s. 12") == expected)
        #expect(try Styles().entry(key).hasPrefix(expected.prefix(1).uppercased() + expected.dropFirst().prefix { $0 != "," } + "."))
    }

    @Test func `4 committee reports and departmental series too`() throws {
        let styles = try styles(
            #"[{"id":"a","type":"report","title":"Betänkande","number":"Bet. 2018/19:KU21"},{"id":"b","type":"report","title":"Promemoria","number":"Ds 2020:1"}]"#)
        #expect(try styles.cite("a") == "bet. 2018/19:KU21")
        #expect(try styles.cite("b") == "Ds 2020:1")
    }

    @Test func `5 author and year, with m.fl. from the third, och in text and & in parentheses`() throws {
        let styles = try Styles()
        #expect(try styles.cite("cohen-felson-1979", "s. 589") == "Cohen & Felson 1979, s. 589")
        #expect(try styles.say("cohen-felson-1979") == "Cohen och Felson (1979)")
        #expect(try styles.cite("braga-welsh-schnell-2015") == "Braga m.fl. 2015")
        #expect(try styles.say("clarke-1995", "s. 91") == "Clarke (1995, s. 91)")
    }

    @Test func `6 the same name and year get letters in the order of the list, and namesakes their initials`() throws {
        let same = try styles("[" + [person("Dahl", "D.", 2020, "Öar"), person("Dahl", "D.", 2020, "Ankor")].joined(separator: ",") + "]")
        #expect(try same.cite("Dahl-D.-2020-Ankor") == "Dahl 2020a")
        #expect(try same.cite("Dahl-D.-2020-Öar") == "Dahl 2020b")
        #expect(try same.order(same.entries.map(\.key.value)) == ["Dahl-D.-2020-Ankor", "Dahl-D.-2020-Öar"])
        let namesakes = try styles("[" + [person("Berg", "Anna", 2020), person("Berg", "Åsa", 2020)].joined(separator: ",") + "]")
        #expect(try namesakes.cite("Berg-Anna-2020-Bok") == "A. Berg 2020")
        #expect(try namesakes.cite("Berg-Åsa-2020-Bok") == "Å. Berg 2020")
        #expect(try Styles().cite("braga-weisburd-turchan-2019") == "Braga m.fl. 2019a")
    }

    @Test func `7 bodies are whole and particles as written`() throws {
        #expect(try Styles().cite("polisen-utsatta-omraden") == "Polismyndigheten u.å.")
        let styles = try styles(#"[{"id":"a","type":"book","title":"Bok","author":[{"family":"Sydow","given":"Björn","non-dropping-particle":"von"}],"issued":{"date-parts":[[2001]]}}]"#)
        #expect(try styles.cite("a") == "von Sydow 2001")
        #expect(try styles.entry("a") == "von Sydow, B. (2001). Bok.")
    }

    @Test func `8 no date, whole dates, ranges`() throws {
        #expect(try Styles().entry("polisen-utsatta-omraden").contains("(u.å.)"))
        #expect(PartialDate(authored: "2024-03-08")?.text == "8 mars 2024")
        #expect(try Styles().entry("cohen-felson-1979").contains("s. 588–608"))
        let styles = try styles(#"[{"id":"a","type":"webpage","title":"Sida","author":[{"literal":"Sala kommun"}],"issued":{"date-parts":[[2018],[2021]]},"accessed":{"date-parts":[[2024,3,8]]},"URL":"https://sala.se/x"}]"#)
        #expect(try styles.entry("a") == "Sala kommun (2018–2021). Sida. sala.se (hämtad 8 mars 2024)")
        #expect(try styles.cite("a") == "Sala kommun 2018–2021")
    }

    @Test func `all 117 entries read as they were last read by a person`() throws {
        let wording = try #require(Self.wording)
        let table = ReferenceTable.markdown(Self.all, wording)
        #expect(Self.all.count == 117)
        #expect(try String(contentsOfFile: Self.repository + "/Tests/Fixtures/referenser-117.md", encoding: .utf8) == table)
        for line in table.split(separator: "\n") where line.hasPrefix("- I ") {
            for wrong in ["..", ",,", "()", "( ", " )", " ,", " .", "  ", ". ,", "?.", "!.", "[]"] { #expect(!line.contains(wrong), "\(line)") }
        }
        for entry in Self.all where entry.language.hasPrefix("sv") {
            let text = try Styles().entry(entry.key.value)
            for english in [" and ", " et al", " ed.", " eds", " pp.", " vol.", "n.d.", " in:", "Retrieved", "edition"] { #expect(!text.contains(english), "\(text)") }
        }
    }

    @Test(arguments: [
        ("{upphov", "{ saknar }"), ("[a", "[ saknar ]"), ("*a", "* saknar"), ("{fel}", "finns inte"), ("a]", "står ensamt"),
    ])
    func `a form that can't be read is told`(form: String, what: String) {
        do throws(WordingTemplate.Mistake) {
            _ = try WordingTemplate(form, knowing: Wording.fields)
            Issue.record("\(form) blev läst")
        } catch {
            #expect(error.what.contains(what))
        }
    }

    @Test func `an empty part goes, an alternative stands in, and no mark comes twice`() throws {
        let template = try WordingTemplate("[{upphov} ({år}). *{titel}*|*{titel}* ({år})].[ {förlag}.]", knowing: Wording.fields)
        func text(_ values: [String: String]) -> String {
            template.inlines { values[$0].map { [.text($0)] } }.map { inline in
                if case .text(let text) = inline { text } else if case .emphasis(let inner) = inline, case .text(let text)? = inner.first { text } else { "" }
            }.joined()
        }
        #expect(text(["upphov": "Ek, E.", "år": "2001", "titel": "Vad är brott?", "förlag": "Gothia"]) == "Ek, E. (2001). Vad är brott? Gothia.")
        #expect(text(["år": "2001", "titel": "Plan"]) == "Plan (2001).")
    }
}
