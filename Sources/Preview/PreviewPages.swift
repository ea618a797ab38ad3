import Compiler
import Diagnostics
import Markup
import Model
import Rendering

/// The pages that only the preview has: what is wrong, and what the content holds. Made when they are asked for.
struct PreviewPages: Sendable {
    static let problemsPath = "_styrdok/problem.html"
    static let outlinePath = "_styrdok/disposition.html"

    let renderer: SiteRenderer
    let judgement: Pipeline.Judgement
    let problems: [PreviewBuild.Problem]
    let editor: EditorLink

    func problemPage() -> [UInt8] { renderer.page(title: "Fynd", problemBlocks(), root: "../") }
    func outlinePage() -> [UInt8] { renderer.page(title: "Disposition", outlineBlocks(), root: "../") }

    private func problemBlocks() -> [Block] {
        guard !problems.isEmpty else { return [.paragraph([.text("Inga fynd.")])] }
        let rows = problems.map { problem -> [[Inline]] in
            [
                [.url(problem.link, [.text("\(problem.path):\(problem.line):\(problem.column)")])],
                [.text(problem.severity.label.swedish)], [.text(problem.message)], [.text(problem.rule)],
            ]
        }
        var blocks: [Block] = [
            .table(
                Table(
                    caption: [.text("Det som granskningen fann. Länken öppnar stället i redigeraren.")],
                    columns: ["Ställe", "Grad", "Fynd", "Regel"].map { [.text($0)] }, rows: rows, rowHeaders: true))
        ]
        let waiting = judgement.waiting.map(\.rawValue)
        if !waiting.isEmpty { blocks.append(.paragraph([.text("Väntar tills fynden ovan är åtgärdade: \(waiting.joined(separator: ", ")).")])) }
        return blocks
    }

    /// Every element by edition and kind, with its page, its file and how many findings its file has.
    private func outlineBlocks() -> [Block] {
        let places = SitePlaces(editions: judgement.editions, consultations: judgement.consultations, map: judgement.map)
        let found = Dictionary(problems.map { ($0.path, 1) }, uniquingKeysWith: +)
        var tables = LineTables(judgement.map)
        var blocks: [Block] = []
        if !judgement.consultations.isEmpty {
            blocks.append(.bulletList(judgement.consultations.map { consultation in
                let folder = "../remisser/\(consultation.file.folder)"
                return [.paragraph([
                    .text("Remiss: "), .url("\(folder)/index.html", [.text(consultation.file.folder)]), .text(" – "), .url("\(folder)/jamforelse.html", [.text("jämförelse")]),
                ])]
            }, tight: true))
        }
        for (number, edition) in judgement.editions.enumerated() {
            blocks.append(.heading(level: 2, id: nil, [.text(edition.edition.folder)]))
            let groups = Dictionary(grouping: edition.elementIDs) { edition[$0].address.kind }
            for kind in ElementKind.allCases {
                guard let members = groups[kind] else { continue }
                let rows = members.map { id -> [[Inline]] in
                    let element = edition[id]
                    let path = judgement.map[element.range.file].path
                    let place = tables.span(of: element.range).start
                    return [
                        [.url("../\(places.place(of: id, inEdition: number).href)", [.text(element.title.value)])],
                        [.text("\(element.address)")],
                        [.url(editor.link(to: path, line: place.line, column: place.column), [.text("\(path):\(place.line)")])],
                        [.text(found[path].map(String.init) ?? "")],
                    ]
                }
                let name = kind.name.plural
                blocks.append(
                    .table(
                        Table(
                            caption: [.text(name.prefix(1).uppercased() + name.dropFirst())],
                            columns: ["Titel", "Adress", "Fil", "Fynd i filen"].map { [.text($0)] }, rows: rows, rowHeaders: true)))
            }
        }
        return blocks
    }
}
