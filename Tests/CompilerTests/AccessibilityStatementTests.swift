import Compiler
import Model
import Rendering
import Testing

@Suite struct AccessibilityStatementTests {
    private static let project = "namn: Prov\ndokument: [program]\n"

    private func files(_ statement: String) throws -> [String: String] {
        let judgement = judge(["styrdok.yaml": Self.project + statement])
        #expect(places(judgement) == [])
        let files = try Pipeline().files(judgement, templates: .read(from: repository + "/Templates"))
        return Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    }

    @Test func `what the law asks for and nobody has said is marked as missing`() throws {
        let files = try files("tillgänglighet:\n  tjänst: Program på webben\n")
        let page = try #require(files["tillganglighetsredogorelse.html"])
        // Organisation, conformance, contact, shortcomings, method and two dates.
        #expect(page.ranges(of: "<span class=\"saknas\">uppgift saknas</span>").count == 7)
        #expect(page.contains("https://www.digg.se/tdosanmalan"))
        #expect(files["index.html"]?.contains("href=\"tillganglighetsredogorelse.html\"") == true)
        #expect(try #require(files["cms/tillganglighetsredogorelse.html"]).hasPrefix("<div class=\"styrdok\" lang=\"sv\">\n<h2>Tillgänglighetsredogörelse</h2>"))
    }

    @Test func `every fact that is given is told`() throws {
        let page = try #require(
            try files(
                """
                cms-rubriknivå: 3
                tillgänglighet:
                  organisation: Almby kommun
                  tjänst: Almbys program
                  förenlighet: delvis förenlig
                  kontakt: { webb: "https://almby.se/rapportera", e-post: kommun@almby.se, telefon: 012-34 56 }
                  brister: [{ vad: En karta saknar text., krav: WCAG 1.1.1, åtgärdas: 2027-01 }]
                  oskäligt-betungande: [Inskannade bilagor.]
                  omfattas-inte: [Kartan.]
                  metod: Självskattning
                  bedömd: 2026-01-15
                  uppdaterad: 2026-01-31

                """)["tillganglighetsredogorelse.md"])
        for fact in [
            "Almby kommun står bakom Almbys program", "**delvis förenlig**", "https://almby.se/rapportera", "<kommun@almby.se>", "012-34 56",
            "En karta saknar text. (WCAG 1.1.1). Åtgärdas senast: januari 2027.", "Inskannade bilagor.", "Kartan.", "Självskattning", "15 januari 2026", "31 januari 2026",
        ] { #expect(page.contains(fact), "\(fact)") }
        #expect(!page.contains("uppgift saknas"))
    }

    @Test func `no statement is written where the project says nothing of it`() throws {
        #expect(try files("").keys.contains { $0.contains("redogorelse") } == false)
    }

    @Test func `a value that can't be right is told where it stands`() {
        let judgement = judge(["styrdok.yaml": Self.project + "cms-rubriknivå: 1\ntillgänglighet:\n  förenlighet: nästan\n  bedömd: 15/1\n  kontakt: { webb: almby.se, e-post: almby }\n"])
        #expect(places(judgement) == ["styrdok.yaml:3:17 [unknown-value]", "styrdok.yaml:5:16 [unknown-value]", "styrdok.yaml:6:11 [unknown-value]", "styrdok.yaml:7:20 [unknown-value]", "styrdok.yaml:7:38 [unknown-value]"])
    }
}
