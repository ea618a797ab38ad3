import Foundation
import Model

/// The list of files that a build made; how a folder is known as one of ours.
enum Manifest {
    static let name = "manifest.json"

    static func file(listing paths: Set<String>) -> RenderedFile {
        var text = "{\n  \"version\": 1,\n  \"files\": [\n"
        text += paths.sorted().map { "    \"\($0)\"" }.joined(separator: ",\n")
        text += "\n  ]\n}\n"
        return RenderedFile(path: name, bytes: Array(text.utf8))
    }

    /// What a folder's manifest lists; nil when it has none that a build wrote.
    static func listed(in folder: String) -> [String]? {
        guard let data = FileManager.default.contents(atPath: folder + "/" + name) else { return nil }
        return (try? JSONSerialization.jsonObject(with: data) as? [String: Any])?["files"] as? [String]
    }
}
