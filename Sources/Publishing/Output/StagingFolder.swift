import Foundation
import Model
import Synchronization

/// The folder beside the output that a build fills; it is made with the first file that differs from the old output.
final class StagingFolder: FileSink {
    let path: String
    /// The old output, when there is one to compare with.
    private let current: String?
    private let content: String?
    private let state = Mutex(State())

    private struct State {
        var written: [String] = []
        var unchanged: [String] = []
        var folders: Set<String> = []
        /// The first thing that went wrong: nothing is written after it.
        var failure: PublishingError?
    }

    init(_ path: String, current: String?, content: String?) {
        self.path = path
        self.current = current
        self.content = content
    }

    func accept(_ file: RenderedFile) {
        if let current, Self.isSame(file, in: current) {
            state.withLock { $0.unchanged.append(file.path) }
            return
        }
        let target = "\(path)/\(file.path)"
        let isReady = state.withLock { state in
            guard state.failure == nil else { return false }
            makeFolders(for: file.path, &state)
            state.written.append(file.path)
            return state.failure == nil
        }
        guard isReady else { return }
        let error = Self.write(file, to: target)
        guard error != 0 else { return }
        state.withLock { $0.failure = $0.failure ?? .failed(file.path, errno: error) }
    }

    /// Links what did not change and writes the manifest, when anything changed at all, be it only what the files are made of.
    /// - Parameter old: paths of the earlier build.
    func finish(removing old: [String]) throws -> Publication {
        let (written, unchanged) = state.withLock { ($0.written, $0.unchanged) }
        if let failure = state.withLock({ $0.failure }) { throw failure }
        let kept = Set(written).union(unchanged)
        let result = Publication(
            written: written.count, unchanged: unchanged.count, removed: old.count { !kept.contains($0) })
        let isSameContent = content == nil || content == current.flatMap { Manifest.content(of: $0) }
        guard result.written > 0 || result.removed > 0 || !isSameContent else { return result }
        for file in unchanged.sorted() {
            state.withLock { makeFolders(for: file, &$0) }
            // A link keeps the file and its time; a file system without links gets a copy.
            if let current, link("\(current)/\(file)", "\(path)/\(file)") != 0 {
                do {
                    try FileManager.default.copyItem(atPath: "\(current)/\(file)", toPath: "\(path)/\(file)")
                } catch {
                    throw PublishingError.failed(file, errno: errno)
                }
            }
        }
        let manifest = Manifest.file(listing: kept, of: content)
        state.withLock { makeFolders(for: manifest.path, &$0) }
        let error = Self.write(manifest, to: "\(path)/\(manifest.path)")
        if error != 0 { throw PublishingError.failed(manifest.path, errno: error) }
        if let failure = state.withLock({ $0.failure }) { throw failure }
        return result
    }

    /// Whether there is something to put in the place of the old output: a file, or a manifest that says something else.
    var isFilled: Bool { state.withLock { !$0.folders.isEmpty } }

    func remove() {
        removeTree(path)
    }

    private func makeFolders(for file: String, _ state: inout State) {
        let folder = file.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(file[..<$0]) } ?? ""
        guard state.failure == nil, !state.folders.contains(folder) else { return }
        do {
            try createFolder(folder.isEmpty ? path : "\(path)/\(folder)")
            state.folders.insert(folder)
        } catch {
            state.failure = .failed(folder, errno: errno)
        }
    }

    private static func isSame(_ file: RenderedFile, in folder: String) -> Bool {
        let descriptor = open("\(folder)/\(file.path)", O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, Int(status.st_size) == file.size else { return false }
        return withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
            for part in file.parts {
                var offset = 0
                while offset < part.count {
                    let got = read(descriptor, buffer.baseAddress, min(buffer.count, part.count - offset))
                    guard got > 0 else { return false }
                    let isEqual = part.withUnsafeBytes { memcmp($0.baseAddress! + offset, buffer.baseAddress!, got) == 0 }
                    guard isEqual else { return false }
                    offset += got
                }
            }
            return true
        }
    }

    /// The error number, 0 when all went well.
    static func write(_ file: RenderedFile, to path: String) -> Int32 {
        writeNewFile(path) { put in
            for part in file.parts { guard part.withUnsafeBytes(put) else { return } }
        }
    }
}

/// Writes a file that isn't there yet.
/// - Parameter fill: puts the pieces into it; the way to do so says whether it went well.
/// - Returns: the error number, 0 when all went well.
func writeNewFile(_ path: String, _ fill: ((UnsafeRawBufferPointer) -> Bool) -> Void) -> Int32 {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return errno }
    var failure: Int32 = 0
    fill { piece in
        var offset = 0
        while offset < piece.count {
            let count = Foundation.write(descriptor, piece.baseAddress! + offset, piece.count - offset)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                failure = errno
                return false
            }
            offset += count
        }
        return true
    }
    guard failure == 0 else {
        close(descriptor)
        return failure
    }
    return close(descriptor) == 0 ? 0 : errno
}

func createFolder(_ path: String) throws {
    do {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
        throw PublishingError.failed(path, errno: errno)
    }
}
