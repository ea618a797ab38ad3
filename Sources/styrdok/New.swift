import ArgumentParser
import Compiler
import Diagnostics
import Foundation
import Language
import Model
import Reading

struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Börjar en ny del av ett program: en teori, ett mål, ett uppdrag …",
        discussion: "Slagen är \(ElementKind.allCases.map(\.rawValue).joined(separator: ", ")), och program för ett nytt program.")

    @Argument(help: ArgumentHelp("Slaget, som det står i adresser.", valueName: "slag"))
    var kind: String

    @Argument(help: ArgumentHelp("Namnet i adressen: små bokstäver a–z, siffror och bindestreck.", valueName: "namn"))
    var slug: String

    @Option(name: [.customLong("titel"), .customLong("title")], help: ArgumentHelp("Titeln som läsare ser, med å, ä och ö.", valueName: "titel"))
    var title: String?

    @Option(help: ArgumentHelp("Dokumentet, som namn på mapp. Behövs bara när flera är aktuella.", valueName: "dokument"))
    var document: String?

    @OptionGroup var place: ContentFolderOptions

    func run() throws {
        if kind == "program" { return try newProgramme(in: try place.folderOrNew()) }
        let content = try place.folder()
        guard let kind = ElementKind(rawValue: kind) ?? ElementKind.allCases.first(where: { isSameName($0.name.singular, kind) }) else {
            let near = nearestName(to: kind, among: ElementKind.allCases.map(\.rawValue))
            say("Slaget ”\(kind)” finns inte." + (near.map { " Menade du ”\($0)”?" } ?? "") + " Slagen är \(ElementKind.allCases.map(\.rawValue).joined(separator: ", ")).")
            throw Exit.usage
        }
        let judgement = Pipeline().judge(try readContent(content))
        let edition = try edition(judgement)
        let scaffold: ElementScaffold
        do throws(ElementScaffold.Mistake) {
            scaffold = try ElementScaffold(kind, slug, title: title ?? TitleGuess.title(of: slug, SpellingDictionary.swedish), in: edition)
        } catch {
            switch error {
            case .badSlug(let near): say("Namnet ”\(slug)” blir en adress och får bara ha små bokstäver a–z, siffror och bindestreck. Skriv till exempel ”\(near)”.")
            case .exists(let path): say("\(kind.rawValue):\(slug) finns redan, i \(path). Inget skrevs.")
            }
            throw Exit.usage
        }
        try write(scaffold.bytes, to: "\(content)/\(scaffold.path)")
        say("\(scaffold.address) står i \(content)/\(scaffold.path)." + (scaffold.next.map { " \($0)" } ?? ""))
    }

    private func edition(_ judgement: Pipeline.Judgement) throws -> ResolvedCatalog {
        let current = judgement.editions.filter { edition in document.map { $0 == edition.edition.folder } ?? !edition.edition.isHistory }
        if current.count == 1 { return current[0] }
        let names = judgement.editions.map(\.edition.folder)
        say(
            current.isEmpty
                ? "Dokumentet ”\(document ?? "")” finns inte. Här finns \(names.joined(separator: ", "))."
                : "Flera dokument är aktuella. Säg vilket med --document: \(current.map(\.edition.folder).joined(separator: ", ")).")
        throw Exit.usage
    }

    private func newProgramme(in content: String) throws {
        guard Address.isSlug(slug) else {
            say("Namnet ”\(slug)” blir en mapp och en adress och får bara ha små bokstäver a–z, siffror och bindestreck.")
            throw Exit.usage
        }
        let folder = "\(content)/\(slug)"
        guard !FileManager.default.fileExists(atPath: folder) else {
            say("\(folder) finns redan. Inget skrevs.")
            throw Exit.usage
        }
        let title = title ?? TitleGuess.title(of: slug, SpellingDictionary.swedish)
        let year = (PartialDate.today?.year ?? 2026) + 1
        for (path, bytes) in ProgrammeScaffold.files(title: title, from: year) { try write(bytes, to: "\(folder)/\(path)") }
        say("Programmet står i \(folder). \(try list(in: "\(content)/styrdok.yaml"))")
    }

    /// Puts the new document where it is built, and says so.
    private func list(in project: String) throws -> String {
        guard let bytes = FileManager.default.contents(atPath: project) else {
            try write(ProgrammeScaffold.project(document: slug), to: project)
            return "Uppgifterna om projektet står i \(project)."
        }
        guard let changed = ProjectListing.adding(slug, to: Array(bytes)) else { return "Lägg till \(slug) under dokument i \(project), så byggs det." }
        try write(changed, to: project)
        return "Det står nu under dokument i \(project)."
    }

    private func write(_ bytes: [UInt8], to path: String) throws {
        do {
            try FileManager.default.createDirectory(at: URL(fileURLWithPath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            say("\(path) gick inte att skriva: \(error.localizedDescription)")
            throw Exit.environment
        }
    }
}

struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Skriver JSON Schema för innehållets filer, så att redigeraren kan fylla i och förklara.",
        discussion: "Lägg innehållet i inställningar.json i .vscode/settings.json. Schemana för teorier, begrepp, kapitel och fokusområden gäller uppgifterna överst i deras filer.")

    @Argument(help: ArgumentHelp("Mappen. Förval: .vscode/styrdok bredvid innehållet.", valueName: "mapp"))
    var folder: String?

    @OptionGroup var place: ContentFolderOptions

    func run() throws {
        let target = try folder ?? URL(fileURLWithPath: place.folder()).deletingLastPathComponent().path + "/.vscode/styrdok"
        do {
            try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
            for (name, bytes) in ContentSchemas.files { try Data(bytes).write(to: URL(fileURLWithPath: "\(target)/\(name)"), options: .atomic) }
        } catch {
            say("\(target) gick inte att skriva: \(error.localizedDescription)")
            throw Exit.environment
        }
        say("\(ContentSchemas.files.count) filer står i \(target).")
    }
}
