import Compiler
import Diagnostics
import Foundation
import Markup
import Model
import Reading
import Rendering
import Testing

/// The content that the project ships with: the real programme and the real response.
@Suite struct ShippedContentTests {
    private static let files: [String: [UInt8]] = {
        let files = try? ContentFiles.read(root: repository + "/Content")
        return Dictionary(uniqueKeysWithValues: (files?.map.files ?? []).map { ($0.path, $0.bytes) })
    }()
    private static let clean = Pipeline().judge(ContentFiles(files))
    private static let catalog = clean.editions.first { $0.edition.folder == "trygghetsprogram" }

    private static func addresses(_ kinds: ElementKind...) -> [String] {
        catalog?.edition.elements.map(\.address).filter { kinds.contains($0.kind) }.map(\.description) ?? []
    }

    @Test func `is clean`() {
        #expect(Self.files.count > 60)
        #expect(places(Self.clean) == [])
    }

    @Test func `gives the committed output, byte for byte, and the same bytes twice`() throws {
        let templates = try Templates.read(from: repository + "/Templates")
        let files = try Pipeline().files(Self.clean, templates: templates)
        let again = try Pipeline().files(Pipeline().judge(ContentFiles(Self.files)), templates: templates)
        #expect(files.map(\.path) == again.map(\.path) && zip(files, again).allSatisfy { $0.bytes == $1.bytes })
        // Workbooks are made on demand and not committed.
        for file in files where !file.path.hasSuffix(".xlsx") {
            let committed = FileManager.default.contents(atPath: repository + "/Output/" + file.path).map { Array($0) }
            #expect(committed == file.bytes, "Output/\(file.path) is not what the content gives; run Scripts/build")
        }
    }

    @Test func `has no link in its output that leads nowhere`() throws {
        let files = try Pipeline().files(Self.clean, templates: try .read(from: repository + "/Templates"))
        let texts = Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
        let ids = texts.mapValues { text in Set(text.matches(of: /\bid="([^"]+)"/).map { String($0.1) }) }
        for (path, text) in texts where path.hasSuffix(".html") || path.hasSuffix(".md") {
            // Code in Markdown shows links that are no links.
            let links =
                path.hasSuffix(".html")
                ? text.matches(of: /href="([^"]*)"/).map { String($0.1) }
                : text.replacing(/(?s)```.*?```|`[^`\n]*`/, with: "").matches(of: /\]\(([^()\s]+)\)/).map { String($0.1) }
            for link in links where !link.hasPrefix("http") && !link.hasPrefix("mailto:") && !link.hasPrefix("data:") {
                let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
                let target = parts[0].isEmpty ? path : (URL(fileURLWithPath: "/" + path).deletingLastPathComponent().appendingPathComponent(parts[0]).standardizedFileURL.path)
                let name = target.hasPrefix("/") ? String(target.dropFirst()) : target
                #expect(texts[name] != nil, "\(path): \(link)")
                if parts.count > 1, let known = ids[name] { #expect(known.contains(parts[1]), "\(path): \(link)") }
            }
        }
    }

    @Test func `has Markdown in which no list item is empty`() throws {
        let files = try Pipeline().files(Self.clean, templates: try .read(from: repository + "/Templates"))
        for file in files where file.path.hasSuffix(".md") {
            let text = String(decoding: file.bytes, as: UTF8.self)
            // «1.» and a blank line: what follows is no longer part of the item.
            #expect(text.firstMatch(of: /(?m)^ *(-|[0-9]+\.) *\n *\n/) == nil, "\(file.path)")
        }
    }

    @Test func `holds every theory and steering document that the programme requires`() throws {
        let required = try #require(Self.catalog?.edition.programme.required)
        #expect(required.theories.count == 8)
        #expect(required.steeringDocuments.count >= 35)
    }

    @Test(arguments: addresses(.theory, .steeringDocument))
    func `without the sources of one theory or document gives exactly one finding, at its title`(address: String) throws {
        let element = try element(address)
        let citations = (element.content as? Theory)?.sources?.all ?? (element.content as? SteeringDocument)?.sources ?? []
        // A document that also says why its own source is missing stays right without the ones it rests on.
        guard !citations.isEmpty, (element.content as? SteeringDocument)?.absenceOfSource == nil else { return }
        let catalog = try #require(Self.catalog)
        var files = Self.files
        // The lists are emptied and a theory's own prose cites nothing: a key that no entry has would be another mistake.
        let sites = citations.map { catalog.site($0.site) }
        let path = Self.clean.map[element.title.range.file].path
        files[path] = try blanked(files[path], sites.map(\.range), wholeCitations: element.body?.document.outline.citations.map(\.range) ?? [])
        let found = places(Pipeline().judge(ContentFiles(files)))
        let (line, column) = LineTable(Self.files[path]!).position(of: Int(element.title.range.lower))
        let rule = element.address.kind == .theory ? "theory-cited" : "steering-document-cited"
        #expect(found == ["\(path):\(line):\(column) [\(rule)]"])
    }

    @Test(arguments: addresses(.theory, .steeringDocument))
    func `without the cross-references to one theory or document gives exactly one finding, at its title`(address: String) throws {
        let catalog = try #require(Self.catalog)
        let element = try element(address)
        let id = try #require(catalog.elementsByAddress[element.address])
        // Every reference but the requirement profile's now leads to a web page, or to another element of the kind.
        let other = try #require(catalog.edition.elements.first { $0.address.kind == element.address.kind && $0.address != element.address }).address
        var files = Self.files
        for (file, uses) in Dictionary(grouping: catalog.uses(of: id), by: \.site.file) where file != catalog.edition.file {
            let path = Self.clean.map[file].path
            var bytes = files[path]!
            for range in uses.map({ catalog.site($0.site).range }).sorted().reversed() { bytes.replaceSubrange(range.bytes, with: other.description.utf8) }
            files[path] = bytes
        }
        let path = Self.clean.map[element.title.range.file].path
        let (line, column) = LineTable(files[path]!).position(of: try offset(of: element.title.value, in: files[path]!))
        let rule = element.address.kind == .theory ? "theory-cross-referenced" : "steering-document-cross-referenced"
        // What it replaced is now replaced by the other one, which may be itself: a true finding of another kind.
        #expect(places(Pipeline().judge(ContentFiles(files)), except: ["replacement-ends"]) == ["\(path):\(line):\(column) [\(rule)]"])
    }

    @Test(arguments: addresses(.theory, .concept))
    func `without one element gives exactly one finding, at the first place that needs it`(address: String) throws {
        let element = try element(address)
        var files = Self.files
        files[Self.clean.map[element.range.file].path] = nil
        let judgement = Pipeline().judge(ContentFiles(files))
        #expect(judgement.diagnostics.map(\.id) == ["dangling-reference"])
        #expect(judgement.diagnostics.first?.message.swedish.contains(address) == true)
    }

    @Test func `without one reference gives exactly one finding, whichever it is`() throws {
        let text = String(decoding: try #require(Self.files["referenser.json"]), as: UTF8.self)
        let entries = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
        #expect(entries.count > 90)
        for removed in stride(from: 0, to: entries.count, by: 7) {
            var fewer = entries
            let key = try #require(fewer.remove(at: removed)["id"] as? String)
            var files = Self.files
            files["referenser.json"] = Array(try JSONSerialization.data(withJSONObject: fewer))
            let judgement = Pipeline().judge(ContentFiles(files))
            #expect(judgement.diagnostics.map(\.id) == ["dangling-reference"], "\(key)")
            #expect(judgement.diagnostics.first?.message.swedish.contains("”\(key)”") == true)
        }
    }

    private func element(_ address: String) throws -> Element {
        try #require(Self.catalog?.edition.elements.first { $0.address.description == address })
    }

    private func offset(of title: String, in bytes: [UInt8]) throws -> Int {
        let text = String(decoding: bytes, as: UTF8.self)
        let line = try #require(text.range(of: "titel: \(title)\n") ?? text.range(of: "titel: \"\(title)\"\n"))
        let start = text[line].hasPrefix("titel: \"") ? 8 : 7
        return text.utf8.distance(from: text.startIndex, to: line.lowerBound) + start
    }

    /// The bytes with each range, and the blanks and commas of its list, as spaces; citations in prose as well.
    private func blanked(_ bytes: [UInt8]?, _ ranges: [SourceRange], wholeCitations: [Range<Int>]) throws -> [UInt8] {
        var bytes = try #require(bytes)
        for range in ranges {
            // To the comma or bracket that ends the item, with its quotation marks and locator.
            var start = Int(range.lower)
            var end = Int(range.upper)
            let isQuoted = bytes[start - 1] == UInt8(ascii: "\"")
            if isQuoted {
                start -= 1
                while bytes[end] != UInt8(ascii: "\"") { end += 1 }
                end += 1
            } else {
                while ![UInt8(ascii: "]"), UInt8(ascii: ","), 10].contains(bytes[end]) { end += 1 }
            }
            for index in start..<end { bytes[index] = 32 }
            if bytes[end] == UInt8(ascii: ",") { bytes[end] = 32 }
        }
        for range in wholeCitations { for index in range { bytes[index] = 32 } }
        return bytes
    }
}
