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

    /// A text file as it is now; nil when it can't be read, or changes meanwhile.
    package static func bytes(of path: String) -> [UInt8]? { FolderSnapshot.steadyBytes(of: path) }

    /// Reads every text file below `root`, as they all were at one instant.
    /// - Throws: `ContentError` when a folder or a file can't be read, or is never left alone long enough.
    package static func read(root: String) throws -> ContentFiles {
        let snapshot = try FolderSnapshot.take(root)
        let paths = Dictionary(snapshot.assets.map { ($0.name, root + "/" + $0.path) }, uniquingKeysWith: { first, _ in first })
        return ContentFiles(snapshot.texts, assets: AssetFiles(paths.keys) { paths[$0].flatMap(FolderSnapshot.bytes) }, refused: snapshot.refused)
    }
}

/// The environment failed: not an author's mistake.
package enum ContentError: Error, CustomStringConvertible {
    case unreadable(String, errno: Int32)
    /// Another program was saving each time that the content was read.
    case changing(String)

    package var description: String {
        switch self {
        case .unreadable(let path, let number): "\(path) går inte att läsa: \(systemReason(number))."
        case .changing(let path): "\(path) ändrades medan innehållet lästes, gång efter annan. Kör igen när allt är sparat."
        }
    }
}
