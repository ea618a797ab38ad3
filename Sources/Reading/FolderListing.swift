import Diagnostics
import Foundation
import Model

/// The files of a folder and of those in it. Symbolic links, devices and pipes are refused; hidden files are passed over.
struct FolderListing {
    struct Entry: Sendable {
        /// Below the root, as the file system spells it; empty for the root.
        let path: String
        /// Normalised to NFC.
        let name: String
    }

    private(set) var texts: [Entry] = []
    private(set) var assets: [Entry] = []
    private(set) var refused: [(path: String, reason: Message)] = []
    /// Each folder as it was when its listing began.
    private(set) var folders: [(entry: Entry, stamp: FileStamp)] = []
    private let root: String

    private static let textEndings = [".md", ".yaml", ".json"]
    private static let deepestFolder = 8

    init(of root: String) throws {
        self.root = root
        try list(Entry(path: "", name: ""), depth: 0)
    }

    private mutating func list(_ folder: Entry, depth: Int) throws {
        let full = folder.path.isEmpty ? root : root + "/" + folder.path
        guard let directory = OpenFolder(full) else { throw ContentError.unreadable(full, errno: errno) }
        guard let stamp = FileStamp(of: directory.descriptor) else { throw ContentError.unreadable(full, errno: errno) }
        folders.append((folder, stamp))
        for entry in directory.entries() {
            guard let name = entry.name else {
                refused.append((folder.name.isEmpty ? "?" : folder.name + "/?", Message("Ett filnamn här är inte UTF-8.", en: "A file name here is not UTF-8.")))
                continue
            }
            guard !name.hasPrefix(".") else { continue }
            let path = folder.path.isEmpty ? name : folder.path + "/" + name
            let normal = path.utf8.allSatisfy { $0 < 0x80 } ? path : path.precomposedStringWithCanonicalMapping
            switch entry.kind {
            case .folder:
                if depth < Self.deepestFolder {
                    try list(Entry(path: path, name: normal), depth: depth + 1)
                } else {
                    refused.append((normal, Message("Mappen ligger för djupt.", en: "The folder lies too deep.")))
                }
            case .file where !Self.textEndings.contains(where: normal.hasSuffix): assets.append(Entry(path: path, name: normal))
            case .file: texts.append(Entry(path: path, name: normal))
            case .other:
                refused.append(
                    (
                        normal,
                        Message(
                            "Bara vanliga filer och mappar läses, inte länkar, enheter eller rör. Lägg filen själv här.",
                            en: "Only ordinary files and folders are read, not links, devices or pipes. Put the file itself here.")
                    ))
            }
        }
    }
}
