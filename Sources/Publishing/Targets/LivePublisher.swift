import Foundation
import Model

/// Publishes straight to where readers are, for servers without links and without a swap (WebDAV). Each file is replaced
/// whole; what a page needs goes before it, the list of all goes last, and then what is no more is removed.
///
/// Before the first change the server is told which paths will change. A publishing that is interrupted leaves that note,
/// and the next one takes nothing for granted there, whatever it publishes.
struct LivePublisher: PublishTarget {
    static let pendingName = "styrdok.pending"

    let server: WebDAVServer
    let lock: ServerLock
    let temporary: TemporaryFolder
    let replacesForeign: Bool

    private struct State {
        let published: Release?
        let pending: Set<String>
        let holder: [UInt8]?
    }

    private func state() throws -> State {
        let listed = try fetch(Release.manifestName)
        let published = listed.flatMap { Release(manifest: $0) }
        if listed != nil, published == nil { throw ReleaseError.foreign("\(server.base)/\(Release.manifestName)") }
        let pending = (try fetch(Self.pendingName) ?? []).split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
        return State(published: published, pending: Set(pending.filter(Release.isSafe)), holder: try fetch(WebDAVLock.holderName))
    }

    func publish(_ source: BuiltFolder, _ options: PublishOptions) throws -> PublishReport {
        let state = try state()
        let plan = PublishPlan(from: state.published, to: source.release, uncertain: state.pending)
        try plan.checkRemovals(cap: options.mostRemovals)
        func report(_ outcome: PublishReport.Outcome, _ plan: PublishPlan) -> PublishReport {
            PublishReport(outcome: outcome, plan: plan, release: nil, sentBytes: source.size(of: plan.sent), pruned: [])
        }
        let isDone = plan.isEmpty && state.pending.isEmpty
        if options.isDryRun { return report(isDone ? .unchanged : .onlyPlanned, plan) }
        // A lock that a killed publishing left is removed by taking it.
        if isDone, state.holder == nil { return report(.unchanged, plan) }
        return try WebDAVLock(server: server, lock: lock, temporary: temporary).locked { held in
            let state = try self.state()
            let plan = PublishPlan(from: state.published, to: source.release, uncertain: state.pending)
            try plan.checkRemovals(cap: options.mostRemovals)
            guard !plan.isEmpty || !state.pending.isEmpty else { return report(.unchanged, plan) }
            if !replacesForeign { try checkForeign(plan, state) }
            let touched = state.pending.union(plan.sent).union(plan.removed)
            try put([(Self.pendingName, try temporary.write(Array(touched.sorted().map { $0 + "\n" }.joined().utf8), as: "pending"))])
            try send(source, plan, held)
            try held.check()
            let removed = try server.perform(plan.removed.map { .init(action: .delete, path: $0) })
            try expect(removed, for: plan.removed) { (200...204).contains($0) || $0 == 404 || $0 == 410 }
            try expect(try server.perform([.init(action: .delete, path: Self.pendingName)]), for: [Self.pendingName]) { (200...204).contains($0) || $0 == 404 }
            return report(.published, plan)
        }
    }

    private func send(_ source: BuiltFolder, _ plan: PublishPlan, _ held: WebDAVLock.Held) throws {
        let sent = source.release.files.filter { plan.sent.contains($0.path) }
        try makeFolders(Release(sent).folders)
        for stage in PublishStage.allCases {
            let files = sent.filter { PublishStage($0.path) == stage }
            guard !files.isEmpty else { continue }
            try held.check()
            try put(files.map { ($0.path, "\(source.path)/\($0.path)") })
            try checkBack(files)
        }
        try held.check()
        try put([(Release.manifestName, try temporary.write(source.release.manifest, as: Release.manifestName))])
        try checkBack([Release.File(path: Release.manifestName, digest: source.release.digest)])
    }

    func rollBack(to release: String?) throws -> ReleaseID { throw ReleaseError.keepsNone }

    func list() throws -> (releases: [ListedRelease], current: ReleaseID?) { throw ReleaseError.keepsNone }

    // MARK: Requests

    private func fetch(_ path: String) throws -> [UInt8]? {
        try server.fetch(path, into: "\(temporary.path)/fetched")
    }

    private func put(_ files: [(path: String, file: String)]) throws {
        let statuses = try server.perform(files.map { .init(action: .put(file: $0.file), path: $0.path) })
        try expect(statuses, for: files.map(\.path)) { (200...204).contains($0) }
    }

    /// A folder that exists is refused with 405.
    private func makeFolders(_ folders: [String]) throws {
        let levels = Dictionary(grouping: folders) { $0.utf8.count { $0 == UInt8(ascii: "/") } }
        for (_, level) in levels.sorted(by: { $0.key < $1.key }) {
            let statuses = try server.perform(level.map { .init(action: .makeFolder, path: $0 + "/") })
            try expect(statuses, for: level) { $0 == 201 || $0 == 405 || $0 == 301 }
        }
    }

    /// An answer of success says that the server took something: what it gives back says what.
    private func checkBack(_ files: [Release.File]) throws {
        let folder = "\(temporary.path)/back"
        try createFolder(folder)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        _ = try server.perform(files.enumerated().map { .init(action: .get(into: "\(folder)/\($0)"), path: $1.path) })
        let damaged = files.enumerated().filter { number, file in (try? fileBytes("\(folder)/\(number)")).map { Fingerprint.text(of: $0) } != file.digest }
        guard damaged.isEmpty else { throw ReleaseError.damaged(damaged.map(\.element.path)) }
    }

    /// Conditions such as `If-None-Match` are ignored by some servers: what stands there is asked for.
    private func checkForeign(_ plan: PublishPlan, _ state: State) throws {
        let unknown = plan.added.filter { !state.pending.contains($0) }
        let statuses = try server.perform(unknown.map { .init(action: .head, path: $0) })
        if let foreign = zip(unknown, statuses).first(where: { $1 == 200 }) { throw ReleaseError.foreign("\(server.base)/\(foreign.0)") }
    }

    private func expect(_ statuses: [Int], for paths: [String], _ isRight: (Int) -> Bool) throws {
        if let wrong = zip(paths, statuses).first(where: { !isRight($1) }) { throw ReleaseError.refused(path: wrong.0, status: wrong.1) }
    }
}

extension WebDAVServer {
    /// What stands at a path; nil when nothing does.
    func fetch(_ path: String, into file: String) throws -> [UInt8]? {
        defer { unlink(file) }
        let status = try perform([.init(action: .get(into: file), path: path)])[0]
        switch status {
        // An empty file is not written.
        case 200: return (try? fileBytes(file)) ?? []
        case 404, 410: return nil
        default: throw ReleaseError.refused(path: path, status: status)
        }
    }
}
