import CExchange
import Foundation
import Model

extension OutputFolder {
    /// Tells whether an output is the one that was looked at, without looking at its files: a build that changed anything
    /// has put another folder there.
    package struct Mark: Equatable, Sendable {
        fileprivate let inode: UInt64
        fileprivate let changed: [Int]
    }

    /// Nil when there is no output.
    package var mark: Mark? {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        return Mark(inode: UInt64(status.st_ino), changed: [status.st_ctim.tv_sec, status.st_ctim.tv_nsec])
    }

    /// Has the manifest say what the files are made of now; false when there is none that says what they were made of.
    package func note(_ content: String, in files: StandingFiles) -> Bool {
        let mark = Array("\n  \"content\": \"".utf8)
        guard let file = files[Manifest.name], let place = file.bytes.place(of: mark).map({ $0 + mark.count }), place + content.utf8.count < file.bytes.count else { return false }
        files.exchange(place..<place + content.utf8.count, in: Manifest.name, for: Array(content.utf8))
        return true
    }

    /// Puts the output in the place of itself with pieces of some files exchanged, whole or not at all: every other file has
    /// its name in a folder beside, and the two change places.
    /// - Parameters:
    ///   - mark: of the output as it was looked at. Nil is returned, and nothing done, when it is another now.
    ///   - spare: the output that the last update replaced, where one is kept; the one that is replaced now becomes it.
    ///   - exchange: says what is to change; nil when that can't be told, and then nothing is.
    /// - Returns: also the paths of the files that have changed.
    package func update(ifStill mark: Mark, spare: inout SpareOutput?, _ exchange: () -> StandingFiles?) throws -> (publication: Publication, changed: [String])? {
        try locked {
            guard self.mark == mark else { return nil }
            let kept = spare.flatMap { $0.isUntouched ? $0 : nil }
            let staging = kept?.path ?? "\(parent)/.\(name).\(getpid())"
            let place = spare?.path
            spare = nil
            do {
                var folders = kept?.folders.map(\.path) ?? []
                // The names are given on one core while the other finds out what is to change, and writes it.
                let linking = kept == nil ? try beginLinking(to: staging, insteadOf: place) : nil
                let files = exchange()
                let changed = files?.exchanges.keys.sorted() ?? []
                let writing = Result { if let files { try Self.write(changed, of: files) { "\(staging)/.\($0)" } } }
                if let linking { folders = try linking.value.get() }
                try writing.get()
                guard let files else {
                    if kept == nil { removeTree(staging) }
                    return nil
                }
                // What the last update changed is still as it was before.
                for file in kept?.behind ?? [] where !changed.contains(file) {
                    unlink(staging + "/" + file)
                    guard link(path + "/" + file, staging + "/" + file) == 0 else { throw PublishingError.failed(file, errno: errno) }
                }
                for (number, file) in changed.enumerated() {
                    guard rename("\(staging)/.\(number)", staging + "/" + file) == 0 else { throw PublishingError.failed(file, errno: errno) }
                }
                try self.exchange(staging)
                if let place, staging == place || rename(staging, place) == 0 {
                    spare = SpareOutput(place, folders: folders, behind: changed)
                } else {
                    removeTree(staging)
                }
                let count = files[Manifest.name].map(Manifest.count) ?? 0
                let written = changed.count { $0 != Manifest.name }
                return (Publication(written: written, unchanged: count - written, removed: 0), changed)
            } catch {
                removeTree(staging)
                throw error
            }
        }
    }

    private func beginLinking(to staging: String, insteadOf place: String?) throws -> Meanwhile<Result<[String], any Error>> {
        if let place { removeTree(place) }
        guard mkdir(staging, 0o755) == 0 else { throw PublishingError.failed(staging, errno: errno) }
        return Meanwhile { [path] in Result { try Self.linkAll(of: path, to: staging) } }
    }

    /// Gives every file of a folder a second name in another.
    /// - Returns: the folders, by path below the new one.
    private static func linkAll(of old: String, to new: String) throws -> [String] {
        var linked: [String] = []
        var folders = [""]
        while let below = folders.popLast() {
            linked.append(below)
            let (source, target) = (below.isEmpty ? old : old + "/" + below, below.isEmpty ? new : new + "/" + below)
            guard below.isEmpty || mkdir(target, 0o755) == 0 else { throw PublishingError.failed(target, errno: errno) }
            guard let from = OpenFolder(source) else { throw PublishingError.failed(source, errno: errno) }
            guard let into = OpenFolder(target) else { throw PublishingError.failed(target, errno: errno) }
            defer { withExtendedLifetime((from, into)) {} }
            let prefix = below.isEmpty ? "" : below + "/"
            for entry in from.entries() {
                guard let name = entry.name else { continue }
                if entry.kind == .folder {
                    folders.append(prefix + name)
                } else if linkat(from.descriptor, name, into.descriptor, name, 0) != 0 {
                    // A file system without links gets a copy.
                    do {
                        try FileManager.default.copyItem(atPath: source + "/" + name, toPath: target + "/" + name)
                    } catch {
                        throw PublishingError.failed(prefix + name, errno: errno)
                    }
                }
            }
        }
        return linked
    }

    /// Writes changed files on all cores.
    /// - Parameter path: where each is to be written, by its number.
    private static func write(_ changed: [String], of files: StandingFiles, to path: (Int) -> String) throws {
        // Looked up by one, then only read.
        nonisolated(unsafe) let work = changed.indices.map { (file: changed[$0], path: path($0), pieces: files.pieces(of: changed[$0])) }
        let errors = work.indices.parallelMap(runLength: 1) { index in
            writeNewFile(work[index].path) { put in
                for piece in work[index].pieces { guard put(piece) else { return } }
            }
        }
        for (work, error) in zip(work, errors) where error != 0 { throw PublishingError.failed(work.file, errno: error) }
    }
}

/// An output that a build has replaced, kept for the next one: most of its files are the same files still, under a second
/// name, so that the next build has little to do before it puts it back.
package struct SpareOutput: Sendable {
    package let path: String
    /// Files that were changed in the output that replaced it.
    let behind: [String]
    /// What the system says of each of its folders: that changes when a name in it does. By path below it.
    fileprivate let folders: [(path: String, look: [Int])]

    fileprivate init?(_ path: String, folders: [String], behind: [String]) {
        self.path = path
        self.behind = behind
        var looks: [(String, [Int])] = []
        for folder in folders {
            guard let look = Self.look(path + "/" + folder) else { return nil }
            looks.append((folder, look))
        }
        self.folders = looks
    }

    /// Where one may come to be kept; there is none yet.
    package init(at path: String) {
        self.path = path
        behind = []
        folders = []
    }

    var isUntouched: Bool { !folders.isEmpty && folders.allSatisfy { Self.look(path + "/" + $0.path) == $0.look } }

    /// Takes away what is kept for an output.
    package static func remove(_ path: String) { removeTree(path) }

    /// Nil for what is no folder.
    private static func look(_ folder: String) -> [Int]? {
        var status = stat()
        guard lstat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
        return [Int(bitPattern: UInt(status.st_ino)), status.st_mtim.tv_sec, status.st_mtim.tv_nsec, Int(status.st_dev)]
    }

    package func keep(_ writer: inout KeptWriter) {
        writer.text(path)
        writer.texts(behind)
        writer.list(folders) { writer, folder in
            writer.text(folder.path)
            writer.list(folder.look) { $0.number($1) }
        }
    }

    package init(kept reader: inout KeptReader) throws(KeptReader.Damaged) {
        path = try reader.text()
        behind = try reader.texts()
        folders = try reader.list { (reader) throws(KeptReader.Damaged) in
            (try reader.text(), try reader.list { (reader) throws(KeptReader.Damaged) in try reader.number() })
        }
    }
}

/// Removes a folder with all that is in it, as far as that can be done.
func removeTree(_ path: String) {
    guard let folder = OpenFolder(path, followsLink: false) else { return }
    defer { withExtendedLifetime(folder) {} }
    for entry in folder.entries() {
        guard let name = entry.name else { continue }
        if entry.kind == .folder { removeTree(path + "/" + name) } else { unlinkat(folder.descriptor, name, 0) }
    }
    rmdir(path)
}
