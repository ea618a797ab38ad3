import CExchange
import Foundation
import Model

/// What publishing came to.
package struct Publication: Sendable {
    package let written: Int
    package let unchanged: Int
    package let removed: Int
}

/// The environment refused; the old output stands as it was.
package enum PublishingError: Error, Equatable {
    /// Another build holds the lock; its process id where it is known.
    case locked(holder: String)
    /// The folder holds files that no build made.
    case foreignFolder(String)
    case failed(String, errno: Int32)
}

/// Puts rendered files in an output folder, whole or not at all.
///
/// Files are written to a folder beside it, unchanged ones as links to the old, and the two change places in one step.
/// When nothing changed nothing is touched.
package struct OutputFolder {
    private let path: String
    private let parent: String
    private let name: String

    /// The list of files that a build made; how a folder is known as one of ours.
    private static let manifest = "manifest.json"

    package init(_ path: String) {
        let url = URL(fileURLWithPath: path).standardizedFileURL
        self.path = url.path
        parent = url.deletingLastPathComponent().path
        name = url.lastPathComponent
    }

    package func publish(_ files: [RenderedFile]) throws -> Publication {
        try makeFolder(parent)
        let lock = try takeLock()
        defer { release(lock) }
        removeLeftovers()
        let old = try ownFiles()
        let all = files + [Self.manifest(of: files)]
        let isNew = all.parallelMap { [path] file in !Self.isSame(file, in: path) }
        let changed = isNew.count { $0 }
        let kept = Set(all.map(\.path))
        let removed = old.filter { !kept.contains($0) }.count
        guard changed > 0 || removed > 0 else { return Publication(written: 0, unchanged: files.count, removed: 0) }

        let staging = "\(parent)/.\(name).\(getpid())"
        do {
            try makeFolder(staging)
            for folder in Set(all.map { Self.folder(of: $0.path) }).sorted() where !folder.isEmpty { try makeFolder(staging + "/" + folder) }
            // One after the other: new names in one folder wait for each other in the kernel, and two threads that
            // wait there cost more than one that works.
            for (index, file) in all.enumerated() {
                let target = "\(staging)/\(file.path)"
                if !isNew[index], link("\(path)/\(file.path)", target) == 0 { continue }
                let error = Self.write(file.bytes, to: target)
                guard error == 0 else { throw PublishingError.failed(file.path, errno: error) }
            }
            try exchange(staging)
        } catch {
            try? FileManager.default.removeItem(atPath: staging)
            throw error
        }
        // After the exchange the staging name holds the old output.
        try? FileManager.default.removeItem(atPath: staging)
        let written = isNew.dropLast().count { $0 }
        return Publication(written: written, unchanged: files.count - written, removed: removed)
    }

    // MARK: Files

    private static func manifest(of files: [RenderedFile]) -> RenderedFile {
        var text = "{\n  \"version\": 1,\n  \"files\": [\n"
        text += files.map(\.path).sorted().map { "    \"\($0)\"" }.joined(separator: ",\n")
        text += "\n  ]\n}\n"
        return RenderedFile(path: manifest, bytes: Array(text.utf8))
    }

    /// Paths of the earlier build; empty when there is none.
    private func ownFiles() throws -> [String] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        let present = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        guard !present.isEmpty else { return [] }
        guard let data = FileManager.default.contents(atPath: path + "/" + Self.manifest),
            let manifest = try? JSONSerialization.jsonObject(with: data) as? [String: Any], let files = manifest["files"] as? [String]
        else { throw PublishingError.foreignFolder(path) }
        return files
    }

    private static func folder(of path: String) -> String {
        path.split(separator: "/").dropLast().joined(separator: "/")
    }

    private static func isSame(_ file: RenderedFile, in folder: String) -> Bool {
        let descriptor = open("\(folder)/\(file.path)", O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, Int(status.st_size) == file.bytes.count else { return false }
        guard !file.bytes.isEmpty else { return true }
        return withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
            var offset = 0
            while offset < file.bytes.count {
                let got = read(descriptor, buffer.baseAddress, buffer.count)
                guard got > 0, offset + got <= file.bytes.count else { return false }
                let isEqual = file.bytes.withUnsafeBytes { memcmp($0.baseAddress! + offset, buffer.baseAddress!, got) == 0 }
                guard isEqual else { return false }
                offset += got
            }
            return true
        }
    }

    /// The error number, 0 when all went well.
    private static func write(_ bytes: [UInt8], to path: String) -> Int32 {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { return errno }
        var offset = 0
        while offset < bytes.count {
            let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress! + offset, bytes.count - offset) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let error = errno
                close(descriptor)
                return error
            }
            offset += count
        }
        return close(descriptor) == 0 ? 0 : errno
    }

    private func makeFolder(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw PublishingError.failed(path, errno: errno)
        }
    }

    private func exchange(_ staging: String) throws {
        guard FileManager.default.fileExists(atPath: path) else {
            guard rename(staging, path) == 0 else { throw PublishingError.failed(path, errno: errno) }
            return
        }
        guard exchange_paths(staging, path) == 0 else { throw PublishingError.failed(path, errno: errno) }
    }

    // MARK: Lock

    private var lockPath: String { "\(parent)/.\(name).lock" }

    /// The lock falls with the process that holds it, however that ends.
    private func takeLock() throws -> Int32 {
        while true {
            let descriptor = open(lockPath, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
            guard descriptor >= 0 else { throw PublishingError.failed(lockPath, errno: errno) }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                var text = [UInt8](repeating: 0, count: 20)
                let count = read(descriptor, &text, text.count)
                close(descriptor)
                throw PublishingError.locked(holder: String(decoding: text.prefix(max(0, count)), as: UTF8.self))
            }
            // The last holder may have removed the file between our opening and our lock.
            var mine = stat()
            var current = stat()
            guard fstat(descriptor, &mine) == 0, stat(lockPath, &current) == 0, mine.st_ino == current.st_ino else {
                close(descriptor)
                continue
            }
            ftruncate(descriptor, 0)
            let text = Array("\(getpid())".utf8)
            _ = Foundation.write(descriptor, text, text.count)
            return descriptor
        }
    }

    private func release(_ descriptor: Int32) {
        unlink(lockPath)
        close(descriptor)
    }

    /// What a killed build left behind.
    private func removeLeftovers() {
        for entry in (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? [] {
            let prefix = ".\(name)."
            guard entry.hasPrefix(prefix), Int32(entry.dropFirst(prefix.count)) != nil else { continue }
            try? FileManager.default.removeItem(atPath: parent + "/" + entry)
        }
    }
}
