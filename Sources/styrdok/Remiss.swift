import ArgumentParser
import Comparing
import Compiler
import Diagnostics
import Foundation
import Model
import Reading
import Rendering

struct Remiss: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remiss", abstract: "Remisser och svar: börja ett svar, hämta in, granska och jämför.", subcommands: [New.self, Import.self, Check.self, Compare.self])

    /// Which consultation is meant.
    struct Which: ParsableArguments {
        @Option(help: ArgumentHelp("Remissen, som namn på mapp under remisser. Behövs bara när det finns flera.", valueName: "remiss"))
        var remiss: String?

        @OptionGroup var options: ContentFolderOptions
    }

    struct New: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "new", abstract: "Börjar ett svar, med adresserna till programmets delar.")

        @Argument(help: "Remissinstansens id, som det står i remiss.yaml.")
        var respondent: String

        @OptionGroup var which: Which

        func run() throws {
            let content = try which.options.folder()
            let judgement = Pipeline().judge(try readContent(content))
            let consultation = try consultation(which.remiss, judgement)
            let known = consultation.consultation.respondents
            guard let place = known.firstIndex(where: { $0.id?.value == respondent }) else {
                let near = nearestName(to: respondent, among: known.compactMap(\.id?.value))
                say("”\(respondent)” står inte på listan i remiss.yaml." + (near.map { " Menade du ”\($0)”?" } ?? ""))
                throw Exit.usage
            }
            let folder = "\(content)/remisser/\(consultation.file.folder)/svar"
            let path = "\(folder)/\(respondent).yaml"
            guard consultation.responseOfRespondent[place] == nil, !FileManager.default.fileExists(atPath: path) else {
                say("”\(respondent)” har redan ett svar. Inget skrevs.")
                throw Exit.findings
            }
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data(ResponseScaffold.text(known[place], to: consultation).utf8).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
            let listed = try ResponseImport(content: content, judgement: judgement).markReceived(place, of: consultation)
            let elsewhere = which.options.content.map { " --content \($0)" } ?? ""
            say(
                "Svaret står i \(path).\(listed ? " Svarsläget är nu inkommet." : "") Fyll i hållning och sammanfattning: inget byggs innan de finns. "
                    + "Granska med: styrdok remiss check --remiss \(consultation.file.folder)\(elsewhere)")
        }
    }

    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "import", abstract: "Hämtar in svarsfiler från formuläret.",
            discussion: "Filerna granskas och skrivs som YAML. Finns ett annat svar från samma instans behålls det, om inte --replace anges.")

        @Argument(help: "Svarsfiler, eller mappar med svarsfiler (.json).")
        var files: [String]

        @Flag(help: "Låt ett nytt svar ersätta det som finns.")
        var replace = false

        @Flag(help: "Visa vad som skulle göras, och skriv inget.")
        var dryRun = false

        @OptionGroup var options: ContentFolderOptions

        func run() throws {
            let content = try options.folder()
            var hasRefused = false
            let paths = try paths()
            guard !paths.isEmpty else {
                say("Inga svarsfiler (.json) i \(files.joined(separator: ", ")).")
                throw Exit.environment
            }
            for path in paths {
                // Read anew each time: one file may bring what the next is judged against.
                let judgement = Pipeline(dictionary: nil).judge(try readContent(content))
                guard let text = try source(path) else {
                    hasRefused = true
                    continue
                }
                let result = try ResponseImport(content: content, judgement: judgement).take(text, replaces: replace, writes: !dryRun)
                let map = SourceMap([text])
                FileHandle.standardError.write(Data(TextPrinter(map, language: .swedish, usesColor: isatty(STDERR_FILENO) == 1).print(result.diagnostics).utf8))
                let what: String
                switch result.outcome {
                case .added: what = "nytt svar i \(result.path)"
                case .unchanged: what = "oförändrat, \(result.path)"
                case .replaced(let changes): what = "ersätter \(result.path): \(changes.joined(separator: ", "))"
                case .kept(let changes):
                    what = "ett annat svar finns i \(result.path) och behålls. Skillnader: \(changes.joined(separator: ", ")). Kör med --replace för att byta."
                    hasRefused = true
                case .refused:
                    what = "togs inte in"
                    hasRefused = true
                }
                print("\(path): \(what)\(result.setsStatus ? "; svarsläget är nu inkommet" : "")\(dryRun && result.outcome != .refused ? " (inget skrevs)" : "")")
            }
            if hasRefused { throw Exit.findings }
        }

        private func paths() throws -> [String] {
            try files.flatMap { path -> [String] in
                var isFolder: ObjCBool = false
                guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                    say("\(path) finns inte.")
                    throw Exit.environment
                }
                guard isFolder.boolValue else { return [path] }
                return try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".json") }.sorted().map { "\(path)/\($0)" }
            }
        }

        /// Nil, and said, when the file is too large to be read at all.
        private func source(_ path: String) throws -> SourceText? {
            let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
            guard size <= SubmittedResponse.mostBytes else {
                say("\(path):1:1: fel: Filen är \(size >> 20) MB. En svarsfil får vara \(SubmittedResponse.mostBytes >> 20) MB. [response-too-large]")
                return nil
            }
            return try readSource(path)
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "check", abstract: "Granskar remissens svar och hantering.")

        @Flag(help: "Granska som avslutad: varje synpunkt ska ha ett utfall.")
        var closing = false

        @OptionGroup var which: Which

        func run() throws {
            let content = try which.options.folder()
            let judgement = Pipeline(isClosing: closing, dictionary: nil).judge(try readContent(content))
            let consultation = try consultation(which.remiss, judgement)
            let folder = "remisser/\(consultation.file.folder)/"
            let found = judgement.diagnostics.filter { judgement.map[$0.range.file].path.hasPrefix(folder) }
            let prefix = content.hasSuffix("/") ? content : content + "/"
            FileHandle.standardError.write(
                Data(TextPrinter(judgement.map, language: which.options.messageLanguage, pathPrefix: prefix, usesColor: isatty(STDERR_FILENO) == 1).print(found).utf8))
            let (errors, warnings) = (found.count { $0.severity == .error }, found.count { $0.severity == .warning })
            let rows = consultation.rows.count
            say("\(rows) \(rows == 1 ? "synpunkt" : "synpunkter") i \(consultation.file.responses.count) svar: \(errors) fel, \(warnings) \(warnings == 1 ? "varning" : "varningar").")
            if errors > 0 { throw Exit.findings }
        }
    }

    struct Compare: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "compare", abstract: "Visar vad instanserna säger om varje del.")

        @Option(help: ArgumentHelp("text, csv eller json.", valueName: "form"))
        var format: Form = .text

        @OptionGroup var which: Which

        enum Form: String, ExpressibleByArgument {
            case text, csv, json
        }

        func run() throws {
            let content = try which.options.folder()
            let judgement = Pipeline(dictionary: nil).judge(try readContent(content))
            let summary = ConsultationSummary(try consultation(which.remiss, judgement))
            switch format {
            case .text: print(summary.text, terminator: "")
            case .csv: FileHandle.standardOutput.write(Data(summary.csv))
            case .json: FileHandle.standardOutput.write(Data(summary.json))
            }
        }
    }
}
