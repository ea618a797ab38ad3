import Compiler
import Diagnostics
import Foundation
import Model
import Reading
import Testing
import Validating

/// Another municipality with a profile of its own, and texts that are right.
@Suite struct ProfileAndTextTests {
    private static let almby: [String: String] = {
        let files = (try? ContentFiles.read(root: repository + "/Tests/Fixtures/almby"))?.map.files ?? []
        return Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    }()

    @Test func `a municipality without districts is judged by its own profile`() {
        #expect(Self.almby.count > 10)
        #expect(places(judge([:], on: Self.almby)) == [])
    }

    @Test(arguments: [
        ("    - krav: R4\n      skäl: Kommunen är liten och har ingen skriven styrmodell.\n", "", ["assignment-planned", "assignment-planned"]),
        ("teorier: [teori:narvaro]", "teorier: [teori:narvaro, teori:vanor]", ["element-required"]),
        ("organtyper: [nämnd]", "organtyper: [nämnd, bolag]", ["body-type-assigned"]),
        ("lärande: [utvärdering]", "lärande: [utvärdering, forskning]", ["learning-planned"]),
        ("termer: [klassrum]", "termer: [klassrum, kränkning]", ["term-defined"]),
        ("ord-i-mening: 25", "ord-i-mening: 13", ["sentence-length"]),
        ("externa-parter: [roll:polisen]", "externa-parter: [roll:polisen, roll:regionen]", ["element-required"]),
        ("  perspektiv: [perspektiv:elever]", "  perspektiv: [perspektiv:elever]\n  led: [tillit]", ["stage-covered"]),
    ])
    func `changing the profile changes what is asked, and nothing else`(right: String, wrong: String, rules: [RuleID]) throws {
        let profile = try #require(Self.almby["program/program.yaml"])
        #expect(profile.contains(right))
        let judgement = judge(["program/program.yaml": profile.replacingOccurrences(of: right, with: wrong)], on: Self.almby)
        #expect(judgement.diagnostics.map(\.id) == rules, "\(judgement.diagnostics.map(\.message.swedish))")
    }

    /// Long texts without a mistake. What a rule finds in them all the same stands here, with the reason it is let be.
    private static let explained: [String: [RuleID]] = [:]

    @Test(arguments: ["torget", "lagen", "samtal"])
    func `no rule reports on correct text`(name: String) throws {
        let body = try String(contentsOfFile: repository + "/Tests/Fixtures/texter/\(name).md", encoding: .utf8)
        #expect(body.split(separator: " ").count > 300)
        let chapter = "---\ntitel: Start\n---\nVi utgår från <teori:tillfalle> och <styrdokument:trygghetsplanen>.\n\n" + body
        let judgement = judge(["program/kapitel/start.md": chapter])
        let unexplained = judgement.diagnostics.filter { !(Self.explained[name] ?? []).contains($0.id) }
        #expect(unexplained.map { "\($0.id): \($0.message.swedish)" } == [])
    }

    @Test func `the day decides which law applies`() throws {
        let files = try ContentFiles.read(root: repository + "/Content")
        let before = Pipeline(asOf: PartialDate(authored: "2022-01-01")).judge(files)
        #expect(Set(before.diagnostics.map(\.id)) == ["assignment-on-law-in-force", "lapsed-law-told"])
        let later = Pipeline(asOf: PartialDate(authored: "2028-03-01")).judge(files)
        #expect(Set(later.diagnostics.map(\.id)) == ["research-current"])
    }
}
