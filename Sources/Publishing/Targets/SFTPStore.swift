import Foundation
import Model
import Tools

/// Releases on a server with OpenSSH's SFTP: hard links for what didn't change, a rename over the old link for the swap.
struct SFTPStore: ReleaseStore {
    let session: SFTPSession
    let path: String
    let lock: ServerLock
    let temporary: TemporaryFolder

    private var releases: String { "\(path)/\(StoreState.folder)" }
    private var link: String { "\(path)/\(StoreState.link)" }
    /// No two runs share a staging folder: `sftp` may outlive the process that was killed, and still be sending.
    private var staging: String { StoreState.stagingPrefix + lock.name }

    private func run(inReleases: Bool = true, _ fill: (inout SFTPBatch) throws -> Void) throws -> [String] {
        var batch = SFTPBatch()
        if inReleases { batch.add("cd", releases) }
        try fill(&batch)
        return try session.run(batch)
    }

    /// What a file on the server holds; nil when there is none.
    private func fetch(_ name: String, with other: (inout SFTPBatch) -> Void = { _ in }) throws -> [UInt8]? {
        let file = "\(temporary.path)/fetched"
        _ = try run(inReleases: false) {
            other(&$0)
            $0.add("get", "\(releases)/\(name)", file, mayFail: true)
        }
        defer { unlink(file) }
        return try? fileBytes(file)
    }

    // MARK: State

    func state() throws -> StoreState {
        let lines = try run(inReleases: false) {
            $0.add("ls -1a", releases, mayFail: true)
            $0.add("pwd")
            // The link's own text can't be read; where it leads can.
            $0.add("cd", link, mayFail: true)
            $0.add("pwd")
        }
        let names = lines.dropLast(2).compactMap { line in line.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(line[line.utf8.index(after: $0)...]) } }
        let places = lines.suffix(2)
        guard places.first != places.last else { return StoreState(names: names, current: nil) }
        let place = (places.last ?? "").split(separator: "/").suffix(2)
        guard place.first == StoreState.folder[...], let id = place.last.flatMap({ ReleaseID($0) }) else { throw ReleaseError.foreign(link) }
        return StoreState(names: names, current: names.contains(id.description) ? id : nil)
    }

    func release(_ id: ReleaseID) throws -> Release? {
        guard let bytes = try fetch("\(id)/\(Release.manifestName)"), let release = Release(manifest: bytes), id.isOf(release) else { return nil }
        return release
    }

    /// By size: a file with the same digest is as large as ours.
    func whole(_ release: Release, in id: ReleaseID, like source: BuiltFolder) throws -> Set<String> {
        let sizes = try self.sizes(release, in: id.description)
        let ours = source.release.digests
        return Set(release.files.lazy.filter { ours[$0.path] == $0.digest && sizes[$0.path] == source.sizes[$0.path] }.map(\.path))
    }

    private func sizes(_ release: Release, in folder: String) throws -> [String: Int] {
        let lines = try run { batch in for place in [folder] + release.folders.map({ "\(folder)/\($0)" }) { batch.add("ls -lan", place, mayFail: true) } }
        let files = SFTPSession.entries(lines).filter { !$0.isFolder && $0.path.hasPrefix(folder + "/") }
        return Dictionary(files.map { (String($0.path.dropFirst(folder.count + 1)), $0.size) }) { $1 }
    }

    func isVerified(_ release: Release, in id: ReleaseID) throws -> Bool { try damaged(release.files, in: id.description).isEmpty }

    /// Which of the files don't come back as they should.
    private func damaged(_ files: [Release.File], in folder: String) throws -> [String] {
        let local = "\(temporary.path)/back"
        try createFolder(local)
        defer { try? FileManager.default.removeItem(atPath: local) }
        _ = try run { batch in for (number, file) in files.enumerated() { batch.add("get", "\(folder)/\(file.path)", "\(local)/\(number)", mayFail: true) } }
        return files.enumerated().filter { number, file in (try? fileBytes("\(local)/\(number)")).map { Fingerprint.text(of: $0) } != file.digest }.map(\.element.path)
    }

    // MARK: Changes

    func add(_ source: BuiltFolder, as id: ReleaseID, linking linked: Set<String>, from earlier: ReleaseID?) throws {
        let release = source.release
        let list = try temporary.write(release.manifest, as: Release.manifestName)
        let sent = release.files.filter { !linked.contains($0.path) }
        _ = try run { batch in
            batch.add("mkdir", staging)
            for folder in release.folders { batch.add("mkdir", "\(staging)/\(folder)") }
            for file in release.files {
                if let earlier, linked.contains(file.path) {
                    batch.add("ln", "\(earlier)/\(file.path)", "\(staging)/\(file.path)")
                } else {
                    batch.add("put", "\(source.path)/\(file.path)", "\(staging)/\(file.path)")
                }
            }
            batch.add("put", list, "\(staging)/\(Release.manifestName)")
        }
        let sizes = try self.sizes(release, in: staging)
        var damaged = release.files.map(\.path).filter { sizes[$0] != source.sizes[$0] }
        damaged += try self.damaged(sent + [Release.File(path: Release.manifestName, digest: release.digest)], in: staging)
        guard damaged.isEmpty else { throw ReleaseError.damaged(Set(damaged).sorted()) }
        try checkLock()
        _ = try run { $0.add("rename", staging, id.description) }
    }

    func point(to id: ReleaseID) throws {
        let temporary = StoreState.linkPrefix + lock.name
        try checkLock()
        let list = try fetch("../\(StoreState.link)/\(Release.manifestName)") {
            $0.add("ln -s", "\(StoreState.folder)/\(id)", "\(releases)/\(temporary)")
            $0.add("rename", "\(releases)/\(temporary)", link)
        }
        guard let list, let release = Release(manifest: list), id.isOf(release) else { throw ReleaseError.damaged([link]) }
    }

    /// Renamed first: what is half removed must not be taken for a release.
    func remove(_ ids: [ReleaseID]) throws {
        _ = try run { batch in for id in ids { batch.add("rename", id.description, StoreState.removedPrefix + id.description) } }
        try remove(ids.map { StoreState.removedPrefix + $0.description })
    }

    func removeLeftovers() throws {
        let leftovers = try state().leftovers
        let folders = [StoreState.stagingPrefix, StoreState.removedPrefix]
        let isFolder = { (name: String) in folders.contains { name.hasPrefix($0) } }
        let files = leftovers.filter { !isFolder($0) }
        if !files.isEmpty { _ = try run { batch in for file in files { batch.add("rm", file, mayFail: true) } } }
        try remove(leftovers.filter(isFolder))
    }

    /// `sftp` removes no folder that holds something, so all in them is listed, a level at a time.
    private func remove(_ folders: [String]) throws {
        guard !folders.isEmpty else { return }
        var (all, files, level) = (folders, [String](), folders)
        while !level.isEmpty {
            let entries = SFTPSession.entries(try run { batch in for folder in level { batch.add("ls -lan", folder, mayFail: true) } })
            files += entries.filter { !$0.isFolder }.map(\.path)
            level = entries.filter(\.isFolder).map(\.path)
            all += level
        }
        _ = try run { batch in
            for file in files { batch.add("rm", file) }
            for folder in all.reversed() { batch.add("rmdir", folder) }
        }
    }

    // MARK: Lock

    func locked<Result>(_ work: () throws -> Result) throws -> Result {
        try takeLock()
        defer { _ = try? run { $0.add("rm", StoreState.lockName, mayFail: true) } }
        return try work()
    }

    private func takeLock() throws {
        let (mine, isPrepared) = ("\(releases)/\(StoreState.lockName)-\(lock.name)", try temporary.write(Array(lock.holder.text.utf8), as: "lock"))
        for _ in 0..<2 {
            // A link is made or is not: two can't both make it, and it never stands there empty.
            let held = try fetch(StoreState.lockName) {
                $0.add("mkdir", path, mayFail: true)
                $0.add("mkdir", releases, mayFail: true)
                $0.add("put", isPrepared, mine)
                $0.add("ln", mine, "\(releases)/\(StoreState.lockName)", mayFail: true)
                $0.add("rm", mine, mayFail: true)
            }
            guard let held else { throw ReleaseError.noLinks(path) }
            if held == Array(lock.holder.text.utf8) { return }
            guard lock.mayBreak(held) else { throw ReleaseError.locked(LockHolder(text: held)) }
            try breakLock(of: held)
        }
        throw ReleaseError.lostLock
    }

    /// Takes the lock aside before it is removed: another process may have broken it too, and hold it by now.
    private func breakLock(of holder: [UInt8]) throws {
        let aside = "\(StoreState.lockName)-\(lock.name)"
        let broken = try fetch(aside) { $0.add("rename", "\(releases)/\(StoreState.lockName)", "\(releases)/\(aside)", mayFail: true) }
        let isOther = broken != nil && broken != holder
        _ = try run {
            if isOther { $0.add("ln", aside, StoreState.lockName, mayFail: true) }
            $0.add("rm", aside, mayFail: true)
        }
        if isOther { throw ReleaseError.locked(LockHolder(text: broken ?? [])) }
    }

    private func checkLock() throws {
        guard try fetch(StoreState.lockName) == Array(lock.holder.text.utf8) else { throw ReleaseError.lostLock }
    }
}
