import Diagnostics
import Foundation
import Model

/// What a content folder held at one instant. Nothing is taken of which another program was changing a part: then all is
/// read anew.
struct FolderSnapshot {
    let texts: [SourceText]
    /// Only by name.
    let assets: [FolderListing.Entry]
    let refused: [(path: String, reason: Message)]

    private static let mostAttempts = 5
    private static let largestFile = 64 << 20

    /// - Throws: `ContentError`.
    static func take(_ root: String) throws -> FolderSnapshot {
        var changing = root
        for _ in 0..<mostAttempts {
            switch try attempt(root) {
            case .success(let snapshot): return snapshot
            case .failure(let change): changing = change.path
            }
        }
        throw ContentError.changing(changing)
    }

    /// A file as it is now; nil when it can't be read.
    static func bytes(of path: String) -> [UInt8]? {
        if case .text(let bytes, _) = FileRead(path) { bytes } else { nil }
    }

    /// The same, when it was left alone while it was read.
    static func steadyBytes(of path: String) -> [UInt8]? {
        guard case .text(let bytes, let stamp) = FileRead(path), FileStamp(atPath: path) == stamp else { return nil }
        return bytes
    }

    /// Something was not as it had been when the last of the content had been read.
    private struct Change: Error {
        let path: String
    }

    private static func attempt(_ root: String) throws -> Result<FolderSnapshot, Change> {
        let listing = try FolderListing(of: root)
        var texts: [SourceText] = []
        texts.reserveCapacity(listing.texts.count)
        var refused = listing.refused
        var seen = listing.folders
        let read = listing.texts.parallelMap { FileRead(root + "/" + $0.path) }
        for (entry, file) in zip(listing.texts, read) {
            switch file {
            case .text(let bytes, let stamp):
                texts.append(SourceText(path: entry.name, bytes: bytes))
                seen.append((entry, stamp))
            case .tooLarge: refused.append((entry.name, Message("Filen är större än 64 MB.", en: "The file is larger than 64 MB.")))
            case .gone: return .failure(Change(path: root + "/" + entry.path))
            case .failed(let number): throw ContentError.unreadable(root + "/" + entry.path, errno: number)
            }
        }
        let isSame = seen.parallelMap { FileStamp(atPath: root + "/" + $0.entry.path) == $0.stamp }
        if let index = isSame.firstIndex(of: false) { return .failure(Change(path: root + "/" + seen[index].entry.path)) }
        return .success(FolderSnapshot(texts: texts, assets: listing.assets, refused: refused))
    }

    /// One file, whole.
    private enum FileRead: Sendable {
        case text([UInt8], FileStamp)
        case tooLarge
        /// Taken away or put something else in the place of since it was listed.
        case gone
        case failed(Int32)

        init(_ path: String) {
            // Without waiting, should a pipe have taken its place.
            let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
            guard descriptor >= 0 else {
                self = errno == ENOENT || errno == ELOOP || errno == ENXIO ? .gone : .failed(errno)
                return
            }
            defer { close(descriptor) }
            guard let stamp = FileStamp(of: descriptor), stamp.isFile else {
                self = .gone
                return
            }
            guard stamp.size <= FolderSnapshot.largestFile else {
                self = .tooLarge
                return
            }
            var failure: Int32 = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: stamp.size) { buffer, count in
                while count < stamp.size {
                    let got = Foundation.read(descriptor, buffer.baseAddress! + count, stamp.size - count)
                    if got < 0, errno == EINTR { continue }
                    if got < 0 { failure = errno }
                    if got <= 0 { break }
                    count += got
                }
            }
            self = failure == 0 ? .text(bytes, stamp) : .failed(failure)
        }
    }
}

/// What changes whenever a file or a folder does.
struct FileStamp: Equatable, Sendable {
    let size: Int
    private let inode: UInt
    private let mode: mode_t
    private let changed: (Int, Int)
    private let modified: (Int, Int)

    var isFile: Bool { mode & S_IFMT == S_IFREG }

    init?(of descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        self.init(status)
    }

    init?(atPath path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    private init(_ status: stat) {
        size = Int(status.st_size)
        inode = UInt(status.st_ino)
        mode = status.st_mode
        changed = (status.st_ctim.tv_sec, status.st_ctim.tv_nsec)
        modified = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
    }

    static func == (left: FileStamp, right: FileStamp) -> Bool {
        left.size == right.size && left.inode == right.inode && left.changed == right.changed && left.modified == right.modified
    }
}
