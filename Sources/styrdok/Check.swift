import ArgumentParser
import Compiler
import Diagnostics
import Foundation

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Läser och granskar innehållet. Skriver inga filer, om inte --report anges.")

    @OptionGroup var options: ContentOptions
    @OptionGroup var places: OutputOptions

    @Flag(help: "Skriv en granskningsrapport i mappen granskning bland utdata, även när det finns fel.")
    var report = false

    @Flag(help: "Gör de rättelser som är säkra i filerna, och visa vad som ändrades.")
    var fix = false

    func run() throws {
        let clock = Clock()
        let content = try options.place.folder()
        if fix { try applyFixes(in: content) }
        let memory = report ? nil : RunMemory(Self.memory(of: options), read: [content])
        switch memory?.recall() {
        case .same(let outcome): Said.again(outcome, clock)
        case .edited(let edit):
            if let edited = options.pipeline.editedChapters(edit.files, in: content, left: edit.left) {
                memory?.remember(edit, leaving: edited.left())
                Said.again(edit.outcome, clock)
            }
        case nil: break
        }
        let (pipeline, judgement, said) = try options.judge(content, clock: clock)
        let told = Self.told(judgement.map.files.count)
        say("\(summary(judgement)). \(told) på \(clock.elapsed).")
        let code = judgement.fails(strict: options.strict) ? Exit.findings : .success
        memory?.remember(said.outcome(summary(judgement), doing: told, code), leaving: judgement.left())
        if report {
            let target = places.target(beside: content)
            try reportingFailures(in: target) {
                let result = try pipeline.report(judgement, templates: try .read(from: places.templateFolder(beside: content)), to: target)
                say("Rapporten står i \(target)/granskning: \(filesTold(result)).")
            }
        }
        leave(code, keeping: judgement)
    }
}

extension Check {
    /// What its outcome depends on beside the files.
    static func memory(of options: ContentOptions) -> [String] { ["check"] + options.identity }

    static func told(_ files: Int) -> String { "\(files) \(files == 1 ? "fil granskad" : "filer granskade")" }

    /// One mended mistake may bring another to light; a few rounds find them all.
    private static let mostRounds = 5

    private func applyFixes(in content: String) throws {
        var count = 0
        for _ in 0..<Self.mostRounds {
            let judgement = options.pipeline.judge(try options.read(content))
            let applied: FixApplication
            do {
                applied = try FixApplication(judgement.diagnostics, map: judgement.map, content: content)
            } catch {
                say("En rättelse gick inte att skriva: \(error.localizedDescription)")
                throw Exit.environment
            }
            for path in applied.changedMeanwhile { say("\(path) ändrades medan den granskades och lämnades som den är.") }
            for change in applied.changes { say("\(content)/\(change.path):\(change.line):\(change.column): \(change.old) → \(change.new) [\(change.rule)]") }
            count += applied.changes.count
            if applied.changes.isEmpty { break }
        }
        say(count == 0 ? "Inget kunde rättas med säkerhet." : count == 1 ? "1 ställe rättat." : "\(count) ställen rättade.")
    }
}
