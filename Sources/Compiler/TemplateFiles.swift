import Diagnostics
import Foundation
import Model
import Reading
import Referencing
import Rendering

extension Templates {
    private static func wording(_ bytes: [UInt8]) throws -> ReferenceWording {
        let text = SourceText(path: "Templates/källor.yaml", bytes: bytes)
        let read = WordingReader.read(text)
        if let first = read.diagnostics.first { throw TemplateError(description: "\(place(of: first.range, in: text)): \(first.message.swedish)") }
        let wording = read.value ?? ReferenceWording()
        do throws(Wording.Mistake) {
            _ = try Wording(wording)
        } catch {
            throw TemplateError(description: "\(place(of: error.range, in: text)): \(error.message)")
        }
        return wording
    }

    private static func place(of range: SourceRange, in text: SourceText) -> String {
        let (line, column) = LineTable(text.bytes).position(of: Int(range.lower))
        return "\(text.path):\(line):\(column)"
    }

    /// Reads the templates of a folder.
    package static func read(from folder: String) throws -> Templates {
        func file(_ name: String) throws -> Data {
            guard let data = FileManager.default.contents(atPath: folder + "/" + name) else { throw MissingTemplate(path: folder + "/" + name) }
            return data
        }
        return Templates(
            page: String(decoding: try file("sida.mustache"), as: UTF8.self), stylesheet: Array(try file("stil.css")),
            wording: try wording(Array(try file("källor.yaml"))), readingScript: Array(try file("lasning.js")),
            comparisonScript: Array(try file("jamforelse.js")),
            searchScripts: Dictionary(uniqueKeysWithValues: try scripts(in: folder + "/sok").map { ($0, Array(try file("sok/" + $0))) }),
            form: try form(folder + "/svarsformulär"),
            print: PrintTemplate(page: String(decoding: try file("dokument.mustache"), as: UTF8.self), stylesheet: Array(try file("dokument.css"))),
            fragmentStylesheet: Array(try file("cms.css")))
    }

    private static func scripts(in folder: String) throws -> [String] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { throw MissingTemplate(path: folder) }
        return names.map(\.precomposedStringWithCanonicalMapping).filter { $0.hasSuffix(".js") }
    }

    private static func form(_ folder: String) throws -> FormTemplate {
        func text(_ name: String) throws -> String {
            guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else { throw MissingTemplate(path: "\(folder)/\(name)") }
            return String(decoding: data, as: UTF8.self)
        }
        let names = try scripts(in: folder)
        return FormTemplate(
            shell: try text("formulär.html"), stylesheet: try text("formulär.css"), modules: Dictionary(uniqueKeysWithValues: try names.map { ($0, try text($0)) }))
    }
}

package struct MissingTemplate: Error {
    package let path: String

    package init(path: String) { self.path = path }
}
