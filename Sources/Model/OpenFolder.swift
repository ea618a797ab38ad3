import Glibc

/// A folder on the disk whose entries are looked up by its descriptor: the way to it is walked once.
package final class OpenFolder {
    package enum Kind: Sendable {
        case file, folder
        /// A link, a pipe, a device.
        case other
    }

    package struct Entry: Sendable {
        /// Nil when it isn't UTF-8.
        package let name: String?
        package let kind: Kind
    }

    /// Open as long as the folder is: whoever uses it keeps the folder until then.
    package let descriptor: Int32
    private let directory: OpaquePointer

    /// Nil when it can't be opened; `errno` says why.
    package init?(_ path: String, followsLink: Bool = true) {
        descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | (followsLink ? 0 : O_NOFOLLOW))
        guard descriptor >= 0, let directory = fdopendir(descriptor) else {
            let reason = errno
            if descriptor >= 0 { close(descriptor) }
            errno = reason
            return nil
        }
        self.directory = directory
    }

    deinit { closedir(directory) }

    /// In the file system's order. What is gone before it is looked at isn't there.
    package func entries() -> [Entry] {
        var entries: [Entry] = []
        rewinddir(directory)
        while let entry = readdir(directory) {
            withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { name in
                    if name[0] == 46, name[1] == 0 || (name[1] == 46 && name[2] == 0) { return }
                    guard let kind = kind(entry.pointee.d_type, of: name) else { return }
                    entries.append(Entry(name: String(validatingCString: name), kind: kind))
                }
            }
        }
        return entries
    }

    /// Most file systems say it in the listing.
    private func kind(_ type: UInt8, of name: UnsafePointer<CChar>) -> Kind? {
        switch Int(type) {
        case Int(DT_REG): return .file
        case Int(DT_DIR): return .folder
        case Int(DT_UNKNOWN):
            var status = stat()
            guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
            return switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            default: .other
            }
        default: return .other
        }
    }
}
