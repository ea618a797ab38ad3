import Markup
import Model
import Mustache

/// The files of `Templates/` that the output is made with.
package struct Templates: Sendable {
    package let page: String
    package let stylesheet: [UInt8]
    package let wording: ReferenceWording
    /// For every page.
    package let readingScript: [UInt8]
    /// For the comparison of responses.
    package let comparisonScript: [UInt8]
    /// For the search, by file name.
    package let searchScripts: [String: [UInt8]]
    package let form: FormTemplate
    package let print: PrintTemplate
    /// For fragments in a content management system.
    package let fragmentStylesheet: [UInt8]

    package init(
        page: String, stylesheet: [UInt8], wording: ReferenceWording, readingScript: [UInt8], comparisonScript: [UInt8], searchScripts: [String: [UInt8]],
        form: FormTemplate, print: PrintTemplate, fragmentStylesheet: [UInt8]
    ) {
        self.fragmentStylesheet = fragmentStylesheet
        self.print = print
        self.readingScript = readingScript
        self.comparisonScript = comparisonScript
        self.searchScripts = searchScripts
        self.form = form
        self.page = page
        self.wording = wording
        self.stylesheet = stylesheet
    }
}

/// What documents on paper are made with.
package struct PrintTemplate: Sendable {
    package let page: String
    package let stylesheet: [UInt8]

    package init(page: String, stylesheet: [UInt8]) {
        self.page = page
        self.stylesheet = stylesheet
    }
}

/// A template can't be used.
package struct TemplateError: Error, CustomStringConvertible {
    package let description: String

    package init(description: String) { self.description = description }
}

/// The page template, rendered once with marks in its slots and cut there; a page is then put together from bytes.
///
/// Rendering the template anew for each of ten thousand pages would cost more than everything else together.
struct PageShell: Sendable {
    enum Slot: String, CaseIterable, Sendable {
        /// Plain text, escaped here.
        case title, document, root, created
        /// Ready HTML.
        case search, breadcrumbs, notice, navigation, contents, content, neighbours, markdown, styles
    }

    private enum Piece: Sendable {
        case bytes([UInt8])
        case slot(Slot)
    }

    private let pieces: [Piece]

    init(_ template: String, name: String = "sida.mustache", requiring: [Slot] = [.title, .content, .notice, .navigation, .root, .search]) throws {
        let mustache: MustacheTemplate
        do {
            mustache = try MustacheTemplate(string: template)
        } catch {
            throw TemplateError(description: "Templates/\(name): \(error)")
        }
        let marks = Dictionary(uniqueKeysWithValues: Slot.allCases.map { ($0.rawValue, "\u{1}\($0.rawValue)\u{2}") })
        let rendered = mustache.render(marks)
        var pieces: [Piece] = []
        var used: Set<Slot> = []
        for (number, part) in rendered.split(separator: "\u{1}", omittingEmptySubsequences: false).enumerated() {
            guard number > 0 else {
                pieces.append(.bytes(Array(part.utf8)))
                continue
            }
            let sides = part.split(separator: "\u{2}", maxSplits: 1, omittingEmptySubsequences: false)
            guard let slot = Slot(rawValue: String(sides[0])), sides.count == 2 else { continue }
            used.insert(slot)
            pieces += [.slot(slot), .bytes(Array(sides[1].utf8))]
        }
        // Mustache renders an unknown name as nothing: say what the template forgot.
        let missing = requiring.filter { !used.contains($0) }
        guard missing.isEmpty else {
            throw TemplateError(description: "Templates/\(name): {{\(missing.map(\.rawValue).joined(separator: "}}, {{"))}} saknas.")
        }
        self.pieces = pieces
    }

    /// - Parameter values: appends what stands in a slot.
    func page(reserving capacity: Int, _ values: (Slot, inout [UInt8]) -> Void) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(capacity + 8_000)
        var title = 0..<0
        for piece in pieces {
            switch piece {
            case .bytes(let bytes): output += bytes
            case .slot(let slot):
                let start = output.count
                values(slot, &output)
                if slot == .title { title = start..<output.count }
                if slot == .document { Self.sayOnce(output[start...], after: title, &output) }
            }
        }
        return output
    }

    /// A page that is named after its document says the name once in its title.
    private static func sayOnce(_ document: ArraySlice<UInt8>, after title: Range<Int>, _ output: inout [UInt8]) {
        let between = output[title.upperBound..<document.startIndex]
        guard !document.isEmpty, !between.contains(UInt8(ascii: "<")), output[title].starts(with: document) else { return }
        output.removeSubrange(title.upperBound...)
    }

    /// The way from the start page to the page itself, which is not a link.
    static func breadcrumbs(_ trail: [(href: String, text: String)], to current: String?, _ output: inout [UInt8]) {
        output += "<ol>\n".utf8
        for (href, text) in trail {
            output += "<li><a href=\"".utf8 + HTMLText.escaped(href) + "\">".utf8 + HTMLText.escaped(text) + "</a></li>\n".utf8
        }
        if let current { output += "<li aria-current=\"page\">".utf8 + HTMLText.escaped(current) + "</li>\n".utf8 }
        output += "</ol>".utf8
    }

    /// The headings of a long page; folded until it is wanted, or until there is room beside the text.
    static func tableOfContents(_ headings: [(id: String, text: String)], _ output: inout [UInt8]) {
        guard headings.count > 1 else { return }
        output += "<details class=\"innehall\">\n<summary>På den här sidan</summary>\n<nav aria-label=\"På den här sidan\">\n<ul>\n".utf8
        for heading in headings {
            output += "<li><a href=\"#".utf8
            output += heading.id.utf8
            output += "\">".utf8
            HTMLText.escape(heading.text, into: &output)
            output += "</a></li>\n".utf8
        }
        output += "</ul>\n</nav>\n</details>".utf8
    }
}
