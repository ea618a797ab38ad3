import CCMark
import Glibc

/// Walks a fresh tree once: finds its links, citations, headings and placements, says where they stand in the source,
/// and turns each citation into a node of its own.
struct OutlineBuilder {
    private let text: UnsafeBufferPointer<UInt8>
    /// Added to every range: where `text` begins in the file.
    private let base: Int
    private var lineStarts: [Int] = []
    private var outline = Outline()
    private var links: [CNode] = []
    private var citations: [CNode] = []
    private var headings: [CNode] = []
    private var placements: [CNode] = []
    private var definitions: [String: Range<Int>]?

    /// Whether `&#1;` or its like stands anywhere.
    private let namesControls: Bool

    private init(_ text: UnsafeBufferPointer<UInt8>, base: Int) {
        self.text = text
        namesControls = !Unescaping.controls(text, in: 0..<text.count).isEmpty
        self.base = base
    }

    static func build(_ tree: inout Tree, _ text: UnsafeBufferPointer<UInt8>, base: Int) -> Outline {
        var builder = OutlineBuilder(text, base: base)
        builder.findControlCharacters()
        builder.walk(tree.root, depth: 0)
        tree.links = builder.links
        tree.citations = builder.citations
        tree.headings = builder.headings
        tree.placements = builder.placements
        return builder.outline
    }

    // MARK: Blocks

    private mutating func walk(_ parent: CNode, depth: Int) {
        // Blocks are bounded in depth by `Limits`, so recursion is safe.
        for node in Children(of: parent) {
            switch cmark_node_get_type(node) {
            case CMARK_NODE_HEADING:
                let region = lines(of: node)
                let index = outline.headings.count
                headings.append(node)
                inlines(of: node, region)
                outline.headings.insert(
                    Heading(level: Int(cmark_node_get_heading_level(node)), text: String(decoding: PlainText.of(node), as: UTF8.self), range: moved(region)), at: index)
            case CMARK_NODE_PARAGRAPH:
                let region = lines(of: node)
                inlines(of: node, region)
                if depth == 0 { notePlacement(node) }
                if region.count > 6, isPipeTable(region) { problem(.pipeTable, region) }
            case CMARK_NODE_HTML_BLOCK: problem(.rawHTML, lines(of: node))
            case CMARK_NODE_CODE_BLOCK: if namesControls, isControl(cmark_node_get_fence_info(node)) { noteControls(in: lines(of: node)) }
            case CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_LIST, CMARK_NODE_ITEM: walk(node, depth: depth + 1)
            default: break
            }
        }
    }

    private mutating func lines(of node: CNode) -> Range<Int> {
        if lineStarts.isEmpty {
            lineStarts.reserveCapacity(text.count / 40 + 1)
            lineStarts.append(0)
            var index = 0
            // Nearly no text has carriage returns; without one the C library finds the ends of lines.
            if let base = text.baseAddress, memchr(base, 13, text.count) == nil {
                while let end = memchr(base + index, 10, text.count - index) {
                    index = UnsafeRawPointer(end) - UnsafeRawPointer(base) + 1
                    lineStarts.append(index)
                }
                index = text.count
            }
            while index < text.count {
                let byte = text[index]
                index += 1
                if byte == UInt8(ascii: "\r"), index < text.count, text[index] == UInt8(ascii: "\n") { index += 1 }
                if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { lineStarts.append(index) }
            }
        }
        let first = max(1, Int(cmark_node_get_start_line(node)))
        let last = max(first, Int(cmark_node_get_end_line(node)))
        guard first <= lineStarts.count else { return text.count..<text.count }
        var end = last < lineStarts.count ? lineStarts[last] : text.count
        let start = lineStarts[first - 1]
        while end > start, text[end - 1] == UInt8(ascii: "\n") || text[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return start..<end
    }

    private mutating func notePlacement(_ node: CNode) {
        guard let link = cmark_node_first_child(node), cmark_node_next(link) == nil, let index = links.lastIndex(of: link),
            outline.links[index].kind == .autolink, Placement.isPlaced(outline.links[index].destination)
        else { return }
        placements.append(node)
        outline.placements.append(Placement(linkIndex: index))
    }

    private func isPipeTable(_ region: Range<Int>) -> Bool {
        guard text[region].contains(UInt8(ascii: "|")) else { return false }
        let rows = text[region].split(separator: UInt8(ascii: "\n"))
        return rows.dropFirst().contains { row in
            row.contains(UInt8(ascii: "-")) && row.contains(UInt8(ascii: "|")) && row.allSatisfy { "|:- \t\r>".utf8.contains($0) }
        }
    }

    // MARK: Inlines

    /// The state of matching one block's tree with its source.
    private struct Matching {
        let region: Range<Int>
        var candidates: [SourceLexer.Candidate]
        var next = 0
    }

    private mutating func inlines(of block: CNode, _ region: Range<Int>) {
        // Most blocks hold neither a link nor a citation nor HTML: nothing to lex.
        guard text[region].contains(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "&") })
        else { return }
        let lexer = SourceLexer(text, region)
        var matching = Matching(region: region, candidates: lexer.candidates)
        for candidate in lexer.candidates {
            switch candidate {
            case .footnoteMark(let range): problem(.footnoteMark, range)
            case .brokenLink(let range): problem(.brokenLink, range)
            case .bracketed(let range): outline.bracketed.append((String(decoding: text[range], as: UTF8.self), moved(range)))
            default: break
            }
        }
        // The same words in code are only words.
        if namesControls, saysControl(block) { noteControls(in: region) }
        visit(block, &matching, isInsideLink: false)
    }

    private mutating func visit(_ parent: CNode, _ matching: inout Matching, isInsideLink: Bool) {
        var child = cmark_node_first_child(parent)
        while let node = child {
            // Taken now: a citation replaces nodes.
            child = cmark_node_next(node)
            switch cmark_node_get_type(node) {
            case CMARK_NODE_TEXT:
                var run = [node]
                while let following = child, isText(following) {
                    run.append(following)
                    child = cmark_node_next(following)
                }
                child = texts(run, &matching, isInsideLink: isInsideLink) ?? child
            case CMARK_NODE_LINK, CMARK_NODE_IMAGE: link(node, &matching)
            case CMARK_NODE_HTML_INLINE:
                let range = takeHTML(node, &matching)
                // The tag that closes belongs to the finding of the one that opened.
                let isClosing = cmark_node_get_literal(node).map { $0[1] == CChar(UInt8(ascii: "/")) } ?? false
                if !isClosing { problem(.rawHTML, range) }
            case CMARK_NODE_EMPH, CMARK_NODE_STRONG: visit(node, &matching, isInsideLink: isInsideLink)
            default: break
            }
        }
    }

    private func isText(_ node: CNode) -> Bool {
        let type = cmark_node_get_type(node)
        return type == CMARK_NODE_TEXT || type == CMARK_NODE_SOFTBREAK
    }

    private mutating func link(_ node: CNode, _ matching: inout Matching) {
        let isImage = cmark_node_get_type(node) == CMARK_NODE_IMAGE
        let destination = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
        let index = outline.links.count
        links.append(node)
        outline.links.append(Link(kind: .link, destination: destination, destinationRange: 0..<0, range: 0..<0))
        // An inner link closes before the outer one.
        visit(node, &matching, isInsideLink: true)
        let place = takeLink(destination, &matching)
        outline.links[index] = Link(
            kind: isImage ? .image : place.isAutolink ? .autolink : .link, destination: destination,
            destinationRange: moved(place.destination), range: moved(place.whole))
        if isUnsafe(destination) { problem(.unsafeLink, place.destination) }
    }

    private mutating func takeLink(
        _ destination: String, _ matching: inout Matching
    ) -> (destination: Range<Int>, whole: Range<Int>, isAutolink: Bool) {
        var index = matching.next
        while index < matching.candidates.count {
            switch matching.candidates[index] {
            case .inlineLink(let range, let open, let end) where Unescaping.matches(text, range, destination):
                matching.next = index + 1
                return (range, open..<end, false)
            case .autolink(let range):
                let inner = range.lowerBound + 1..<range.upperBound - 1
                if Unescaping.matches(text, inner, destination) || ("mailto:" + String(decoding: text[inner], as: UTF8.self)) == destination {
                    matching.next = index + 1
                    return (inner, range, true)
                }
            default: break
            }
            index += 1
        }
        // A reference link: the destination stands in a definition.
        let definition = self.definition(of: destination) ?? matching.region
        return (definition, definition, false)
    }

    private mutating func definition(of destination: String) -> Range<Int>? {
        if definitions == nil { definitions = Definitions.find(text, lineStarts) }
        return definitions?[destination]
    }

    private mutating func takeHTML(_ node: CNode, _ matching: inout Matching) -> Range<Int> {
        var index = matching.next
        while index < matching.candidates.count {
            if case .html(let range) = matching.candidates[index] {
                matching.next = index + 1
                return range
            }
            index += 1
        }
        return matching.region
    }

    private func isUnsafe(_ destination: String) -> Bool {
        // Nearly no link begins like one of them.
        guard let first = destination.utf8.first(where: { $0 > 0x20 }), "jvfdJVFD".utf8.contains(first) else { return false }
        let scheme = String(destination.unicodeScalars.filter { $0.value > 0x20 }.prefix(12)).lowercased()
        return ["javascript:", "vbscript:", "file:", "data:"].contains { scheme.hasPrefix($0) }
    }

    // MARK: Citations

    /// Looks for citations in a run of text and soft breaks. Returns the node to go on with when the run was changed.
    private mutating func texts(_ run: [CNode], _ matching: inout Matching, isInsideLink: Bool) -> CNode? {
        guard run.contains(where: { cmark_node_get_literal($0).map { strchr($0, Int32(UInt8(ascii: "@"))) != nil } ?? false }) else { return nil }
        var flat: [UInt8] = []
        for node in run {
            if let literal = cmark_node_get_literal(node) {
                flat += UnsafeRawBufferPointer(start: literal, count: strlen(literal))
            } else {
                flat.append(UInt8(ascii: "\n"))
            }
        }
        let found = CitationFinder.find(flat)
        var placed: [(range: Range<Int>, group: CitationGroup)] = []
        for candidate in found {
            var ranges: [Range<Int>] = []
            var isCitation = !isInsideLink
            for item in candidate.items {
                guard let key = takeKey(item.key, &matching) else {
                    isCitation = false
                    continue
                }
                if key.isEscaped { isCitation = false }
                ranges.append(key.range)
            }
            guard isCitation, let first = ranges.first, let last = ranges.last else { continue }
            let whole = candidate.isNarrative ? first.lowerBound - 1..<last.upperBound : brackets(around: first.lowerBound..<last.upperBound, matching.region)
            let items = zip(candidate.items, ranges).map { item, range in
                CitationItem(
                    key: item.key, keyRange: moved(range), prefix: item.prefix, locator: item.locator, suppressesAuthor: item.suppressesAuthor)
            }
            placed.append((candidate.range, CitationGroup(items: items, isNarrative: candidate.isNarrative, range: moved(whole))))
        }
        guard !placed.isEmpty else { return nil }
        return replace(run, flat, placed)
    }

    private func takeKey(_ key: String, _ matching: inout Matching) -> (range: Range<Int>, isEscaped: Bool)? {
        var index = matching.next
        while index < matching.candidates.count {
            if case .key(let range, let isEscaped) = matching.candidates[index], text[range].elementsEqual(key.utf8) {
                matching.next = index + 1
                return (range, isEscaped)
            }
            index += 1
        }
        return nil
    }

    private func brackets(around range: Range<Int>, _ region: Range<Int>) -> Range<Int> {
        let open = text[region.lowerBound..<range.lowerBound].lastIndex(of: UInt8(ascii: "[")) ?? range.lowerBound
        let close = text[range.upperBound..<region.upperBound].firstIndex(of: UInt8(ascii: "]")).map { $0 + 1 } ?? range.upperBound
        return open..<close
    }

    /// Puts the run anew: text and soft breaks as they were, and a node of its own for each citation.
    private mutating func replace(_ run: [CNode], _ flat: [UInt8], _ placed: [(range: Range<Int>, group: CitationGroup)]) -> CNode? {
        let anchor = run[run.count - 1]
        let following = cmark_node_next(anchor)
        var last = anchor
        func append(_ node: CNode) {
            cmark_node_insert_after(last, node)
            last = node
        }
        func appendText(_ range: Range<Int>) {
            var start = range.lowerBound
            while start < range.upperBound {
                let end = flat[start..<range.upperBound].firstIndex(of: UInt8(ascii: "\n")) ?? range.upperBound
                if end > start {
                    let node = cmark_node_new(CMARK_NODE_TEXT)!
                    Tree.setLiteral(node, Array(flat[start..<end]))
                    append(node)
                }
                if end < range.upperBound { append(cmark_node_new(CMARK_NODE_SOFTBREAK)!) }
                start = end + 1
            }
        }
        var place = 0
        for (range, group) in placed {
            appendText(place..<range.lowerBound)
            let node = cmark_node_new(CMARK_NODE_CUSTOM_INLINE)!
            append(node)
            citations.append(node)
            var group = group
            group.itemsBefore = outline.citations.last.map { $0.itemsBefore + $0.items.count } ?? 0
            outline.citations.append(group)
            place = range.upperBound
        }
        appendText(place..<flat.count)
        for node in run { cmark_node_free(node) }
        return following
    }

    // MARK: Problems

    /// So many that more would help nobody.
    private static let mostProblems = 200

    private mutating func problem(_ kind: Problem.Kind, _ range: Range<Int>) {
        guard outline.problems.count < Self.mostProblems else { return }
        outline.problems.append(Problem(kind: kind, range: moved(range)))
    }

    /// At the entities themselves, or at the whole when it is a definition elsewhere that has them.
    private mutating func noteControls(in region: Range<Int>) {
        let controls = Unescaping.controls(text, in: region)
        for range in controls.isEmpty ? [region] : controls { problem(.controlCharacter, range) }
    }

    /// Whether an entity came to a character that no text has; libcmark writes two of them as bytes that are no UTF-8.
    private func saysControl(_ parent: CNode) -> Bool {
        Children(of: parent).contains { node in
            switch cmark_node_get_type(node) {
            case CMARK_NODE_TEXT: isControl(cmark_node_get_literal(node))
            case CMARK_NODE_LINK, CMARK_NODE_IMAGE: isControl(cmark_node_get_url(node)) || isControl(cmark_node_get_title(node)) || saysControl(node)
            default: saysControl(node)
            }
        }
    }

    private func isControl(_ literal: UnsafePointer<CChar>?) -> Bool {
        let bytes = Tree.bytes(literal)
        return bytes.contains { $0 >= 0xFE } || String(decoding: bytes, as: UTF8.self).unicodeScalars.contains { ControlCharacters.contains($0.value) }
    }

    private mutating func findControlCharacters() {
        for (index, byte) in text.enumerated() where byte < 0x20 && byte != 9 && byte != 10 && byte != 13 {
            problem(.controlCharacter, index..<index + 1)
        }
    }

    private func moved(_ range: Range<Int>) -> Range<Int> { range.lowerBound + base..<range.upperBound + base }
}
