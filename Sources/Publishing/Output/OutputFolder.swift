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
    let path: String
    let parent: String
    let name: String

    package init(_ path: String) {
        let url = URL(fileURLWithPath: path).standardizedFileURL
        self.path = url.path
        parent = url.deletingLastPathComponent().path
        name = url.lastPathComponent
    }

    /// - Parameters:
    ///   - content: digest of what the files are made of, to be noted in the manifest.
    ///   - render: puts every file into the sink it is given; it writes to the disk while others are still made.
    package func publish(of content: String? = nil, _ render: (any FileSink) throws -> Void) throws -> Publication {
        try createFolder(parent)
        return try locked {
            let old = try ownFiles()
            let staging = StagingFolder("\(parent)/.\(name).\(getpid())", current: old.isEmpty ? nil : path, content: content)
            do {
                try render(staging)
                let result = try staging.finish(removing: old)
                guard staging.isFilled else { return result }
                try exchange(staging.path)
                // After the exchange the staging name holds the old output.
                staging.remove()
                return result
            } catch {
                staging.remove()
                throw error
            }
        }
    }

    /// What one process does with the output at a time; what a killed one left is taken away first.
    func locked<Result>(_ work: () throws -> Result) throws -> Result {
        let lock = try FolderLock(taking: "\(parent)/.\(name).lock")
        defer { lock.release() }
        removeLeftovers()
        return try work()
    }

    // MARK: Files

    /// Paths of the earlier build; empty when there is none.
    private func ownFiles() throws -> [String] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        let present = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        guard !present.isEmpty else { return [] }
        if let files = Manifest.listed(in: path) { return files }
        // A folder of a larger output, such as the reports of a build, is listed there.
        let prefix = name + "/"
        let ours = (Manifest.listed(in: parent) ?? []).filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
        guard !ours.isEmpty else { throw PublishingError.foreignFolder(path) }
        return ours
    }

    func exchange(_ staging: String) throws {
        guard FileManager.default.fileExists(atPath: path) else {
            guard rename(staging, path) == 0 else { throw PublishingError.failed(path, errno: errno) }
            return
        }
        guard exchange_paths(staging, path) == 0 else { throw PublishingError.failed(path, errno: errno) }
    }

    /// What a killed build left behind.
    private func removeLeftovers() {
        for entry in (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? [] {
            let prefix = ".\(name)."
            guard entry.hasPrefix(prefix), Int32(entry.dropFirst(prefix.count)) != nil else { continue }
            removeTree(parent + "/" + entry)
        }
    }
}
