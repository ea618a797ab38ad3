import ArgumentParser
import Comparing
import Compiler
import Foundation
import Reading
import Rendering

struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Visar vad som ändrades mellan två upplagor, del för del.")

    @Argument(help: ArgumentHelp("Den äldre upplagan, som namn på mapp i innehållet.", valueName: "äldre"))
    var old: String

    @Argument(help: ArgumentHelp("Den nyare upplagan.", valueName: "nyare"))
    var new: String

    @Option(help: ArgumentHelp("text, html eller json.", valueName: "form"))
    var format: Form = .text

    @OptionGroup var options: ContentFolderOptions
    @OptionGroup var places: OutputOptions

    enum Form: String, ExpressibleByArgument {
        case text, html, json
    }

    func run() throws {
        let content = try options.folder()
        let judgement = Pipeline().judge(try readContent(content))
        let (one, other) = (try edition(old, judgement), try edition(new, judgement))
        let renderer = ComparisonRenderer(EditionComparison(old: one, new: other))
        switch format {
        case .text: print(renderer.text(usesColor: isatty(STDOUT_FILENO) == 1), terminator: "")
        case .html:
            try reportingFailures(in: "") {
                let templates = try Templates.read(from: places.templateFolder(beside: content))
                print(String(decoding: renderer.standalone(stylesheet: templates.stylesheet), as: UTF8.self), terminator: "")
            }
        case .json: print(String(decoding: renderer.json(), as: UTF8.self), terminator: "")
        }
        leave(.success, keeping: judgement)
    }
}
