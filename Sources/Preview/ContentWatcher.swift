import Dispatch
import Foundation
import Model
import Synchronization

/// Tells when something changes below some folders, through the kernel's inotify.
final class ContentWatcher: Sendable {
    private let descriptor: Int32
    // Touched only when the watcher is made and when it goes.
    nonisolated(unsafe) private let source: any DispatchSourceRead
    private let queue = DispatchQueue(label: "styrdok.watcher")

    /// An editor that saves through another file and a rename is heard by the rename.
    private static let events = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_ONLYDIR)
    /// How long it is quiet before a burst of changes is told as one.
    private static let quiet = DispatchTimeInterval.milliseconds(15)

    /// - Throws: `POSIXError` when the kernel gives no more watches.
    init(_ roots: [String], changed: @escaping @Sendable () -> Void) throws {
        descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
        guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
        let bursts = Mutex(0)
        let descriptor = descriptor
        let queue = queue
        source.setEventHandler {
            var buffer = [UInt8](repeating: 0, count: 1 << 16)
            while read(descriptor, &buffer, buffer.count) > 0 {}
            // A new folder has files of its own to hear of.
            Self.watch(roots, with: descriptor)
            let number = bursts.withLock { count in
                count += 1
                return count
            }
            queue.asyncAfter(deadline: .now() + Self.quiet) {
                if bursts.withLock({ $0 == number }) { changed() }
            }
        }
        guard Self.watch(roots, with: descriptor) else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        source.activate()
    }

    deinit {
        source.cancel()
        close(descriptor)
    }

    /// Watching a folder twice is watching it once.
    @discardableResult
    private static func watch(_ roots: [String], with descriptor: Int32) -> Bool {
        var folders = roots
        while let folder = folders.popLast() {
            guard inotify_add_watch(descriptor, folder, events) >= 0 else {
                // Gone again before it was seen.
                if errno == ENOENT || errno == ENOTDIR { continue }
                return false
            }
            for entry in OpenFolder(folder)?.entries() ?? [] where entry.kind == .folder {
                if let name = entry.name, !name.hasPrefix(".") { folders.append(folder + "/" + name) }
            }
        }
        return true
    }
}
