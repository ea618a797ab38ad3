import Diagnostics
import Markup
import Model
import Reading

/// A reader of what others wrote, and what must hold whatever they wrote.
enum FuzzedReader: String, CaseIterable {
    case markdown, yaml, csl, response

    func read(_ bytes: [UInt8]) {
        switch self {
        case .markdown:
            checkContent(["program/kapitel/start.md": bytes])
            if bytes.isReadable { checkDocument(bytes) }
        case .yaml: checkContent([registerPath(bytes): bytes])
        case .csl: checkContent(["referenser.json": bytes])
        case .response: checkResponse(bytes)
        }
    }
}

/// A YAML file says in its first line which of the content's files it is: `# uppdrag.yaml`.
private func registerPath(_ bytes: [UInt8]) -> String {
    let line = String(decoding: bytes.prefix { $0 != 10 && $0 != 13 }.prefix(60), as: UTF8.self)
    let name = line.hasPrefix("# ") ? String(line.dropFirst(2)) : ""
    switch name {
    case "styrdok.yaml": return name
    case "remiss.yaml", "hantering.yaml": return "remisser/remiss/" + name
    case "svar.yaml": return "remisser/remiss/svar/instans.yaml"
    default: return "program/" + (ContentForm.all.contains { $0.pattern == "*/" + name } ? name : "program.yaml")
    }
}

private func checkContent(_ texts: [String: [UInt8]]) {
    let catalog = CatalogReader.read(ContentFiles(texts))
    let map = catalog.value.map
    check(catalog.diagnostics, map)
    for range in catalog.value.editions.flatMap(\.elements).map(\.range) { check(range, map) }
    for sites in catalog.value.sites { for site in sites { check(site.range, map) } }
    for entry in catalog.value.bibliography { check(entry.range, map) }
}

private func checkResponse(_ bytes: [UInt8]) {
    let map = SourceMap([SourceText(path: "svar.json", bytes: bytes)])
    let read = SubmittedResponse.read(map.files[0])
    check(read.diagnostics, map)
    guard let response = read.value else { return }
    for site in response.sites { check(site.range, map) }
    // What an import writes into the content must be YAML that the content's own reader takes.
    let written = CatalogReader.read(ContentFiles(["remisser/remiss/svar/instans.yaml": Array(response.yaml.utf8)]))
    for id in written.diagnostics.map(\.id) where ["bad-yaml", "yaml-alias", "duplicate-key", "too-deep", "not-utf-8", "raw-html"].contains(id) {
        fatalError("the response was written as YAML with \(id):\n\(response.yaml)")
    }
}

private func checkDocument(_ bytes: [UInt8]) {
    let document = Document(parsing: bytes)
    let outline = document.outline
    let links = outline.links.map(\.destinationRange) + outline.links.map(\.range)
    for range in links + outline.citations.map(\.range) + outline.headings.map(\.range) + outline.problems.map(\.range) {
        precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "a range outside the text")
    }
    for item in outline.citations.flatMap(\.items) {
        precondition(bytes[item.keyRange].elementsEqual(item.key.utf8), "a key is not where it is said to be")
    }
    let html = document.render(.html)
    let markdown = document.render(.commonMark)
    // With findings nothing is rendered for readers.
    precondition(!outline.problems.isEmpty || html.isUTF8 && markdown.isUTF8, "a rendering is not UTF-8")
    // A rendering puts back all that it moved.
    precondition(document.render(.html) == html && document.render(.commonMark) == markdown, "a second rendering differs")
    // No more than this is promised of what was written: libcmark's own form of two lists beside each other, an empty item
    // or a hard break in a heading is read as something else.
    _ = Document(parsing: markdown).render(.html)
    _ = document.plainText
    _ = document.plainLines
    _ = document.listItems
    _ = document.renderInline(.html)
}

private func check(_ diagnostics: [Diagnostic], _ map: SourceMap) {
    for diagnostic in diagnostics {
        check(diagnostic.range, map)
        for note in diagnostic.notes { check(note.range, map) }
        for fix in diagnostic.fixes { check(fix.range, map) }
    }
    // The printers find line, column and the words themselves for every range.
    _ = TextPrinter(map, language: .swedish, pathPrefix: "", usesColor: false).print(diagnostics)
    _ = SARIFPrinter(map, language: .swedish).print(diagnostics, toolVersion: "0")
}

private func check(_ range: SourceRange, _ map: SourceMap) {
    precondition(range.lower >= 0 && range.lower <= range.upper && range.bytes.upperBound <= map[range.file].bytes.count, "a range outside its file")
}

extension [UInt8] {
    fileprivate var isUTF8: Bool { (try? UTF8Span(validating: span)) != nil }

    /// UTF-8 without NUL and without what is no character, which is all that is ever parsed.
    fileprivate var isReadable: Bool {
        !contains(0) && isUTF8 && !String(decoding: self, as: UTF8.self).unicodeScalars.contains { $0.value == 0xFFFE || $0.value == 0xFFFF }
    }
}
