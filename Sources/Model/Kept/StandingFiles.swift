import Glibc

/// The files of a folder that was built before, and what is to change in some of them. A file that stands is never written
/// to: what becomes of it is put together when all is known.
package final class StandingFiles {
    package typealias Exchange = (range: Range<Int>, bytes: UnsafeRawBufferPointer)

    /// A file as it stands on the disk, looked at in place.
    package final class File {
        package let bytes: UnsafeRawBufferPointer

        fileprivate init?(_ path: String) {
            let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
            guard descriptor >= 0 else { return nil }
            defer { close(descriptor) }
            var status = stat()
            guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else { return nil }
            guard let memory = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0), memory != MAP_FAILED else { return nil }
            bytes = UnsafeRawBufferPointer(start: memory, count: Int(status.st_size))
        }

        deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress!), bytes.count) }
    }

    private let folder: String
    private var files: [String: File] = [:]
    /// By path, in the order in which they were asked for.
    package private(set) var exchanges: [String: [Exchange]] = [:]

    package init(_ folder: String) { self.folder = folder }

    deinit { for exchange in exchanges.values.joined() { exchange.bytes.deallocate() } }

    /// Nil when there is none, or nothing in it.
    package subscript(path: String) -> File? {
        if let file = files[path] { return file }
        let file = File(folder + "/" + path)
        files[path] = file
        return file
    }

    /// Puts something in the place of a piece of a file, unless it is the same. Pieces of one file may not overlap.
    package func exchange(_ range: Range<Int>, in path: String, for bytes: [UInt8]) {
        guard let file = self[path], !(range.count == bytes.count && file.bytes[range].elementsEqual(bytes)) else { return }
        let kept = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
        kept.copyBytes(from: bytes)
        exchanges[path, default: []].append((range, UnsafeRawBufferPointer(kept)))
    }

    /// What a file is put together of: pieces that stand, and what is exchanged. They live as long as this does.
    package func pieces(of path: String) -> [UnsafeRawBufferPointer] {
        guard let file = self[path] else { return [] }
        var pieces: [UnsafeRawBufferPointer] = []
        var place = 0
        for exchange in (exchanges[path] ?? []).sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            pieces.append(UnsafeRawBufferPointer(rebasing: file.bytes[place..<exchange.range.lowerBound]))
            pieces.append(exchange.bytes)
            place = exchange.range.upperBound
        }
        return pieces + [UnsafeRawBufferPointer(rebasing: file.bytes[place...])]
    }
}
