import Compiler
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
                let plain = files.mapValues { $0.replacingOccurrences(of: "↓", with: "") }
                #expect(places(judge(plain, day: example.day), except: example.allowed) == ["\(marked.key):\(place(in: marked.value)) [\(id)]"])
            }
        }
    }

    @Test(arguments: ReadingFault.all.filter { !$0.examples.isEmpty }.map(\.id.rawValue))
    func `what is found before any rule is explained with what gives it, exactly at the mark`(id: String) throws {
        let fault = try #require(ReadingFault.all.first { $0.id.rawValue == id })
        for example in fault.examples {
            let marked = try #require(example.files.first { $0.value.contains("↓") })
            let found = places(judge(example.files.mapValues { $0.replacingOccurrences(of: "↓", with: "") }))
            #expect(found.contains("\(marked.key):\(place(in: marked.value)) [\(id)]"), "\(found)")
        }
    }

    /// Read off the code, since the identifiers stand where they are found.
    @Test func `every identifier that the code tells of can be asked for`() throws {
        let known = Set(Rule.all.map(\.id.rawValue) + ReadingFault.all.map(\.id.rawValue))
        let told = /(?:Diagnostic|report|finding)\(\s*"([a-z0-9]+(?:-[a-z0-9]+)+)"/
        let folders = ["Reading", "Resolving", "Model", "Compiler"].map { repository + "/Sources/" + $0 }
        let texts = try folders.flatMap { folder in
            try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".swift") }.map { try String(contentsOfFile: folder + "/" + $0, encoding: .utf8) }
        }
        let ids = Set(texts.flatMap { $0.matches(of: told).map { String($0.1) } })
        #expect(ids.count > 25)
        #expect(ids.subtracting(known).isEmpty, "\(ids.subtracting(known).sorted())")
    }

    @Test func `every file of Rules is in the list`() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: repository + "/Sources/Validating/Rules")
        #expect(files.count == Rule.all.count)
    }

    /// Line and column of the mark ↓.
    private func place(in text: String) -> String {
        let before = text.prefix { $0 != "↓" }
        let column = (before.split(separator: "\n", omittingEmptySubsequences: false).last?.unicodeScalars.count ?? 0) + 1
        return "\(before.count { $0 == "\n" } + 1):\(column)"
    }

    /// A comment of å, ä and ö before the text: positions must count characters, not bytes.
    private func prefixed(_ text: String) -> String {
        if text.hasPrefix("---\n") { return "---\n# åäö\n" + text.dropFirst(4) }
        return text.hasPrefix("[") ? text : "# åäö\n" + text
    }
}
