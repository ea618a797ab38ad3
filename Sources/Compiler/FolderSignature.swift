import Foundation
import Model

/// What folders look like from outside: every file by name, size, times and place on the disk. No file is opened.
struct FolderSignature: Sendable {
    private(set) var text = ""
    /// When the last of them changed, in nanoseconds since 1970.
    private(set) var newest: Int64 = 0

    /// Nil when one of the folders can't be read. A file may stand in the place of a folder.
    init?(of roots: [String]) {
        var bytes: [UInt8] = []
        for root in roots {
            guard let status = Self.status(of: root, in: AT_FDCWD) else { return nil }
            add(root, status, &bytes)
            var folders = status.st_mode & S_IFMT == S_IFDIR ? [root] : []
            while let folder = folders.popLast() {
                let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
                guard descriptor >= 0, let directory = fdopendir(descriptor) else { return nil }
                defer { closedir(directory) }
                let names = Self.names(in: directory)
                // By the folder's descriptor: the way to it is looked up once.
                let found = names.parallelMap(runLength: 512) { Self.status(of: $0, in: descriptor) }
                bytes += "\(folder)\0\(names.count)\0".utf8
                for (name, status) in zip(names, found) {
                    guard let status else { return nil }
                    add(name, status, &bytes)
                    if status.st_mode & S_IFMT == S_IFDIR { folders.append(folder + "/" + name) }
                }
            }
        }
        text = Fingerprint.text(of: bytes)
    }

    /// In an order that doesn't depend on the file system's.
    private static func names(in directory: OpaquePointer) -> [String] {
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    private static func status(of name: String, in folder: Int32) -> stat? {
        var status = stat()
        return fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 ? status : nil
    }

    private mutating func add(_ name: String, _ status: stat, _ bytes: inout [UInt8]) {
        func nanoseconds(_ time: timespec) -> Int64 { Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec) }
        let changed = nanoseconds(status.st_ctim)
        newest = max(newest, changed)
        bytes += name.utf8
        bytes.append(0)
        for number in [Int64(status.st_mode), Int64(status.st_size), Int64(bitPattern: UInt64(status.st_ino)), nanoseconds(status.st_mtim), changed] {
            withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
        }
    }
}
