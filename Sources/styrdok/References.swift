import ArgumentParser
import Compiler
import Diagnostics
import Foundation
import Model
import Reading
import Referencing
import Rendering

struct References: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "references", abstract: "Visar, hämtar in och lämnar ut källor.", subcommands: [List.self])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "Visar varje källa: uppgifterna bredvid det som skrivs, som Markdown.")

        @Option(help: ArgumentHelp("Filen med källor (CSL-JSON). Förval: referenser.json i innehållet.", valueName: "fil"))
        var file: String?

        @OptionGroup var options: ContentFolderOptions
        @OptionGroup var places: OutputOptions

        func run() throws {
            let content = try options.folder()
            let path = file ?? content + "/referenser.json"
            let source = try readSource(path)
            let read = BibliographyFile.read(source)
            for diagnostic in read.diagnostics where diagnostic.severity == .error {
                let (line, column) = LineTable(source.bytes).position(of: Int(diagnostic.range.lower))
                say("\(path):\(line):\(column): \(diagnostic.message.swedish)")
            }
            let templates = try Templates.read(from: places.templateFolder(beside: content))
            print(ReferenceTable.markdown(read.value, try Wording(templates.wording)), terminator: "")
            if read.diagnostics.contains(where: { $0.severity == .error }) { throw Exit.findings }
        }
    }
}

/// The bytes of a file outside the content.
func readSource(_ path: String) throws -> SourceText {
    guard let data = FileManager.default.contents(atPath: path) else {
        say("\(path) går inte att läsa.")
        throw Exit.environment
    }
    return SourceText(path: path, bytes: Array(data))
}
