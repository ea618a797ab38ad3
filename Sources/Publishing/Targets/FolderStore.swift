import CExchange
import Foundation
import Model

/// Releases in a folder of this machine, or of a share that is mounted here.
struct FolderStore: ReleaseStore {
    let path: String

    private var releases: String { "\(path)/\(StoreState.folder)" }
    private var link: String { "\(path)/\(StoreState.link)" }
    private func folder(_ id: ReleaseID) -> String { "\(releases)/\(id)" }

    func state() throws -> StoreState {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: releases)) ?? []
        guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: link) else {
            var status = stat()
            guard lstat(link, &status) != 0 else { throw ReleaseError.foreign(link) }
            return StoreState(names: names, current: nil)
        }
        guard let id = ReleaseID(target.dropFirst(StoreState.folder.count + 1)), target == Self.destination(id) else { throw ReleaseError.foreign(link) }
        return StoreState(names: names, current: names.contains(id.description) ? id : nil)
    }

    private static func destination(_ id: ReleaseID) -> String { "\(StoreState.folder)/\(id)" }

    func release(_ id: ReleaseID) throws -> Release? {
        guard let bytes = try? fileBytes("\(folder(id))/\(Release.manifestName)"), let release = Release(manifest: bytes), id.isOf(release) else { return nil }
        return release
    }

    func whole(_ release: Release, in id: ReleaseID, like source: BuiltFolder) throws -> Set<String> { whole(release, in: folder(id)) }

    func isVerified(_ release: Release, in id: ReleaseID) throws -> Bool { whole(release, in: folder(id)).count == release.files.count }

    private func whole(_ release: Release, in folder: String) -> Set<String> {
        let isWhole = release.files.parallelMap { file in
            (try? fileBytes("\(folder)/\(file.path)")).map { Fingerprint.text(of: $0) == file.digest } ?? false
        }
        return Set(zip(release.files, isWhole).lazy.filter(\.1).map(\.0.path))
    }

    func add(_ source: BuiltFolder, as id: ReleaseID, linking linked: Set<String>, from earlier: ReleaseID?) throws {
        let staging = "\(releases)/\(StoreState.stagingPrefix)\(getpid())"
        do {
            try createFolder(staging)
            for folder in source.release.folders { try createFolder("\(staging)/\(folder)") }
            let done = source.release.files.parallelMap { file in
                Swift.Result { try put(file, of: source, in: staging, from: linked.contains(file.path) ? earlier : nil) }
            }
            for result in done { try result.get() }
            try write(RenderedFile(path: Release.manifestName, bytes: source.release.manifest), in: staging)
            let whole = whole(source.release, in: staging)
            let damaged = source.release.files.map(\.path).filter { !whole.contains($0) }
            guard damaged.isEmpty, try fileBytes("\(staging)/\(Release.manifestName)") == source.release.manifest else { throw ReleaseError.damaged(damaged) }
            try synchronise()
            guard rename(staging, folder(id)) == 0 else { throw PublishingError.failed(folder(id), errno: errno) }
        } catch {
            try? FileManager.default.removeItem(atPath: staging)
            throw error
        }
    }

    private func put(_ file: Release.File, of source: BuiltFolder, in staging: String, from earlier: ReleaseID?) throws {
        // Where the file system has no links, or this file has too many, it is copied.
        if let earlier, Foundation.link("\(folder(earlier))/\(file.path)", "\(staging)/\(file.path)") == 0 { return }
        try write(RenderedFile(path: file.path, bytes: try source.bytes(of: file)), in: staging)
    }

    private func write(_ file: RenderedFile, in folder: String) throws {
        let error = StagingFolder.write(file, to: "\(folder)/\(file.path)")
        guard error == 0 else { throw PublishingError.failed("\(folder)/\(file.path)", errno: error) }
    }

    /// A loss of power after the swap must find the files there.
    private func synchronise() throws {
        let descriptor = open(releases, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw PublishingError.failed(releases, errno: errno) }
        defer { close(descriptor) }
        guard sync_file_system(descriptor) == 0 else { throw PublishingError.failed(releases, errno: errno) }
    }

    func point(to id: ReleaseID) throws {
        let temporary = "\(releases)/\(StoreState.linkPrefix)\(getpid())"
        guard symlink(Self.destination(id), temporary) == 0 else {
            if [EPERM, EOPNOTSUPP, ENOSYS].contains(errno) { throw ReleaseError.noLinks(path) }
            throw PublishingError.failed(temporary, errno: errno)
        }
        guard rename(temporary, link) == 0 else {
            let error = errno
            unlink(temporary)
            throw PublishingError.failed(link, errno: error)
        }
        guard try state().current == id, try release(id) != nil else { throw ReleaseError.damaged([link]) }
    }

    /// Renamed first: what is half removed must not be taken for a release.
    func remove(_ ids: [ReleaseID]) throws {
        for id in ids {
            let removed = "\(releases)/\(StoreState.removedPrefix)\(id)"
            guard rename(folder(id), removed) == 0 else { throw PublishingError.failed(folder(id), errno: errno) }
            try remove(removed)
        }
    }

    func removeLeftovers() throws {
        for name in try state().leftovers { try remove("\(releases)/\(name)") }
    }

    private func remove(_ path: String) throws {
        do { try FileManager.default.removeItem(atPath: path) } catch { throw PublishingError.failed(path, errno: errno) }
    }

    func locked<Result>(_ work: () throws -> Result) throws -> Result {
        try createFolder(releases)
        let lock = try FolderLock(taking: "\(releases)/\(StoreState.lockName)")
        defer { lock.release() }
        return try work()
    }
}
