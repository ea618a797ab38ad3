import Diagnostics
import Model

/// Adds a document to the list of the project.
package enum ProjectListing {
    /// `styrdok.yaml` with one more name under `dokument`, every other byte as it stands; nil where the list isn't found.
    package static func adding(_ name: String, to bytes: [UInt8]) -> [UInt8]? {
        guard let documents = project(bytes)?.documents, let last = documents.last else { return nil }
        if documents.contains(where: { $0.value == name }) { return bytes }
        // After the quotation mark, where there is one.
        var end = Int(last.range.upper)
        if end < bytes.count, bytes[end] == UInt8(ascii: "\"") || bytes[end] == UInt8(ascii: "'") { end += 1 }
        var line = Int(last.range.lower)
        while line > 0, bytes[line - 1] != 10 { line -= 1 }
        let indent = bytes[line...].prefix { $0 == 32 }
        let isEntry = bytes[(line + indent.count)...].starts(with: Array("- ".utf8))
        var changed = bytes
        changed.insert(contentsOf: isEntry ? [10] + Array(indent) + Array("- \(name)".utf8) : Array(", \(name)".utf8), at: end)
        // A name alone without brackets is no list that a comma goes on with.
        return project(changed)?.documents.map(\.value) == documents.map(\.value) + [name] ? changed : nil
    }

    private static func project(_ bytes: [UInt8]) -> Project? {
        let read = ReadFile.record(SourceText(path: "styrdok.yaml", bytes: bytes), file: FileID(0), into: \ReadFile.project)
        return read.project
    }
}
