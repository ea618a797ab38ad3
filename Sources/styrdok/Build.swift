import ArgumentParser
import Compiler
import Foundation
import Publishing
import Rendering

struct Build: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "build", abstract: "Granskar innehållet och bygger alla utdata.")

    @OptionGroup var options: ContentOptions

    @OptionGroup var places: OutputOptions
    @OptionGroup var documents: DocumentOptions

    func run() throws {
        let clock = Clock()
        let content = try options.place.folder()
        let target = places.target(beside: content)
        let memory = RunMemory(["build"] + options.identity + documents.identity, read: [content, places.templateFolder(beside: content)], written: [target])
        // What a build finds, a check would find.
        let checking = memory?.reading([content], Check.memory(of: options))
        let mark = OutputFolder(target).mark
        switch memory?.recall() {
        case .same(let outcome): Said.again(outcome, clock)
        case .edited(let edit):
            if let mark, var edited = options.pipeline.editedChapters(edit.files, in: content, left: edit.left) {
                try reportingFailures(in: target) {
                    guard let (result, changed) = try edited.build(in: target, ifStill: mark) else { return }
                    let left = edited.left()
                    memory?.remember(edit, leaving: left, changed: changed)
                    checking?.remember(edit, doing: Check.told(edited.fileCount), leaving: left)
                    Said.again(edit.outcome, doing: "\(filesTold(result)) i \(target)", clock)
                }
            }
        case nil: break
        }
        let (pipeline, judgement, said) = try options.judge(content, clock: clock)
        if judgement.fails(strict: options.strict) {
            say("\(summary(judgement)). Inget skrevs.")
            throw Exit.findings
        }
        if let spare = RunMemory.spareFolder(of: target) { SpareOutput.remove(spare) }
        try reportingFailures(in: target) {
            clock.progress("Bygger")
            let templates = places.templateFolder(beside: content)
            let converter = documents.converter(templates: templates, content: content)
            let (result, left) = try pipeline.build(judgement, templates: try .read(from: templates), extra: ExtraFormats(converter: converter, hasFragments: documents.cms), to: target)
            clock.endProgress()
            if let failure = pipeline.graphviz.failure { say("Bilderna ritades inte, men tabellerna med samma uppgifter står där. " + failure) }
            converter?.complaints.forEach(say)
            let what =
                result.written == 0 && result.removed == 0
                ? "Inget har ändrats; \(result.unchanged) filer står som de var"
                : filesTold(result)
            say("\(summary(judgement)). \(what) i \(target) på \(clock.elapsed).")
            let unchanged = "Inget har ändrats; \(result.written + result.unchanged) filer står som de var"
            // What is missing for want of a tool is made when the tool is there.
            if pipeline.graphviz.failure == nil, converter?.complaints.isEmpty ?? true {
                memory?.remember(said.outcome(summary(judgement), doing: "\(unchanged) i \(target)", .success), leaving: left)
            }
            checking?.remember(said.outcome(summary(judgement), doing: Check.told(judgement.map.files.count), .success), leaving: left)
            leave(.success, keeping: judgement)
        }
    }
}
