import ArgumentParser
import Compiler
import Foundation
import Preview

struct PreviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview", abstract: "Visar innehållet i webbläsaren medan det skrivs. Skriver inga filer.")

    @Argument(help: ArgumentHelp("Dokument att granska, som namn på mapp i innehållet. Utan namn: alla aktuella.", valueName: "dokument"))
    var documents: [String] = []

    @OptionGroup var place: ContentFolderOptions

    @Option(help: ArgumentHelp("Mappen med mallar. Förval: som för build.", valueName: "mapp"))
    var templates: String?

    @Option(help: ArgumentHelp("Porten. Är den upptagen tas en ledig.", valueName: "nummer"))
    var port: UInt16 = 4870

    @Flag(help: "Öppna sidan i webbläsaren.")
    var open = false

    @Option(help: ArgumentHelp("Adress som öppnar en fil i redigeraren, med {path}, {line} och {column}.", valueName: "adress"))
    var editorLink = EditorLink.visualStudioCode

    func run() async throws {
        let content = try place.folder()
        var places = OutputOptions()
        places.templates = templates
        let folder = places.templateFolder(beside: content)
        let pipeline = Pipeline(documents: documents, today: .today)
        let server: PreviewServer
        do {
            server = try PreviewServer(
                content: content, templates: folder, pipeline: pipeline, editor: EditorLink(editorLink, content: content),
                client: .read(from: folder), port: port, built: { say($0) })
        } catch let error as MissingTemplate {
            say("Mallen \(error.path) saknas.")
            throw Exit.environment
        } catch {
            say("Förhandsvisningen kunde inte starta: \(error).")
            throw Exit.environment
        }
        say("Förhandsvisning på \(server.address) – avsluta med Ctrl+C.")
        if open {
            let opener = Process()
            opener.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            opener.arguments = ["xdg-open", server.address]
            try? opener.run()
        }
        try await server.run()
    }
}
