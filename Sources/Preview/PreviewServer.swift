import Compiler
import Diagnostics
import Dispatch
import Foundation
import Model

/// Serves the content as it would be built, and keeps up with what is saved.
package final class PreviewServer: Sendable {
    private let session: PreviewSession
    private let watcher: ContentWatcher
    private let server: LoopbackServer
    private let client: Client

    /// What the pages get to keep up with the builds.
    package struct Client: Sendable {
        fileprivate let script: Data
        fileprivate let stylesheet: Data

        /// - Throws: `MissingTemplate`.
        package static func read(from templates: String) throws -> Client {
            func file(_ name: String) throws -> Data {
                let path = templates + "/förhandsvisning/" + name
                guard let data = FileManager.default.contents(atPath: path) else { throw MissingTemplate(path: path) }
                return data
            }
            return Client(script: try file("klient.js"), stylesheet: try file("klient.css"))
        }
    }

    package var address: String { "http://127.0.0.1:\(server.port)/" }

    /// Builds once and listens.
    /// - Parameter port: 0 for any that is free.
    /// - Parameter built: told after each build, with a line in Swedish.
    package init(
        content: String, templates: String, pipeline: Pipeline, editor: EditorLink, client: Client, port: UInt16, built: @escaping @Sendable (String) -> Void
    ) throws {
        let session = PreviewSession(PreviewBuilder(content: content, templates: templates, pipeline: pipeline, editor: editor))
        built(Self.told(session.current, took: nil))
        let queue = DispatchQueue(label: "styrdok.preview")
        watcher = try ContentWatcher([content, templates]) {
            queue.async {
                let start = ContinuousClock.now
                session.rebuild()
                built(Self.told(session.current, took: ContinuousClock.now - start))
            }
        }
        server = try LoopbackServer(port: port) { [client] request in await Self.answer(request, session, client) }
        self.session = session
        self.client = client
    }

    /// Serves until the task is cancelled.
    package func run() async throws {
        try await server.run()
    }

    private static func told(_ build: PreviewBuild, took: Duration?) -> String {
        if let failure = build.failure { return failure }
        let errors = build.errors
        let time = took.map { " på \(Int($0.components.seconds) * 1000 + Int($0.components.attoseconds / 1_000_000_000_000_000)) ms" } ?? ""
        return errors == 0
            ? "Byggt\(time), \(build.problems.count) fynd."
            : "\(errors) fel: de senaste felfria sidorna står kvar."
    }

    private static func answer(_ request: RequestHead, _ session: PreviewSession, _ client: Client) async -> Response {
        switch request.path {
        case "/_styrdok/klient.js": return Response(type: Response.contentType(ofFile: "klient.js"), body: client.script)
        case "/_styrdok/klient.css": return Response(type: Response.contentType(ofFile: "klient.css"), body: client.stylesheet)
        case "/_styrdok/lage.json":
            // The client asks again at once, so that it hears of a build when it is there.
            let version = Int(request.query.split(separator: "=").last ?? "") ?? 0
            return Response(type: "application/json", body: state(await session.build(after: version, within: .seconds(20))))
        // Browsers ask for it of every site; a missing one would stand in their console as a fault.
        case "/favicon.ico": return Response("204 No Content", type: "image/x-icon", body: Data())
        default: break
        }
        let build = session.current
        var path = String(request.path.dropFirst())
        if path.isEmpty || path.hasSuffix("/") { path += "index.html" }
        if path == PreviewPages.problemsPath, let pages = build.pages { return html(pages.problemPage(), build) }
        if path == PreviewPages.outlinePath, let pages = build.pages { return html(pages.outlinePage(), build) }
        if let file = build.files[path] {
            return path.hasSuffix(".html") ? html(file.bytes, build) : Response(type: Response.contentType(ofFile: path), body: Data(file.bytes))
        }
        // Nothing has been built yet: what stands in the way is what there is to show.
        if build.files.isEmpty, path.hasSuffix(".html") {
            return build.pages.map { html($0.problemPage(), build) } ?? .refusal("503 Service Unavailable", build.failure ?? "Inget är byggt.")
        }
        return .refusal("404 Not Found", "Sidan finns inte.")
    }

    /// A page that keeps up with the builds.
    private static func html(_ bytes: [UInt8], _ build: PreviewBuild) -> Response {
        var page = Data(bytes)
        // The response form is whole in itself and lets no other script in.
        guard let policy = page.range(of: Data("default-src 'none'; script-src 'self'".utf8)), let end = page.range(of: Data("</head>".utf8)) else {
            return Response(type: Response.contentType(ofFile: "a.html"), body: page)
        }
        page.insert(
            contentsOf: Data(
                "<link rel=\"stylesheet\" href=\"/_styrdok/klient.css\">\n<script src=\"/_styrdok/klient.js\" data-version=\"\(build.version)\" defer></script>\n".utf8),
            at: end.lowerBound)
        page.replaceSubrange(policy, with: Data("default-src 'none'; connect-src 'self'; script-src 'self'".utf8))
        return Response(type: Response.contentType(ofFile: "a.html"), body: page)
    }

    /// What the client is told of a build.
    private static func state(_ build: PreviewBuild) -> Data {
        let shown = build.problems.sorted { $0.severity > $1.severity }.prefix(8)
        return Data(
            JSONValue.object([
                ("version", .integer(build.version)), ("isStale", .bool(build.isStale)), ("failure", build.failure.map { .string($0) } ?? .null),
                ("edited", build.edited.map { .string($0) } ?? .null), ("errors", .integer(build.errors)), ("findings", .integer(build.problems.count)),
                (
                    "shown",
                    .array(
                        shown.map { problem in
                            .object([
                                ("severity", .string(problem.severity.label.swedish)), ("message", .string(problem.message)),
                                ("place", .string("\(problem.path):\(problem.line):\(problem.column)")), ("link", .string(problem.link)),
                            ])
                        })
                ),
            ]).text(indented: false).utf8)
    }
}
