import ArgumentParser
import Compiler
import Diagnostics
import Foundation
import Model
import Reading
import Referencing
import Rendering
import Tools

struct References: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "references", abstract: "Visar, hämtar in och lämnar ut källor.", subcommands: [List.self, Import.self, Export.self])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "Visar varje källa: uppgifterna bredvid det som skrivs, som Markdown.")

        @Option(help: ArgumentHelp("Filen med källor (CSL-JSON). Förval: referenser.json i innehållet.", valueName: "fil"))
        var file: String?

        @Option(help: ArgumentHelp("Skriv i stället källförteckningen med en CSL-stil, genom pandoc.", valueName: "stil.csl"))
        var csl: String?

        @OptionGroup var options: ContentFolderOptions
        @OptionGroup var places: OutputOptions

        func run() throws {
            let content = try options.folder()
            let path = file ?? content + "/referenser.json"
            let source = try readSource(path)
            if let csl {
                say(Self.warning)
                try reportingTools { print(try ReferenceExchange.list(String(decoding: source.bytes, as: UTF8.self), style: csl), terminator: "") }
                return
            }
            let read = BibliographyFile.read(source)
            tell(read.diagnostics.filter { $0.severity == .error }, in: source)
            let templates = try Templates.read(from: places.templateFolder(beside: content))
            print(ReferenceTable.markdown(read.value, try Wording(templates.wording)), terminator: "")
            if read.diagnostics.contains(where: { $0.severity == .error }) { throw Exit.findings }
        }

        private static let warning = """
            Förteckningen görs av pandoc med stilen. Granska den: pandoc skriver lagar som böcker utan paragrafer, ställen som ”s. 2 kap.”, \
            avsnitt som ”avs.” och engelska ord där stilen saknar svenska, sorterar V och W som samma bokstav och skiljer inte namnar åt på initialerna.
            """
    }

    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "import", abstract: "Hämtar in källor ur BibTeX (.bib), RIS (.ris) eller CSL-JSON (.json).",
            discussion: "Visar vad som skulle ändras. Inget skrivs utan --write.")

        @Argument(help: ArgumentHelp("Filen med nya källor.", valueName: "fil"))
        var file: String

        @Flag(help: "Skriv ändringarna i referenser.json.")
        var write = false

        @OptionGroup var options: ContentFolderOptions
        @OptionGroup var places: OutputOptions

        func run() throws {
            let content = try options.folder()
            let path = content + "/referenser.json"
            let current = FileManager.default.fileExists(atPath: path) ? try readSource(path) : SourceText(path: path, bytes: Array("[]\n".utf8))
            guard let existing = ReferenceRecord.read(json: current.bytes) else {
                tell(ReferenceExchange.findings(in: current), in: current)
                say("\(path) är ingen lista av källposter. Rätta den först.")
                throw Exit.findings
            }
            var incoming: [ReferenceRecord] = []
            let source = try readSource(file)
            try reportingTools {
                do throws(ReferenceExchange.Failure) {
                    incoming = try ReferenceExchange.read(source.bytes, ending: file.split(separator: ".").last.map(String.init) ?? "")
                } catch {
                    switch error {
                    case .wrong(let findings):
                        tell(findings, in: source)
                        say("Inget hämtades in ur \(file).")
                        throw Exit.findings
                    case .unreadable(let what):
                        say("\(file): \(what)")
                        throw Exit.findings
                    case .tool(let failure): throw failure
                    }
                }
            }
            let merge = ReferenceMerge(incoming, into: existing)
            let text = ReferenceExchange.text(merge, of: existing, in: current)
            let written = BibliographyFile.read(SourceText(path: path, bytes: Array(text.utf8)))
            let style = try Wording(try Templates.read(from: places.templateFolder(beside: content)).wording)
            let entries = Dictionary(written.value.map { ($0.key.value, $0) }, uniquingKeysWith: { first, _ in first })
            for change in merge.changes { print(describe(change, entries, style)) }
            let wrong = written.diagnostics.filter { $0.severity == .error }
            tell(wrong, in: SourceText(path: path, bytes: Array(text.utf8)))
            guard merge.records != existing else {
                say("Inget nytt i \(file).")
                return
            }
            guard write else {
                say("Inget har skrivits. Kör igen med --write för att ta in ändringarna i \(path).")
                if !wrong.isEmpty { throw Exit.findings }
                return
            }
            try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
            say("\(path) har nu \(merge.records.count) \(merge.records.count == 1 ? "källa" : "källor").")
            if !wrong.isEmpty { throw Exit.findings }
        }

        private func describe(_ change: ReferenceMerge.Change, _ entries: [String: BibliographyEntry], _ wording: Wording) -> String {
            let style = BibliographyStyle(wording)
            func text(_ key: String) -> String {
                entries[key].map { style.plainText($0, year: $0.issued.map { String($0.year) } ?? "u.å.") } ?? ""
            }
            switch change {
            case .added(let key): return "+ \(key)  \(text(key))"
            case .addedAs(let key, let wanted): return "+ \(key)  \(text(key)) (nyckeln \(wanted) var upptagen)"
            case .completed(let key, let fields): return "~ \(key)  får \(fields.joined(separator: ", "))"
            case .known(let key): return "= \(key)  finns redan"
            case .differs(let key, let fields): return "! \(key)  säger något annat om \(fields.joined(separator: ", ")); det som står behålls"
            }
        }
    }

    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "export", abstract: "Skriver de källor som citeras, som CSL-JSON eller BibTeX.")

        @Option(help: ArgumentHelp("csl eller bibtex.", valueName: "form"))
        var form: Form = .csl

        @OptionGroup var options: ContentFolderOptions

        enum Form: String, ExpressibleByArgument {
            case csl, bibtex
        }

        func run() throws {
            let content = try options.folder()
            let judgement = Pipeline().judge(try readContent(content))
            let json = ReferenceExchange.cited(judgement.editions, in: try readSource(content + "/referenser.json"))
            try reportingTools {
                switch form {
                case .csl: print(json, terminator: "")
                case .bibtex: print(try ReferenceExchange.bibtex(json), terminator: "")
                }
            }
        }
    }
}

/// Says what a program of the system couldn't do, and ends with its exit code.
func reportingTools(_ work: () throws -> Void) throws {
    do {
        try work()
    } catch let failure as ExternalTool.Failure {
        switch failure {
        case .missing(let name): say("Programmet \(name) saknas. Installera det med apt-get install \(package(of: name)).")
        case .slow(let name, let seconds): say("\(name) svarade inte inom \(seconds) sekunder och avbröts.")
        case .failed(let name, let said): say("\(name) kunde inte göra sitt arbete: \(said)")
        }
        throw Exit.environment
    }
}

/// The Debian package that has a program.
private func package(of program: String) -> String { program == "sftp" ? "openssh-client" : program }

/// Findings in a file outside the content, each with its place.
func tell(_ findings: [Diagnostic], in source: SourceText) {
    let text = TextPrinter(SourceMap([source]), language: .swedish, usesColor: isatty(STDERR_FILENO) == 1).print(findings)
    FileHandle.standardError.write(Data(text.utf8))
}

/// The bytes of a file outside the content.
func readSource(_ path: String) throws -> SourceText {
    guard let data = FileManager.default.contents(atPath: path) else {
        say(FileManager.default.fileExists(atPath: path) ? "\(path) går inte att läsa." : "\(path) finns inte.")
        throw Exit.environment
    }
    return SourceText(path: path, bytes: Array(data))
}
