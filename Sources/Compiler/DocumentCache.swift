import Foundation
import Language
import Model
import Rendering

/// Finished documents in the user's cache folder, by the digest of all that they are made from.
package struct DocumentCache: Sendable {
    private static let mostFiles = 2_000

    private let folder: String

    package init(folder: String) { self.folder = folder }

    /// Nil where the user has no such folder.
    package static let ofUser = SpellingDictionary.cacheFolder.map { DocumentCache(folder: $0 + "/dokument") }

    private func path(_ key: String, _ form: DocumentForm) -> String { "\(folder)/\(key).\(form.rawValue)" }

    func document(_ key: String, _ form: DocumentForm) -> [UInt8]? {
        let path = path(key, form)
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        // What is used is not what is thrown away first.
        try? FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: path)
        return Array(data)
    }

    /// Silent when the place refuses: what can't be kept is made again.
    func keep(_ bytes: [UInt8], _ key: String, _ form: DocumentForm) {
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try? Data(bytes).write(to: URL(fileURLWithPath: path(key, form)), options: .atomic)
        trim()
    }

    private func trim() {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        guard names.count > Self.mostFiles else { return }
        let aged = names.map { name in
            (name, (try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")[.modificationDate] as? Date) ?? .distantPast)
        }
        for (name, _) in aged.sorted(by: { $0.1 < $1.1 }).prefix(names.count - Self.mostFiles * 9 / 10) {
            try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
        }
    }
}
