import Diagnostics
import Foundation
import Model

/// The files of a content root, read once: the one door through which content comes in.
package struct ContentFiles: Sendable {
    package let map: SourceMap
    /// Files that are not text of ours; read when they are wanted.
    package let assets: AssetFiles
    package let diagnostics: [Diagnostic]
    /// Files that were refused: they have a place in the map, and nothing to read.
    package let refused: Set<FileID>

    /// Files from memory, by path: for tests, and for a build of unsaved text.
    package init(_ texts: [String: [UInt8]], assets: [String: [UInt8]] = [:]) {
        self.init(texts.map { SourceText(path: $0.key, bytes: $0.value) }, assets: AssetFiles(assets.keys) { assets[$0] }, refused: [])
    }

    private init(_ texts: [SourceText], assets: AssetFiles, refused: [(path: String, reason: Message)]) {
        // A refused path gets an empty text, so that the finding has a place.
        let sorted = (texts + refused.map { SourceText(path: $0.path, bytes: []) })
            .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        var diagnostics: [Diagnostic] = []
        let reasons = Dictionary(refused.map { ($0.path, $0.reason) }, uniquingKeysWith: { first, _ in first })
        for (index, text) in sorted.enumerated() {
            let top = SourceRange.top(of: FileID(index))
            if let reason = reasons[text.path] {
                diagnostics.append(Diagnostic("refused-file", .error, reason, at: top))
            } else if index > 0, sorted[index - 1].path == text.path {
                diagnostics.append(
                    Diagnostic(
                        "colliding-names", .error,
                        Message(
                            "Två filer har samma namn när å, ä och ö skrivs på samma sätt. Byt namn på den ena.",
                            en: "Two files have the same name once their letters are normalised. Rename one."),
                        at: top))
            }
        }
        self.refused = Set(sorted.indices.filter { reasons[sorted[$0].path] != nil }.map { FileID($0) })
        map = SourceMap(sorted)
        self.assets = assets
        self.diagnostics = diagnostics
    }

    /// Reads every text file below `root`. Symbolic links, devices and pipes are refused; hidden files are passed over.
    /// - Throws: `ContentError` when the root can't be read at all.
    package static func read(root: String) throws -> ContentFiles {
        var found = Listing()
        try list(root, prefix: "", depth: 0, into: &found)
        let read = found.texts.parallelMap { entry -> (entry: Listing.Entry, bytes: [UInt8]?) in
            (entry, readFile(root + "/" + entry.path))
        }
        var refused = found.refused
        var texts: [SourceText] = []
        texts.reserveCapacity(read.count)
        for (entry, bytes) in read {
            if let bytes {
                texts.append(SourceText(path: entry.name, bytes: bytes))
            } else {
                refused.append((entry.name, Message("Filen går inte att läsa, eller är större än 64 MB.", en: "The file can't be read, or is larger than 64 MB.")))
            }
        }
        let paths = Dictionary(found.assets.map { ($0.name, root + "/" + $0.path) }, uniquingKeysWith: { first, _ in first })
        return ContentFiles(texts, assets: AssetFiles(paths.keys) { paths[$0].flatMap(readFile) }, refused: refused)
    }

    private struct Listing {
        struct Entry: Sendable {
            /// As the file system spells it.
            let path: String
            /// Normalised to NFC.
            let name: String
        }

        var texts: [Entry] = []
        var assets: [Entry] = []
        var refused: [(path: String, reason: Message)] = []
    }

    private static let textEndings = [".md", ".yaml", ".json"]
    private static let largestFile = 64 << 20

    private static func list(_ root: String, prefix: String, depth: Int, into found: inout Listing) throws {
        let folder = prefix.isEmpty ? root : root + "/" + prefix
        guard let directory = opendir(folder) else { throw ContentError.unreadable(folder, errno: errno) }
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(validatingCString: $0) }
            }
            guard let name else {
                found.refused.append(
                    (prefix.isEmpty ? "?" : prefix + "/?", Message("Ett filnamn här är inte UTF-8.", en: "A file name here is not UTF-8.")))
                continue
            }
            guard !name.hasPrefix(".") else { continue }
            let path = prefix.isEmpty ? name : prefix + "/" + name
            let normal = path.utf8.allSatisfy { $0 < 0x80 } ? path : path.precomposedStringWithCanonicalMapping
            switch try type(of: entry, at: root + "/" + path) {
            case S_IFDIR:
                if depth < 8 {
                    try list(root, prefix: path, depth: depth + 1, into: &found)
                } else {
                    found.refused.append((normal, Message("Mappen ligger för djupt.", en: "The folder lies too deep.")))
                }
            case S_IFREG where !textEndings.contains(where: normal.hasSuffix): found.assets.append(.init(path: path, name: normal))
            case S_IFREG: found.texts.append(.init(path: path, name: normal))
            default:
                found.refused.append(
                    (
                        normal,
                        Message(
                            "Bara vanliga filer och mappar läses, inte länkar, enheter eller rör. Lägg filen själv här.",
                            en: "Only ordinary files and folders are read, not links, devices or pipes. Put the file itself here.")
                    ))
            }
        }
    }

    /// Most file systems say it in the listing.
    private static func type(of entry: UnsafeMutablePointer<dirent>, at path: String) throws -> mode_t {
        switch Int(entry.pointee.d_type) {
        case Int(DT_REG): return S_IFREG
        case Int(DT_DIR): return S_IFDIR
        case Int(DT_UNKNOWN):
            var status = stat()
            guard lstat(path, &status) == 0 else { throw ContentError.unreadable(path, errno: errno) }
            return status.st_mode & S_IFMT
        default: return S_IFLNK
        }
    }

    private static func readFile(_ path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        let size = Int(status.st_size)
        guard size <= largestFile else { return nil }
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let got = Foundation.read(descriptor, buffer.baseAddress! + count, size - count)
                if got < 0, errno == EINTR { continue }
                if got < 0 { failed = true }
                if got <= 0 { break }
                count += got
            }
        }
        return failed ? nil : bytes
    }
}

/// The environment failed: not an author's mistake.
package enum ContentError: Error {
    case unreadable(String, errno: Int32)
}
