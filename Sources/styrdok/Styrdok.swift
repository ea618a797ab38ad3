import ArgumentParser
import Compiler
import Diagnostics
import Foundation
import Model
import Publishing
import Reading
import Rendering
import Validating

@main
struct Styrdok: AsyncParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "styrdok",
        abstract: "Bygger och granskar kommunala styrdokument.",
        version: version,
        subcommands: [
            Build.self, Check.self, PreviewCommand.self, New.self, Rules.self, References.self, Remiss.self, Diff.self, Publish.self, Schema.self,
        ])

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var slow = command as? any AsyncParsableCommand { try await slow.run() } else { try command.run() }
        } catch {
            ArgumentMessages.leave(error, commands: configuration.subcommands.compactMap { $0.configuration.commandName })
        }
    }
}

/// Ends with the exit codes of the command: 0 clean, 1 findings, 2 the tool could not do its work, 64 wrong usage, 75 locked.
enum Exit {
    static let findings = ExitCode(1)
    static let environment = ExitCode(2)
    static let usage = ExitCode(64)
    static let locked = ExitCode(75)
}

/// Ends the process at once. Taking the content's trees apart node by node first would be a fifth of a check.
func leave(_ code: ExitCode, keeping value: some Sendable) -> Never {
    withExtendedLifetime(value) { exit(code.rawValue) }
}

/// Standard error, for everything that is not findings of a machine format.
func say(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
}

struct ContentOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("Dokument att granska, som namn på mapp i innehållet. Utan namn: alla aktuella.", valueName: "dokument"))
    var documents: [String] = []

    @OptionGroup var place: ContentFolderOptions

    @Option(help: ArgumentHelp("Döm innehållet som det gällde denna dag, ÅÅÅÅ-MM-DD.", valueName: "dag"))
    var asOf: String?

    @Flag(help: "Låt även varningar räknas som fel.")
    var strict = false

    @Option(help: ArgumentHelp("Hur fynd skrivs: text, json eller sarif.", valueName: "form"))
    var format: OutputFormat = .text

    var messageLanguage: MessageLanguage { place.messageLanguage }

    func validate() throws {
        if let asOf, PartialDate(authored: asOf)?.day == nil { throw ValidationError("--as-of skrivs ÅÅÅÅ-MM-DD.") }
    }

    var pipeline: Pipeline { Pipeline(documents: documents, asOf: asOf.flatMap { PartialDate(authored: $0) }, today: .today) }

    func read(_ content: String) throws -> ContentFiles {
        let files = try readContent(content)
        guard !files.map.files.isEmpty else {
            say("\(content) innehåller inget att läsa.")
            throw Exit.environment
        }
        return files
    }

    /// What the outcome of a run depends on beside the files.
    var identity: [String] {
        let today = PartialDate.today?.isoText ?? ""
        return [Styrdok.version, documents.joined(separator: ","), asOf ?? today, "\(strict)", format.rawValue, messageLanguage.rawValue, "\(isatty(STDERR_FILENO))"]
    }

    /// Reads and judges; prints the findings.
    func judge(_ content: String, clock: Clock) throws -> (pipeline: Pipeline, judgement: Pipeline.Judgement, said: Said) {
        let pipeline = pipeline
        var said = Said()
        let judgement = pipeline.judge(try read(content))
        for document in documents where !judgement.editions.contains(where: { $0.edition.folder == document }) {
            sayMissing(document, judgement)
            throw Exit.usage
        }
        switch format {
        case .text:
            let isTerminal = isatty(STDERR_FILENO) == 1
            let prefix = content.hasSuffix("/") ? content : content + "/"
            let text = TextPrinter(judgement.map, language: messageLanguage, pathPrefix: prefix, usesColor: isTerminal).print(judgement.diagnostics)
            said.say(text)
        case .json: said.print(JSONPrinter(judgement.map, language: messageLanguage).print(judgement.diagnostics))
        case .sarif:
            said.print(SARIFPrinter(judgement.map, language: messageLanguage).print(judgement.diagnostics, toolVersion: Styrdok.version))
        }
        if pipeline.dictionary == nil {
            said.say("Stavning och begrepp kontrollerades bara delvis: den svenska ordlistan (hunspell-sv) saknas.\n")
        }
        if !judgement.waiting.isEmpty {
            let count = judgement.waiting.count
            said.say("\(count) \(count == 1 ? "regel" : "regler") prövas först när fynden ovan är rättade, så att ett fel inte ger flera fynd.\n")
        }
        return (pipeline, judgement, said)
    }
}

/// What has been printed, so that it can be said again.
struct Said {
    private(set) var standardOutput = ""
    private(set) var standardError = ""

    mutating func print(_ text: String) {
        standardOutput += text
        FileHandle.standardOutput.write(Data(text.utf8))
    }

    mutating func say(_ text: String) {
        standardError += text
        FileHandle.standardError.write(Data(text.utf8))
    }

    func outcome(_ found: String, doing done: String, _ code: ExitCode) -> RunMemory.Outcome {
        RunMemory.Outcome(standardOutput: standardOutput, standardError: standardError, found: found, done: done, exitCode: code.rawValue)
    }

    /// Says what a run said before, and ends as it ended.
    /// - Parameter done: what this run did, where that isn't what the other would do again.
    static func again(_ outcome: RunMemory.Outcome, doing done: String? = nil, _ clock: Clock) -> Never {
        FileHandle.standardOutput.write(Data(outcome.standardOutput.utf8))
        FileHandle.standardError.write(Data(outcome.standardError.utf8))
        styrdok.say("\(outcome.found). \(done ?? outcome.done) på \(clock.elapsed).")
        exit(outcome.exitCode)
    }
}

extension PartialDate {
    /// By the machine's own calendar.
    static var today: PartialDate? {
        let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
        func two(_ number: Int?) -> String { String("0\(number ?? 0)".suffix(2)) }
        return PartialDate(authored: "\(parts.year ?? 0)-\(two(parts.month))-\(two(parts.day))")
    }
}

enum OutputFormat: String, ExpressibleByArgument {
    case text, json, sarif
}

/// Time since the command began, and the progress line of slow work on a terminal.
struct Clock {
    private let start = ContinuousClock.now

    var elapsed: String {
        let duration = ContinuousClock.now - start
        let milliseconds = Int(duration.components.seconds) * 1000 + Int(duration.components.attoseconds / 1_000_000_000_000_000)
        let hundredths = (milliseconds % 1000) / 10
        return "\(milliseconds / 1000),\(hundredths < 10 ? "0" : "")\(hundredths) s"
    }

    /// Says what is being done, on a terminal and when more than a second has passed.
    func progress(_ text: String) {
        guard isatty(STDERR_FILENO) == 1, ContinuousClock.now - start > .seconds(1) else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K\(text) …".utf8))
    }

    func endProgress() {
        guard isatty(STDERR_FILENO) == 1, ContinuousClock.now - start > .seconds(1) else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    }
}

func summary(_ judgement: Pipeline.Judgement) -> String {
    let errors = judgement.diagnostics.count { $0.severity == .error }
    let warnings = judgement.diagnostics.count { $0.severity == .warning }
    let notes = judgement.diagnostics.count - errors - warnings
    let told = notes == 0 ? "" : ", \(notes) \(notes == 1 ? "upplysning" : "upplysningar")"
    if errors == 0, warnings == 0 { return notes == 0 ? "Inga fynd" : "Inga fel\(told)" }
    return "\(errors) fel, \(warnings) \(warnings == 1 ? "varning" : "varningar")\(told)"
}

/// What was done to the files of an output.
func filesTold(_ result: Publication) -> String {
    func count(_ number: Int, _ one: String, _ many: String) -> String { "\(number) \(number == 1 ? one : many)" }
    return "\(count(result.written, "fil skriven", "filer skrivna")), \(count(result.unchanged, "oförändrad", "oförändrade")), \(count(result.removed, "borttagen", "borttagna"))"
}

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
        let memory = report ? nil : RunMemory(["check"] + options.identity, read: [content])
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
        let told = "\(judgement.map.files.count) \(judgement.map.files.count == 1 ? "fil granskad" : "filer granskade")"
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
        let mark = OutputFolder(target).mark
        switch memory?.recall() {
        case .same(let outcome): Said.again(outcome, clock)
        case .edited(let edit):
            if let mark, var edited = options.pipeline.editedChapters(edit.files, in: content, left: edit.left) {
                try reportingFailures(in: target) {
                    guard let (result, changed) = try edited.build(in: target, ifStill: mark) else { return }
                    memory?.remember(edit, leaving: edited.left(), changed: changed)
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
            leave(.success, keeping: judgement)
        }
    }
}

/// Where the content is.
struct ContentFolderOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Mappen med innehållet.", valueName: "mapp"))
    var content: String?

    @Option(help: ArgumentHelp("Språk för fynd: sv eller en.", valueName: "språk"))
    var language: String?

    var messageLanguage: MessageLanguage {
        if let language { return MessageLanguage(rawValue: language) ?? .swedish }
        let environment = ProcessInfo.processInfo.environment
        let locale = environment["LC_ALL"] ?? environment["LC_MESSAGES"] ?? environment["LANG"] ?? ""
        return locale.hasPrefix("en_") ? .english : .swedish
    }

    func validate() throws {
        if let language, MessageLanguage(rawValue: language) == nil { throw ValidationError("--language är sv eller en.") }
    }

    /// The same, or where there is none the one to begin: `Content` here.
    func folderOrNew() throws -> String {
        if content == nil, nearest == nil { return FileManager.default.currentDirectoryPath + "/Content" }
        return try folder()
    }

    /// The folder given, or the nearest one named `Content` here or above.
    func folder() throws -> String {
        if let content { return content }
        if let nearest { return nearest }
        say("Ingen mapp Content med styrdok.yaml finns här eller ovanför. Ange den med --content.")
        throw Exit.environment
    }

    private var nearest: String? {
        var folder = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
        while true {
            let candidate = folder.appendingPathComponent("Content").path
            if FileManager.default.fileExists(atPath: candidate + "/styrdok.yaml") { return candidate }
            guard folder.path != "/" else { return nil }
            folder.deleteLastPathComponent()
        }
    }
}

/// Where files are written, and what they are made with.
struct OutputOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Mappen för utdata. Förval: Output bredvid innehållet.", valueName: "mapp"))
    var output: String?

    @Option(help: ArgumentHelp("Mappen med mallar. Förval: Templates bredvid innehållet, annars verktygets egna.", valueName: "mapp"))
    var templates: String?

    func target(beside content: String) -> String { output ?? Self.beside(content) }

    static func beside(_ content: String) -> String { URL(fileURLWithPath: content).deletingLastPathComponent().path + "/Output" }

    /// `Templates` beside the content, or above the command itself when the content has none of its own.
    func templateFolder(beside content: String) -> String {
        if let templates { return templates }
        let root = URL(fileURLWithPath: content).deletingLastPathComponent().path
        if FileManager.default.fileExists(atPath: root + "/Templates/sida.mustache") { return root + "/Templates" }
        var folder = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        if let executable = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") { folder = URL(fileURLWithPath: executable) }
        while folder.path != "/" {
            folder.deleteLastPathComponent()
            let candidate = folder.appendingPathComponent("Templates").path
            if FileManager.default.fileExists(atPath: candidate + "/sida.mustache") { return candidate }
        }
        return root + "/Templates"
    }
}

struct Rules: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "rules", abstract: "Visar reglerna med skäl, exempel och krav.")

    @Argument(help: "Regelns id. Utan id visas alla kortfattat.")
    var id: String?

    @Option(help: ArgumentHelp("Språk: sv eller en.", valueName: "språk"))
    var language: String = "sv"

    func run() throws {
        let language = MessageLanguage(rawValue: language) ?? .swedish
        guard let id else {
            for rule in Rule.all { print("\(rule.id) (\(rule.severity.label.text(in: language)))\(rule.requirements.isEmpty ? "" : " " + rule.requirements.joined(separator: ", "))\n    \(rule.summary.text(in: language))") }
            return
        }
        if let fault = ReadingFault.all.first(where: { $0.id.rawValue == id }) {
            print("\(fault.id)\n\n\(fault.meaning.text(in: language))")
            show(fault.examples, language)
            return
        }
        guard let rule = Rule.all.first(where: { $0.id.rawValue == id }) else {
            let near = nearestName(to: id, among: Rule.all.map(\.id.rawValue) + ReadingFault.all.map(\.id.rawValue))
            say("Regeln ”\(id)” finns inte." + (near.map { " Menade du ”\($0)”?" } ?? ""))
            throw Exit.usage
        }
        print("\(rule.id) (\(rule.severity.label.text(in: language)))\n\n\(rule.summary.text(in: language))\n\n\(rule.rationale.text(in: language))")
        for requirement in rule.requirements.compactMap(Requirement.named) { print("\n\(requirement.id): \(requirement.text)") }
        if !rule.viewpoints.isEmpty { print("\nSvarar på \(rule.viewpoints.count == 1 ? "synpunkten" : "synpunkterna") \(rule.viewpoints.joined(separator: ", ")) i remissvaret.") }
        show(rule.rejects, and: rule.accepts, language)
    }

    private func show(_ rejects: [Rule.Example], and accepts: [Rule.Example] = [], _ language: MessageLanguage) {
        let right = Message("Rätt", en: "Right").text(in: language)
        let wrong = Message("Fel (↓ visar var)", en: "Wrong (↓ shows where)").text(in: language)
        if let first = rejects.first { show(right, first.excerpts(right: true)) }
        for example in accepts where !example.files.isEmpty { show(right, example.excerpts(right: false)) }
        for example in rejects { show(wrong, example.excerpts(right: false)) }
    }

    private func show(_ heading: String, _ excerpts: [(path: String, lines: [Substring])]) {
        guard excerpts.contains(where: { !$0.lines.isEmpty }) else { return }
        print("\n\(heading):")
        for excerpt in excerpts where !excerpt.lines.isEmpty {
            print("  \(excerpt.path)")
            for line in excerpt.lines { print("    \(line)") }
        }
    }
}
