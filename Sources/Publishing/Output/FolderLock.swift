import Foundation

/// A lock on a folder of this machine. It falls with the process that holds it, however that ends.
struct FolderLock {
    private let path: String
    private let descriptor: Int32

    /// - Throws: `PublishingError.locked` when another process holds it.
    init(taking path: String) throws {
        while true {
            let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
            guard descriptor >= 0 else { throw PublishingError.failed(path, errno: errno) }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                var text = [UInt8](repeating: 0, count: 20)
                let count = read(descriptor, &text, text.count)
                close(descriptor)
                throw PublishingError.locked(holder: String(decoding: text.prefix(max(0, count)), as: UTF8.self))
            }
            // The last holder may have removed the file between our opening and our lock.
            var mine = stat()
            var current = stat()
            guard fstat(descriptor, &mine) == 0, stat(path, &current) == 0, mine.st_ino == current.st_ino else {
                close(descriptor)
                continue
            }
            ftruncate(descriptor, 0)
            let text = Array("\(getpid())".utf8)
            _ = Foundation.write(descriptor, text, text.count)
            (self.path, self.descriptor) = (path, descriptor)
            return
        }
    }

    func release() {
        unlink(path)
        close(descriptor)
    }
}
