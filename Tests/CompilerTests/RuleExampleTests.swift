import Diagnostics
import Foundation
import Testing
import Validating

/// Every rule's own examples, pushed through real reading and resolving.
@Suite struct RuleExampleTests {
    @Test(arguments: Rule.all.map(\.id.rawValue))
    func `accepted examples are clean, and so with a prefix of åäö`(id: String) throws {
        let rule = try #require(Rule.all.first { $0.id.rawValue == id })
        #expect(!rule.accepts.isEmpty)
        for example in rule.accepts {
            for files in [example.files, example.files.mapValues { prefixed($0) }] {
                let judgement = judge(files, day: example.day)
                #expect(places(judgement, except: example.allowed) == [], "\(id): \(judgement.diagnostics.map(\.message.swedish))")
            }
        }
    }

    @Test(arguments: Rule.all.map(\.id.rawValue))
    func `rejected examples give one finding of the rule, exactly at the mark`(id: String) throws {
        let rule = try #require(Rule.all.first { $0.id.rawValue == id })
        #expect(!rule.rejects.isEmpty)
        for example in rule.rejects {
            for files in [example.files, example.files.mapValues { prefixed($0) }] {
                let marked = try #require(files.first { $0.value.contains("↓") })
                let before = marked.value.prefix { $0 != "↓" }
                let line = before.count { $0 == "\n" } + 1
                let column = (before.split(separator: "\n", omittingEmptySubsequences: false).last?.unicodeScalars.count ?? 0) + 1
                let plain = files.mapValues { $0.replacingOccurrences(of: "↓", with: "") }
                #expect(places(judge(plain, day: example.day), except: example.allowed) == ["\(marked.key):\(line):\(column) [\(id)]"])
            }
        }
    }

    @Test func `every file of Rules is in the list`() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: repository + "/Sources/Validating/Rules")
        #expect(files.count == Rule.all.count)
    }

    /// A comment of å, ä and ö before the text: positions must count characters, not bytes.
    private func prefixed(_ text: String) -> String {
        if text.hasPrefix("---\n") { return "---\n# åäö\n" + text.dropFirst(4) }
        return text.hasPrefix("[") ? text : "# åäö\n" + text
    }
}
