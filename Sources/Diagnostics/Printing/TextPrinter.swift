/// Findings as a person reads them: one line, the author's own line with the exact words underlined, notes, the fix.
package struct TextPrinter {
    private let map: SourceMap
    private let language: MessageLanguage
    private let pathPrefix: String
    private let usesColor: Bool

    /// - Parameter pathPrefix: put before each path, so that an editor or terminal can open it from where the command
    ///   was started.
    package init(_ map: SourceMap, language: MessageLanguage, pathPrefix: String = "", usesColor: Bool = false) {
        self.map = map
        self.language = language
        self.pathPrefix = pathPrefix
        self.usesColor = usesColor
    }

    package func print(_ diagnostics: [Diagnostic]) -> String {
        var tables = LineTables(map)
        var output = ""
        for diagnostic in diagnostics {
            let label = diagnostic.severity.label.text(in: language)
            output += place(diagnostic.range, &tables) + ": "
            output += paint(label + ":", diagnostic.severity == .error ? "31;1" : "33;1")
            output += " \(visible(diagnostic.message.text(in: language))) [\(diagnostic.id)]\n"
            output += excerpt(diagnostic.range, &tables)
            for note in diagnostic.notes {
                output += "  \(place(note.range, &tables)): \(Self.noteLabel.text(in: language)) "
                output += visible(note.message.text(in: language)) + "\n"
            }
            // One change at several places is told once.
            var told: Set<String> = []
            for fix in diagnostic.fixes where told.insert(fix.summary.swedish).inserted {
                output += "  \(Self.fixLabel.text(in: language)) \(visible(fix.summary.text(in: language)))\n"
            }
        }
        return output
    }

    private static let noteLabel = Message("se även:", en: "note:")
    private static let fixLabel = Message("åtgärd:", en: "fix:")

    private func place(_ range: SourceRange, _ tables: inout LineTables) -> String {
        let (line, column) = tables[range.file].position(of: Int(range.lower))
        return visible("\(pathPrefix)\(map[range.file].path):\(line):\(column)")
    }

    private func excerpt(_ range: SourceRange, _ tables: inout LineTables) -> String {
        guard range.lower < range.upper else { return "" }
        let table = tables[range.file]
        let bytes = map[range.file].bytes
        let line = table.content(ofLine: table.position(of: Int(range.lower)).line)
        let marked = Int(range.lower)..<max(Int(range.lower), min(Int(range.upper), line.upperBound))
        // A very long line is shown from a little before the words meant.
        var shown = line
        if line.count > 240 {
            var start = max(line.lowerBound, marked.lowerBound - 60)
            while start < marked.lowerBound, bytes[start] & 0xC0 == 0x80 { start += 1 }
            var end = min(line.upperBound, start + 160)
            while end < line.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
            shown = start..<max(start, end)
        }
        let text = visible(String(decoding: bytes[shown], as: UTF8.self))
        let indent = String(
            decoding: bytes[shown.lowerBound..<marked.lowerBound].filter { $0 & 0xC0 != 0x80 }
                .map { $0 == UInt8(ascii: "\t") ? $0 : UInt8(ascii: " ") }, as: UTF8.self)
        let width = max(1, table.scalars(in: marked.clamped(to: shown)))
        return "    \(text)\n    \(indent)" + paint(String(repeating: "^", count: width), "32;1") + "\n"
    }

    /// Without what would steer a terminal or break the line: each control character is one that can be seen.
    private func visible(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 32 && $0 != 9 || $0 == 0x7F || $0 == 0xC2 }) else { return text }
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 9: shown.append(scalar)
            case 10, 13: shown.append(" ")
            case 0..<32: shown.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
            case 0x7F...0x9F: shown.append("\u{2421}")
            default: shown.append(scalar)
            }
        }
        return String(shown)
    }

    private func paint(_ text: String, _ code: String) -> String {
        usesColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}

/// Line tables of the files that findings touch, each made once.
package struct LineTables {
    private let map: SourceMap
    private var made: [FileID: LineTable] = [:]

    package init(_ map: SourceMap) { self.map = map }

    package subscript(file: FileID) -> LineTable {
        mutating get {
            if let table = made[file] { return table }
            let table = LineTable(map[file].bytes)
            made[file] = table
            return table
        }
    }
}
