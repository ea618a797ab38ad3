import Diagnostics
import Foundation
import Model
import Reading
import Referencing
import Tools

/// References in and out: BibTeX, RIS and CSL-JSON in; CSL-JSON and BibTeX out.
package enum ReferenceExchange {
    package enum Failure: Error, Equatable {
        /// What is wrong with the file, to be shown with its path.
        case unreadable(String)
        /// What is wrong in the file, each with its place.
        case wrong([Diagnostic])
        case tool(ExternalTool.Failure)

        package static func == (left: Failure, right: Failure) -> Bool {
            switch (left, right) {
            case (.unreadable(let left), .unreadable(let right)): left == right
            case (.wrong(let left), .wrong(let right)): left.map(\.id) == right.map(\.id)
            case (.tool(let left), .tool(let right)): left == right
            default: false
            }
        }
    }

    /// The records of a file, by its ending.
    package static func read(_ bytes: [UInt8], ending: String, pandoc: ExternalTool = ExternalTool("pandoc")) throws(Failure) -> [ReferenceRecord] {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .unreadable("filen är inte UTF-8. Exportera den igen som UTF-8.") }
        switch ending.lowercased() {
        case "ris":
            do { return try RISReader.read(text) } catch { throw .unreadable("rad \(error.line): \(error.what).") }
        case "bib", "bibtex":
            do throws(ExternalTool.Failure) {
                let json = try pandoc.run(["-f", "biblatex", "-t", "csljson"], input: bytes)
                guard let records = ReferenceRecord.read(json: json) else { throw .failed("pandoc", said: "svarade inte med CSL-JSON") }
                return records
            } catch {
                throw .tool(error)
            }
        case "json":
            let findings = findings(in: SourceText(path: "", bytes: bytes)).filter { $0.severity == .error }
            guard findings.isEmpty else { throw .wrong(findings) }
            guard let records = ReferenceRecord.read(json: bytes) else { throw .unreadable("filen är ingen lista av källposter i CSL-JSON.") }
            return records
        default: throw .unreadable("filen har ingen känd ändelse. Det går att hämta in .bib, .ris och .json.")
        }
    }

    /// What is wrong with a file of references in itself: what reading tells, and types that no style knows.
    package static func findings(in file: SourceText) -> [Diagnostic] {
        let read = BibliographyFile.read(file)
        let types = read.value.compactMap { entry -> Diagnostic? in
            guard let range = entry.typeRange, let message = entry.unknownType?.message else { return nil }
            return Diagnostic("reference-type-known", .error, message, at: range)
        }
        return (read.diagnostics + types).inReadingOrder()
    }

    /// The file of references with the changes of a merge; entries that didn't change keep their text to the byte.
    package static func text(_ merge: ReferenceMerge, of existing: [ReferenceRecord], in file: SourceText) -> String {
        let whole = JSONValue.array(merge.records.map(\.json)).text(indented: true) + "\n"
        let entries = BibliographyFile.read(file).value.map { object(from: Int($0.range.lower), in: file.bytes) }
        guard entries.count == existing.count, !entries.isEmpty else { return whole }
        var bytes = file.bytes
        let added = merge.records.dropFirst(existing.count)
        if !added.isEmpty, let last = entries.last {
            let text = added.map { ",\n  " + indented($0.json) }.joined()
            bytes.insert(contentsOf: text.utf8, at: last.upperBound)
        }
        for index in entries.indices.reversed() where merge.records[index] != existing[index] {
            bytes.replaceSubrange(entries[index], with: indented(merge.records[index].json).utf8)
        }
        // Mending a file's text is done only where it says what was meant.
        return ReferenceRecord.read(json: bytes) == merge.records ? String(decoding: bytes, as: UTF8.self) : whole
    }

    /// The bytes of the JSON object that begins at a place.
    private static func object(from start: Int, in bytes: [UInt8]) -> Range<Int> {
        var depth = 0
        var isText = false
        var index = start
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\\") where isText: index += 1
            case UInt8(ascii: "\""): isText.toggle()
            case UInt8(ascii: "{") where !isText: depth += 1
            case UInt8(ascii: "}") where !isText:
                depth -= 1
                if depth == 0 { return start..<index + 1 }
            default: break
            }
            index += 1
        }
        return start..<bytes.count
    }

    private static func indented(_ value: JSONValue) -> String {
        var bytes: [UInt8] = []
        value.write(to: &bytes, indent: 1)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The entries that something cites, as they stand in their file.
    package static func cited(_ editions: [ResolvedCatalog], in file: SourceText) -> String {
        guard let catalog = editions.first else { return "[]\n" }
        let cited = editions.reduce(into: Set<EntryID>()) { $0.formUnion($1.citedEntries) }
        let texts = catalog.catalog.bibliography.indices.filter { cited.contains(EntryID($0)) }
            .map { String(decoding: file.bytes[object(from: Int(catalog.catalog.bibliography[$0].range.lower), in: file.bytes)], as: UTF8.self) }
        return "[\n  " + texts.joined(separator: ",\n  ") + "\n]\n"
    }

    package static func bibtex(_ json: String, pandoc: ExternalTool = ExternalTool("pandoc")) throws(ExternalTool.Failure) -> String {
        String(decoding: try pandoc.run(["-f", "csljson", "-t", "biblatex"], input: Array(json.utf8)), as: UTF8.self)
    }

    /// The list of sources in another style, made by pandoc.
    package static func list(_ json: String, style: String, pandoc: ExternalTool = ExternalTool("pandoc", seconds: 120)) throws(ExternalTool.Failure) -> String {
        String(
            decoding: try pandoc.run(["-f", "csljson", "-t", "commonmark", "--citeproc", "--csl", style, "--metadata", "lang=sv-SE", "--wrap=none"], input: Array(json.utf8)),
            as: UTF8.self)
    }
}
