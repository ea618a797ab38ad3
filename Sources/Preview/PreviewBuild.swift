import Compiler
import Diagnostics
import Foundation
import Markup
import Model
import Reading
import Rendering

/// One build of the content in memory.
struct PreviewBuild: Sendable {
    /// Counts from 1; each build has the next.
    let version: Int
    /// The pages of the last build without errors, by path.
    let files: [String: RenderedFile]
    /// What was read and judged, unless the environment failed.
    let judgement: Pipeline.Judgement?
    /// What the environment refused, in Swedish.
    let failure: String?
    let problems: [Problem]
    /// Where the last edit shows: a path from the root with an anchor.
    let edited: String?
    /// Pages about the content: problems and outline.
    let pages: PreviewPages?

    /// A finding as an editor opens it.
    struct Problem: Sendable {
        let severity: Severity
        let message: String
        let rule: String
        let path: String
        let line: Int
        let column: Int
        let link: String
    }

    var errors: Int { problems.count { $0.severity == .error } }
    /// Whether the pages are older than the content.
    var isStale: Bool { failure != nil || errors > 0 }
}

/// Builds the content in memory, again and again.
struct PreviewBuilder: Sendable {
    let content: String
    let templates: String
    let pipeline: Pipeline
    let editor: EditorLink

    func build(after last: PreviewBuild?) -> PreviewBuild {
        let version = (last?.version ?? 0) + 1
        let files: ContentFiles
        let renderer: SiteRenderer
        do {
            files = try ContentFiles.read(root: content)
            renderer = try SiteRenderer(.read(from: templates), layOut: pipeline.graphviz.layOut)
        } catch {
            return PreviewBuild(
                version: version, files: last?.files ?? [:], judgement: last?.judgement, failure: Self.words(error), problems: [], edited: nil, pages: last?.pages)
        }
        let judgement = pipeline.judge(files)
        let problems = problems(judgement)
        let isGood = !judgement.fails(strict: false)
        var built = last?.files ?? [:]
        if isGood {
            let collected = CollectedFiles()
            renderer.render(judgement, into: collected)
            built = Dictionary(uniqueKeysWithValues: collected.files.map { ($0.path, $0) })
        }
        let edited = last?.judgement.flatMap { Self.edited(in: judgement, since: $0) }
        return PreviewBuild(
            version: version, files: built, judgement: judgement, failure: nil, problems: problems, edited: edited.flatMap { built[$0.path] == nil ? nil : "/" + $0.href },
            pages: PreviewPages(renderer: renderer, judgement: judgement, problems: problems, editor: editor))
    }

    private static func words(_ error: any Error) -> String {
        switch error {
        case let error as MissingTemplate: "Mallen \(error.path) saknas."
        default: "\(error)"
        }
    }

    private func problems(_ judgement: Pipeline.Judgement) -> [PreviewBuild.Problem] {
        var tables = LineTables(judgement.map)
        return judgement.diagnostics.map { diagnostic in
            let place = tables.span(of: diagnostic.range).start
            let path = judgement.map[diagnostic.range.file].path
            return PreviewBuild.Problem(
                severity: diagnostic.severity, message: diagnostic.message.swedish, rule: diagnostic.id.rawValue, path: path, line: place.line,
                column: place.column, link: editor.link(to: path, line: place.line, column: place.column))
        }
    }

    /// The place of the first difference in the first file that differs.
    private static func edited(in new: Pipeline.Judgement, since old: Pipeline.Judgement) -> SitePlaces.Place? {
        let before = Dictionary(old.map.files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
        for (index, file) in new.map.files.enumerated() {
            let last = before[file.path] ?? []
            guard last != file.bytes else { continue }
            let offset = zip(last, file.bytes).enumerated().first { $1.0 != $1.1 }?.offset ?? min(last.count, file.bytes.count)
            let places = SitePlaces(editions: new.editions, consultations: new.consultations, map: new.map)
            if let place = places.place(of: offset, in: FileID(index)) { return place }
        }
        return nil
    }
}

/// How an editor is asked to open a file at a line.
package struct EditorLink: Sendable {
    /// An address with `{path}`, `{line}` and `{column}`.
    package static let visualStudioCode = "vscode://file{path}:{line}:{column}"

    private let template: String
    private let root: String

    package init(_ template: String, content: String) {
        self.template = template
        root = URL(fileURLWithPath: content).standardizedFileURL.path
    }

    func link(to path: String, line: Int, column: Int) -> String {
        let encoded = (root + "/" + path).addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
        return template.replacing("{path}", with: encoded).replacing("{line}", with: "\(line)").replacing("{column}", with: "\(column)")
    }
}
