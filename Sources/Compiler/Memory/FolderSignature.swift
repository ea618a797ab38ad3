import Foundation
import Model

/// What folders look like from outside: every file by name, size, times and place on the disk. No file is opened.
struct FolderSignature: Sendable {
    /// A mark, the name and an end for each folder and each entry, with what the system says of the entry.
    private(set) var bytes: [UInt8] = []
    /// When the last of them changed, in nanoseconds since 1970.
    private(set) var newest: Int64 = 0
    /// Where the bytes of each root end; none where the signature was made from another.
    private var ends: [Int] = []
    /// Whether it says when a file last got or lost a name.
    private let countsLinks: Bool

    /// Mode, size, place, and two times.
    private static let entrySize = 40
    private static let (folderMark, entryMark): (UInt8, UInt8) = (1, 2)

    /// Nil when one of the folders can't be read. A file may stand in the place of a folder.
    /// - Parameter countsLinks: whether a file is another when it has been linked anew elsewhere.
    init?(of roots: [String], countsLinks: Bool = true) {
        self.countsLinks = countsLinks
        for root in roots {
            guard let status = Self.status(of: root, in: AT_FDCWD) else { return nil }
            add(root, status)
            var folders = status.st_mode & S_IFMT == S_IFDIR ? [root] : []
            while let folder = folders.popLast() {
                guard let directory = OpenFolder(folder) else { return nil }
                let entries = directory.entries()
                // In an order that doesn't depend on the file system's.
                let names = entries.compactMap(\.name).sorted()
                guard names.count == entries.count else { return nil }
                let found = withExtendedLifetime(directory) {
                    let descriptor = directory.descriptor
                    return names.parallelMap(runLength: 512) { Self.status(of: $0, in: descriptor) }
                }
                bytes.append(Self.folderMark)
                bytes += folder.utf8
                bytes.append(0)
                for (name, status) in zip(names, found) {
                    guard let status else { return nil }
                    add(name, status)
                    if status.st_mode & S_IFMT == S_IFDIR { folders.append(folder + "/" + name) }
                }
            }
            ends.append(bytes.count)
        }
    }

    /// The signature of some of the roots that it was taken of.
    func of(roots: [Int]) -> FolderSignature {
        var part = self
        part.bytes = roots.flatMap { bytes[($0 == 0 ? 0 : ends[$0 - 1])..<ends[$0]] }
        part.ends = []
        return part
    }

    /// The signature of folders in which nothing but some files has changed since another was taken. Nil when something
    /// isn't there.
    /// - Parameter changed: paths of the files.
    init?(updating earlier: ArraySlice<UInt8>, changed: Set<String>, countsLinks: Bool) {
        self.countsLinks = countsLinks
        bytes = Array(earlier)
        var names: [String: Set<String>] = [:]
        for path in changed {
            let slash = path.lastIndex(of: "/")
            names[slash.map { String(path[..<$0]) } ?? "", default: []].insert(String(path[(slash.map { path.index(after: $0) } ?? path.startIndex)...]))
        }
        var folder = ""
        var wanted: Set<String> = []
        var place = 0
        let count = bytes.count
        while place < count {
            let (mark, end, isFolder) = bytes.withUnsafeBytes { bytes -> (UInt8, Int, Bool) in
                let end = memchr(bytes.baseAddress! + place, 0, count - place).map { UnsafeRawPointer($0) - bytes.baseAddress! } ?? count
                guard bytes[place] == Self.entryMark, end + Self.entrySize < count else { return (bytes[place], end, false) }
                let mode = bytes.loadUnaligned(fromByteOffset: end + 1, as: Int64.self)
                return (bytes[place], end, mode_t(truncatingIfNeeded: mode) & S_IFMT == S_IFDIR)
            }
            guard end < count else { return nil }
            if mark == Self.folderMark {
                folder = String(decoding: bytes[place + 1..<end], as: UTF8.self)
                wanted = names[folder] ?? []
                place = end + 1
                continue
            }
            guard end + Self.entrySize < count else { return nil }
            if isFolder || !wanted.isEmpty {
                let name = String(decoding: bytes[place + 1..<end], as: UTF8.self)
                if isFolder || wanted.contains(name) {
                    guard let status = Self.status(of: folder.isEmpty ? name : folder + "/" + name, in: AT_FDCWD) else { return nil }
                    bytes.replaceSubrange(end + 1..<end + 1 + Self.entrySize, with: look(status))
                }
            }
            place = end + 1 + Self.entrySize
        }
    }

    /// Files that look otherwise than they did, by path. Nil when something has come, gone or got another name.
    func changedFiles(since earlier: ArraySlice<UInt8>) -> [String]? {
        guard earlier.count == bytes.count else { return nil }
        var changed: [String] = []
        let isSameTree = earlier.withUnsafeBytes { old in
            bytes.withUnsafeBytes { new in
                var folder = ""
                var place = 0
                while place < new.count {
                    // Names end with 0, and hold none.
                    guard let end = memchr(new.baseAddress! + place, 0, new.count - place).map({ UnsafeRawPointer($0) - new.baseAddress! }) else { return false }
                    guard memcmp(old.baseAddress! + place, new.baseAddress! + place, end + 1 - place) == 0 else { return false }
                    let isFolder = new[place] == Self.folderMark
                    func name() -> String { String(decoding: new[place + 1..<end], as: UTF8.self) }
                    if isFolder {
                        folder = name()
                        place = end + 1
                        continue
                    }
                    let next = end + 1 + Self.entrySize
                    guard next <= new.count else { return false }
                    if memcmp(old.baseAddress! + end + 1, new.baseAddress! + end + 1, Self.entrySize) != 0 {
                        let (mode, before) = (new.loadUnaligned(fromByteOffset: end + 1, as: Int64.self), old.loadUnaligned(fromByteOffset: end + 1, as: Int64.self))
                        guard mode == before else { return false }
                        // What changed in a folder is told by its entries.
                        if mode_t(truncatingIfNeeded: mode) & S_IFMT != S_IFDIR { changed.append(folder.isEmpty ? name() : "\(folder)/\(name())") }
                    }
                    place = next
                }
                return true
            }
        }
        return isSameTree ? changed : nil
    }

    private static func status(of name: String, in folder: Int32) -> stat? {
        var status = stat()
        return fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 ? status : nil
    }

    private mutating func add(_ name: String, _ status: stat) {
        newest = max(newest, Self.nanoseconds(status.st_ctim))
        bytes.append(Self.entryMark)
        bytes += name.utf8
        bytes.append(0)
        bytes += look(status)
    }

    private func look(_ status: stat) -> [UInt8] {
        var look: [UInt8] = []
        look.reserveCapacity(Self.entrySize)
        let times = (Self.nanoseconds(status.st_mtim), countsLinks ? Self.nanoseconds(status.st_ctim) : 0)
        for number in [Int64(status.st_mode), Int64(status.st_size), Int64(bitPattern: UInt64(status.st_ino)), times.0, times.1] {
            withUnsafeBytes(of: number.littleEndian) { look += $0 }
        }
        return look
    }

    private static func nanoseconds(_ time: timespec) -> Int64 { Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec) }
}
