import Foundation
import Model

/// The list of files that a build made; how a folder is known as one of ours.
enum Manifest {
    static let name = "manifest.json"

    /// - Parameter content: digest of what the files were made of, where that is to be known.
    static func file(listing paths: Set<String>, of content: String?) -> RenderedFile {
        var text = "{\n  \"version\": 1,\n"
        if let content { text += "  \"content\": \"\(content)\",\n" }
        text += "  \"files\": [\n"
        text += paths.sorted().map { "    \"\($0)\"" }.joined(separator: ",\n")
        text += "\n  ]\n}\n"
        return RenderedFile(path: name, bytes: Array(text.utf8))
    }

    /// How many files one lists that a build wrote, a line each.
    static func count(_ file: StandingFiles.File) -> Int {
        var count = 0
        var place = 0
        while let line = file.bytes.place(of: "\n    \"".utf8, in: place..<file.bytes.count) {
            count += 1
            place = line + 1
        }
        return count
    }

    /// What a folder's manifest lists; nil when it has none that a build wrote.
    static func listed(in folder: String) -> [String]? { members(of: folder)?["files"] as? [String] }

    /// The digest of the content that a folder was built from; nil when it doesn't say.
    static func content(of folder: String) -> String? { members(of: folder)?["content"] as? String }

    private static func members(of folder: String) -> [String: Any]? {
        guard let data = FileManager.default.contents(atPath: folder + "/" + name) else { return nil }
        return try? JSONSerialization.jsonObject(with: data) as? [String: Any]
    }
}
