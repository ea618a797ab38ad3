import Diagnostics
import Foundation

/// Makes the changes that are certain in the files of a content folder.
package struct FixApplication: Sendable {
    /// One change that was made.
    package struct Change: Sendable {
        package let path: String
        /// From 1.
        package let line: Int
        package let column: Int
        package let old: String
        package let new: String
        package let rule: RuleID
    }

    package let changes: [Change]
    /// Files that were left, since they are no longer what was judged.
    package let changedMeanwhile: [String]

    /// - Throws: when a file can't be written; those before it have been.
    package init(_ diagnostics: [Diagnostic], map: SourceMap, content: String) throws {
        let fixes = diagnostics.flatMap { diagnostic in diagnostic.fixes.filter(\.isCertain).map { (rule: diagnostic.id, fix: $0) } }
        var changes: [Change] = []
        var left: [String] = []
        for (file, own) in Dictionary(grouping: fixes, by: \.fix.range.file).sorted(by: { map[$0.key].path < map[$1.key].path }) {
            let text = map[file]
            let path = content + "/" + text.path
            guard let now = FileManager.default.contents(atPath: path), Array(now) == text.bytes else {
                left.append(text.path)
                continue
            }
            let table = LineTable(text.bytes)
            var bytes: [UInt8] = []
            var end = 0
            for (rule, fix) in own.sorted(by: { $0.fix.range < $1.fix.range }) {
                let range = Int(fix.range.lower)..<Int(fix.range.upper)
                // The same place twice: the first is made, and the next run sees what is left.
                guard range.lowerBound >= end else { continue }
                bytes += text.bytes[end..<range.lowerBound] + fix.replacement.utf8
                end = range.upperBound
                let place = table.position(of: range.lowerBound)
                changes.append(
                    Change(
                        path: text.path, line: place.line, column: place.column, old: String(decoding: text.bytes[range], as: UTF8.self), new: fix.replacement,
                        rule: rule))
            }
            bytes += text.bytes[end...]
            try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
        }
        self.changes = changes
        changedMeanwhile = left
    }
}
