import Compiler
import Diagnostics
import Foundation
import Model
import Reading
import Testing
import Validating

/// The edition that was consulted on, reconstructed: the rules find in it what the district administration found by
/// reading.
@Suite struct ConsultedEditionTests {
    private static let edition = "trygghetsprogram-remissversion"
    private static let judgement: Pipeline.Judgement? = (try? ContentFiles.read(root: repository + "/Content")).map { Pipeline(documents: [edition]).judge($0) }

    /// Every wish and objection of the response, the rule that finds its cause, and the words that it points at.
    private static let found: [(viewpoint: String, rule: RuleID, at: String)] = [
        ("V7", "coordination-bounded", "Samordna och leda det lokala arbetet"),
        ("V8", "element-required", "konfliktsteg:vag"),
        ("V8", "chapter-required", "kapitel:mal-och-intressekonflikter"),
        ("V9", "escalation-path-per-party", "roll:polisen"),
        ("V57", "assignment-legal-basis", "Samordna och leda det lokala arbetet"),
        ("V57", "concept-delimited", "Brottsförebyggande arbete"),
        ("V61", "coordination-bounded", "Samordna och leda det lokala arbetet"),
        ("V62", "authority-stated", "Samordna och leda det lokala arbetet"),
        ("V63", "coordination-bounded", "Samordna och leda det lokala arbetet"),
        ("V68", "borrowed-concept-spread", "Utsatt område"),
        ("V69", "borrowed-concept-spread", "Särskilt utsatt område"),
        ("V71", "area-has-measure", "Riktade sociala insatser"),
        ("V72", "forum-per-level", "central"),
        ("V73", "chapter-required", "kapitel:teoretiskt-ramverk"),
        ("V74", "element-required", "teori:rutinaktivitetsteorin"),
        ("V74", "element-required", "teori:broken-windows"),
        ("V74", "element-required", "teori:risk-och-skyddsfaktorer"),
        ("V74", "element-required", "teori:platsaktivering"),
        ("V74", "element-required", "teori:socialt-hallbar-stadsutveckling"),
        ("V74", "area-researched", "Stadsutveckling"),
        ("V75", "theory-only-in-framework", "teori"),
        ("V75", "block-one-kind", "metod"),
        ("V76", "block-sourced", "Teorier"),
        ("V77", "document-retold", "Samverkansöverenskommelsen"),
        ("V78", "chapter-required", "kapitel:andra-styrdokument"),
        ("V80", "element-required", "platsfunktion:samordning"),
        ("V82", "coordination-resourced", "Samordna och leda det lokala arbetet"),
        ("V88", "escalation-path-per-party", "roll:fastighetsagare"),
        ("V96", "element-required", "konflikt:avhopparverksamhet"),
        ("V97", "element-required", "konflikt:ramavtal"),
        ("V99", "element-required", "konflikt:ansvarsgrans"),
        ("V100", "learning-planned", "erfarenhetsutbyte"),
        ("V101", "learning-planned", "utvärdering"),
        ("V103", "learning-planned", "forskning"),
        ("V104", "forum-per-level", "central"),
        ("V107", "area-same-parts", "Stadens offentliga miljö"),
        ("V108", "block-one-kind", "verksamhet"),
        ("V109", "chapter-required", "kapitel:lasanvisning"),
        ("V110", "area-obligations", "Riktade sociala insatser"),
        ("V111", "chapter-required", "kapitel:organiserad-brottslighet"),
        ("V112", "chapter-required", "kapitel:valfardsbedragerier"),
    ]

    @Test(arguments: found)
    func `a wish or objection is found by its rule`(viewpoint: String, rule: RuleID, at text: String) throws {
        let judgement = try #require(Self.judgement)
        let places = judgement.diagnostics.filter { $0.id == rule }.map { judgement.map[$0.range.file].text(in: $0.range) }
        #expect(places.contains { $0.hasPrefix(text) }, "\(rule) finds: \(places)")
        #expect(Rule.all.first { $0.id == rule }?.viewpoints.contains(viewpoint) == true, "\(rule) doesn't say that it answers \(viewpoint)")
    }

    @Test func `every wish and objection of the response is in the table`() throws {
        let response = try #require(Self.judgement?.editions.first?.catalog.consultations.first?.responses.first?.response)
        let asking = response.viewpoints.filter { $0.stance?.value == .requests || $0.stance?.value == .objects }
        let points = Set(asking.compactMap(\.basis?.value).flatMap { $0.split { !$0.isLetter && !$0.isNumber }.map(String.init) })
        #expect(points.count > 30)
        #expect(points.subtracting(Self.found.map(\.viewpoint)).sorted() == [])
    }

    @Test func `nothing of mere form is wrong with it`() throws {
        let judgement = try #require(Self.judgement)
        let form: Set<RuleID> = ["dangling-reference", "unknown-key", "spelling", "law-citation-form", "reading-order-complete"]
        #expect(judgement.diagnostics.filter { form.contains($0.id) }.map(\.message.swedish) == [])
        #expect(judgement.waiting == [])
    }

    @Test func `it is history, judged only when it is named`() throws {
        let files = try ContentFiles.read(root: repository + "/Content")
        #expect(Pipeline().judge(files).diagnostics.isEmpty)
        #expect(Pipeline().judge(files).editions.contains { $0.edition.folder == Self.edition })
    }
}
