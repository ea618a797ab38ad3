import Synchronization

/// A finished file of the output, by its path below the output folder.
package struct RenderedFile: Sendable {
    package let path: String
    /// The bytes in pieces, so that a large file is never copied together.
    package let parts: [[UInt8]]

    package init(path: String, parts: [[UInt8]]) {
        self.path = path
        self.parts = parts
    }

    package init(path: String, bytes: [UInt8]) {
        self.init(path: path, parts: [bytes])
    }

    package var bytes: [UInt8] { parts.count == 1 ? parts[0] : Array(parts.joined()) }
    package var size: Int { parts.reduce(0) { $0 + $1.count } }
}

/// Where finished files go, from any thread and in any order, as soon as they are finished.
package protocol FileSink: Sendable {
    func accept(_ file: RenderedFile)
}

/// Keeps the files in memory.
package final class CollectedFiles: FileSink {
    private let collected = Mutex<[RenderedFile]>([])

    package init() {}

    package func accept(_ file: RenderedFile) {
        collected.withLock { $0.append(file) }
    }

    /// By path, so that the order in which threads finished shows nowhere.
    package var files: [RenderedFile] {
        collected.withLock { $0.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) } }
    }
}

/// Passes on the files of one folder, without its name.
package struct FolderSink: FileSink {
    private let sink: any FileSink
    private let prefix: String

    package func accept(_ file: RenderedFile) {
        guard file.path.hasPrefix(prefix) else { return }
        sink.accept(RenderedFile(path: String(file.path.dropFirst(prefix.count)), parts: file.parts))
    }

    fileprivate init(_ sink: any FileSink, _ prefix: String) {
        self.sink = sink
        self.prefix = prefix
    }
}

extension FileSink {
    /// A sink for paths that begin with a folder's name, into this one that is the folder.
    package func below(_ folder: String) -> FolderSink { FolderSink(self, folder + "/") }
}
