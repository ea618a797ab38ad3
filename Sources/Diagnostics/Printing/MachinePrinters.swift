/// Findings for programs: the project's own JSON (version 1).
package struct JSONPrinter {
    private let map: SourceMap
    private let language: MessageLanguage

    package init(_ map: SourceMap, language: MessageLanguage) {
        self.map = map
        self.language = language
    }

    package func print(_ diagnostics: [Diagnostic]) -> String {
        var tables = LineTables(map)
        let findings = diagnostics.map { diagnostic in
            JSONValue.object([
                ("rule", .string(diagnostic.id.rawValue)),
                ("severity", .string(diagnostic.severity.rawValue)),
                ("message", .string(diagnostic.message.text(in: language))),
                ("requirements", .array(diagnostic.requirements.map { .string($0) })),
                ("location", location(diagnostic.range, &tables)),
                (
                    "notes",
                    .array(
                        diagnostic.notes.map {
                            .object([
                                ("message", .string($0.message.text(in: language))),
                                ("location", location($0.range, &tables)),
                            ])
                        })
                ),
                (
                    "fixes",
                    .array(
                        diagnostic.fixes.map {
                            .object([
                                ("summary", .string($0.summary.text(in: language))),
                                ("location", location($0.range, &tables)),
                                ("replacement", .string($0.replacement)),
                            ])
                        })
                ),
            ])
        }
        return JSONValue.object([("version", .integer(1)), ("findings", .array(findings))]).text(indented: true) + "\n"
    }

    private func location(_ range: SourceRange, _ tables: inout LineTables) -> JSONValue {
        let (start, end) = tables.span(of: range)
        return .object([
            ("path", .string(map[range.file].path)),
            ("line", .integer(start.line)), ("column", .integer(start.column)),
            ("endLine", .integer(end.line)), ("endColumn", .integer(end.column)),
        ])
    }
}

/// Findings as SARIF 2.1.0, with columns in Unicode code points.
package struct SARIFPrinter {
    private let map: SourceMap
    private let language: MessageLanguage

    package init(_ map: SourceMap, language: MessageLanguage) {
        self.map = map
        self.language = language
    }

    package func print(_ diagnostics: [Diagnostic], toolVersion: String) -> String {
        var tables = LineTables(map)
        let rules = Set(diagnostics.map(\.id)).sorted()
        let results = diagnostics.map { diagnostic in
            JSONValue.object([
                ("ruleId", .string(diagnostic.id.rawValue)),
                ("ruleIndex", .integer(rules.firstIndex(of: diagnostic.id)!)),
                ("level", .string(diagnostic.severity == .information ? "note" : diagnostic.severity.rawValue)),
                ("message", message(diagnostic.message)),
                ("locations", .array([location(diagnostic.range, nil, &tables)])),
                (
                    "relatedLocations",
                    .array(diagnostic.notes.map { location($0.range, $0.message, &tables) })
                ),
                ("properties", .object([("tags", .array(diagnostic.requirements.map { .string($0) }))])),
            ])
        }
        let driver = JSONValue.object([
            ("name", .string("styrdok")), ("version", .string(toolVersion)),
            ("rules", .array(rules.map { .object([("id", .string($0.rawValue))]) })),
        ])
        let run = JSONValue.object([
            ("tool", .object([("driver", driver)])),
            ("columnKind", .string("unicodeCodePoints")),
            ("results", .array(results)),
        ])
        return JSONValue.object([
            ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
            ("version", .string("2.1.0")),
            ("runs", .array([run])),
        ]).text(indented: true) + "\n"
    }

    private func message(_ message: Message) -> JSONValue {
        .object([("text", .string(message.text(in: language)))])
    }

    private func location(_ range: SourceRange, _ note: Message?, _ tables: inout LineTables) -> JSONValue {
        let (start, end) = tables.span(of: range)
        let region = JSONValue.object([
            ("startLine", .integer(start.line)), ("startColumn", .integer(start.column)),
            ("endLine", .integer(end.line)), ("endColumn", .integer(end.column)),
        ])
        let place = JSONValue.object([
            ("artifactLocation", .object([("uri", .string(Self.uri(map[range.file].path)))])),
            ("region", region),
        ])
        return .object([("physicalLocation", place)] + (note.map { [("message", message($0))] } ?? []))
    }

    /// A relative URI reference: everything but unreserved characters and `/` percent-encoded.
    private static func uri(_ path: String) -> String {
        var result = ""
        for byte in path.utf8 {
            let scalar = Unicode.Scalar(byte)
            if scalar.isASCII, scalar.properties.isAlphabetic || "0123456789-._~/".unicodeScalars.contains(scalar) {
                result.unicodeScalars.append(scalar)
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                result += "%" + (digits.count == 1 ? "0" : "") + digits
            }
        }
        return result
    }
}

extension LineTables {
    package mutating func span(of range: SourceRange) -> (start: (line: Int, column: Int), end: (line: Int, column: Int)) {
        let table = self[range.file]
        return (table.position(of: Int(range.lower)), table.position(of: Int(range.upper)))
    }
}
