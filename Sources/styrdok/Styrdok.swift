import ArgumentParser
import Compiler
import Diagnostics
import Foundation
import Model
import Publishing
import Reading

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
