import Foundation
import Model

/// What folders look like from outside: every file by name, size, times and place on the disk. No file is opened.
struct FolderSignature: Sendable {
    /// The sum of a digest of each entry, so that the order of listing plays no part.
    private(set) var sum = [UInt64](repeating: 0, count: 4)
    /// When the last of them changed, in nanoseconds since 1970.
    private(set) var newest: Int64 = 0

    var text: String { sum.map { String($0, radix: 16) }.joined(separator: "-") }

    /// Nil when one of the folders can't be read. A file may stand in the place of a folder.
    init?(of roots: [String]) {
        for root in roots {
            guard let entries = Self.entries(below: root) else { return nil }
            let parts = entries.parallelMap(runLength: 1_024) { Self.signature(of: $0) }
            for part in parts {
                guard let part else { return nil }
                for index in sum.indices { sum[index] &+= part.digest[index] }
                newest = max(newest, part.changed)
            }
        }
    }

    /// Every file and folder below a folder, itself included, as paths.
    private static func entries(below root: String) -> [String]? {
        var found = [root]
        var folders = [root]
        while let folder = folders.popLast() {
            guard let directory = opendir(folder) else {
                guard folder == root, errno == ENOTDIR else { return nil }
                return found
            }
            defer { closedir(directory) }
            while let entry = readdir(directory) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
                }
                guard name != ".", name != ".." else { continue }
                found.append(folder + "/" + name)
                if entry.pointee.d_type == UInt8(DT_DIR) { folders.append(folder + "/" + name) }
            }
        }
        return found
    }

    private static func signature(of path: String) -> (digest: [UInt64], changed: Int64)? {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        func nanoseconds(_ time: timespec) -> Int64 { Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec) }
        let changed = nanoseconds(status.st_ctim)
        var bytes = Array(path.utf8)
        bytes.append(0)
        for number in [Int64(status.st_mode), Int64(status.st_size), Int64(bitPattern: UInt64(status.st_ino)), nanoseconds(status.st_mtim), changed] {
            withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
        }
        let digest = Fingerprint.sha256(bytes)
        return (digest.withUnsafeBytes { Array($0.bindMemory(to: UInt64.self)) }, changed)
    }
}
