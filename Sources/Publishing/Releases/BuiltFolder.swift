import Foundation
import Model

/// An output folder that a build made, as it stood at one moment.
package struct BuiltFolder: Sendable {
    package let path: String
    package let release: Release
    /// Digest of the content that it was built from; nil when the build didn't note it.
    package let content: String?
    let sizes: [String: Int]

    /// - Throws: `ReleaseError.notABuild`, `.missing`, `.unsafePath`, `.changedWhileReading`.
    package init(reading path: String) throws {
        guard let listed = Manifest.listed(in: path) else { throw ReleaseError.notABuild(path) }
        if let unsafe = listed.first(where: { !Release.isSafe($0) }) { throw ReleaseError.unsafePath(unsafe) }
        // A build exchanges the folder for another: the same folder before and after means that no file is of another build.
        let identity = Self.identity(of: path)
        let read = (listed + [Manifest.name]).parallelMap { file -> (Release.File, Int)? in
            guard let bytes = try? fileBytes("\(path)/\(file)") else { return nil }
            return (Release.File(path: file, digest: Fingerprint.text(of: bytes)), bytes.count)
        }
        guard identity == Self.identity(of: path) else { throw ReleaseError.changedWhileReading(path) }
        if let missing = zip(listed, read).first(where: { $1 == nil }) { throw ReleaseError.missing("\(path)/\(missing.0)") }
        let files = read.compactMap { $0 }
        self.path = path
        content = Manifest.content(of: path)
        release = Release(files.map(\.0))
        sizes = Dictionary(files.map { ($0.0.path, $0.1) }) { $1 }
    }

    /// - Throws: `ReleaseError.changedWhileReading` when it isn't what it was.
    func bytes(of file: Release.File) throws -> [UInt8] {
        guard let bytes = try? fileBytes("\(path)/\(file.path)"), Fingerprint.text(of: bytes) == file.digest else {
            throw ReleaseError.changedWhileReading(path)
        }
        return bytes
    }

    func size(of paths: some Sequence<String>) -> Int { paths.reduce(0) { $0 + (sizes[$1] ?? 0) } }

    private static func identity(of path: String) -> [UInt64] {
        var status = stat()
        guard stat(path, &status) == 0 else { return [] }
        return [UInt64(status.st_dev), UInt64(status.st_ino)]
    }
}

/// The bytes of an ordinary file; links are not followed.
func fileBytes(_ path: String) throws(PublishingError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { throw .failed(path, errno: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw .failed(path, errno: EINVAL) }
    var (count, failure): (Int, Int32) = (0, 0)
    let size = Int(status.st_size)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
        while count < size {
            let got = read(descriptor, buffer.baseAddress! + count, size - count)
            if got < 0, errno == EINTR { continue }
            guard got > 0 else {
                failure = got < 0 ? errno : EIO
                break
            }
            count += got
        }
        filled = count
    }
    guard failure == 0 else { throw .failed(path, errno: failure) }
    return bytes
}
