import CCMark
import Synchronization

package enum Format: Sendable {
    case html
    case commonMark
}

/// What a rendering puts in the places of a text.
package protocol Filling {
    func link(_ index: Int) -> LinkFilling
    /// Ready text in the format being rendered; carried through verbatim.
    func citation(_ index: Int) -> [UInt8]
    /// Ready blocks in the format being rendered; nil leaves the paragraph as it is.
    func placement(_ index: Int) -> [UInt8]?
    /// The id attribute of a heading; asked for HTML only.
    func headingID(_ index: Int) -> String?
}

package enum LinkFilling: Sendable {
    /// As the author wrote it.
    case keep
    case url(String)
    /// The token of `DestinationToken`; `text` takes the place of the link's content.
    case destination(Int, text: String?)
    /// Takes the place of the whole link, verbatim.
    case ready([UInt8])
}

/// A CommonMark text as libcmark's own tree: parsed once, located once, rendered any number of times. The result of a
/// rendering depends on its arguments alone.
package final class Document: Sendable {
    package let outline: Outline
    private let tree: Mutex<Tree>
    /// What a built document is built from. Its tree is made for each rendering, in the format that is wanted: making
    /// both would double the work at every level of nesting.
    private let blocks: [Block]?
    /// The text when it is one line of words without any markup, as most short fields and table cells are: it needs no
    /// tree.
    private let words: [UInt8]?

    /// - Parameters:
    ///   - source: valid UTF-8; the ranges of the outline are offsets in it.
    ///   - range: the part to parse, the rest being front matter.
    package init(parsing source: [UInt8], in range: Range<Int>? = nil) {
        let range = range ?? 0..<source.count
        blocks = nil
        if range.count < 1_000, Words.isPlain(source[range]) {
            words = Array(source[range])
            outline = Outline()
            tree = Mutex(Tree(owning: nil))
            return
        }
        words = nil
        var outline = Outline()
        var tree = Tree(owning: Self.parse(source, range, &outline))
        if outline.problems.isEmpty {
            source.withUnsafeBufferPointer { buffer in
                outline = OutlineBuilder.build(&tree, UnsafeBufferPointer(rebasing: buffer[range]), base: range.lowerBound)
            }
        }
        self.tree = Mutex(tree)
        self.outline = outline
    }

    /// The tree of libcmark; an empty one, with the problem noted, when the text would take too long.
    private static func parse(_ source: [UInt8], _ range: Range<Int>, _ outline: inout Outline) -> CNode {
        source.withUnsafeBufferPointer { buffer in
            let text = UnsafeBufferPointer(rebasing: buffer[range])
            func refused(_ block: Range<Int>) -> CNode {
                outline.problems = [Problem(kind: .tooComplex, range: block.lowerBound + range.lowerBound..<block.upperBound + range.lowerBound)]
                return cmark_node_new(CMARK_NODE_DOCUMENT)
            }
            if let block = Limits.exceeded(text) { return refused(block) }
            guard !text.isEmpty else { return cmark_node_new(CMARK_NODE_DOCUMENT) }
            let root: CNode = text.withMemoryRebound(to: CChar.self) { cmark_parse_document($0.baseAddress, text.count, CMARK_OPT_DEFAULT) }
            guard let block = Limits.tooDeep(root, text) else { return root }
            cmark_node_free(root)
            return refused(block)
        }
    }

    /// A text built from typed blocks; its outline is empty.
    package init(_ blocks: [Block]) {
        tree = Mutex(Tree(owning: nil))
        outline = Outline()
        self.blocks = blocks
        words = nil
    }

    /// The inlines of a built paragraph that is not simple.
    package func treeInline(_ format: Format) -> [UInt8] {
        inlines(renderTree(blocks ?? [], format), format)
    }

    package func render(_ format: Format, headingShift: Int = 0, filling: some Filling) -> [UInt8] {
        if let words { return format == .html ? Array("<p>".utf8) + words + Array("</p>\n".utf8) : words + [10] }
        guard let blocks else {
            return tree.withLock { TreeRenderer.render(&$0, outline, format, headingShift: headingShift, filling: filling) }
        }
        if headingShift == 0, let simple = SimpleBlocks.render(blocks, format) { return simple }
        return renderTree(blocks, format, headingShift: headingShift)
    }

    /// By libcmark, simple or not.
    package func renderTree(_ blocks: [Block], _ format: Format, headingShift: Int = 0) -> [UInt8] {
        var tree = Tree(owning: cmark_node_new(CMARK_NODE_DOCUMENT))
        TreeBuilder.append(blocks, &tree, format)
        return TreeRenderer.render(&tree, outline, format, headingShift: headingShift, filling: NoFilling(outline: outline))
    }

    /// What the cmark program prints, citations as their source.
    package func render(_ format: Format) -> [UInt8] {
        render(format, filling: NoFilling(outline: outline))
    }

    /// Only the inlines of a text that is one paragraph; otherwise as `render`.
    package func renderInline(_ format: Format, filling: some Filling) -> [UInt8] {
        if let words { return words }
        let bytes = render(format, filling: filling)
        return isOneParagraph ? inlines(bytes, format) : bytes
    }

    /// What stands in the only paragraph.
    private func inlines(_ bytes: [UInt8], _ format: Format) -> [UInt8] {
        var bytes = bytes
        while bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
        return format == .html ? Array(bytes.dropFirst(3).dropLast(4)) : bytes
    }

    package func renderInline(_ format: Format) -> [UInt8] {
        renderInline(format, filling: NoFilling(outline: outline))
    }

    /// Whether the text is one line without any markup: then its CommonMark is its plain text.
    package var isWords: Bool { words != nil }

    package var isOneParagraph: Bool {
        if words != nil { return true }
        if let blocks {
            if case .paragraph? = blocks.first { return blocks.count == 1 }
            return false
        }
        return tree.withLock { tree in
            guard let first = cmark_node_first_child(tree.root) else { return false }
            return cmark_node_next(first) == nil && cmark_node_get_type(first) == CMARK_NODE_PARAGRAPH
        }
    }

    /// How many items its lists at top level have.
    package var listItems: Int {
        if words != nil { return 0 }
        return tree.withLock { tree in
            var count = 0
            var block = cmark_node_first_child(tree.root)
            while let node = block {
                if cmark_node_get_type(node) == CMARK_NODE_LIST {
                    var item = cmark_node_first_child(node)
                    while let each = item {
                        count += 1
                        item = cmark_node_next(each)
                    }
                }
                block = cmark_node_next(node)
            }
            return count
        }
    }

    /// As `plainText`, with the line breaks: what somebody typed who knows no Markdown.
    package var plainLines: String {
        if let words { return String(decoding: words, as: UTF8.self) }
        guard blocks == nil else { return plainText }
        return tree.withLock { PlainText.lines($0.root) }
    }

    package var plainText: String { String(decoding: plainBytes, as: UTF8.self) }

    /// The same as UTF-8.
    package var plainBytes: [UInt8] {
        if let words { return words }
        guard let blocks else { return tree.withLock { PlainText.of($0.root) } }
        var tree = Tree(owning: cmark_node_new(CMARK_NODE_DOCUMENT))
        TreeBuilder.append(blocks, &tree, .commonMark)
        return PlainText.of(tree.root)
    }
}

/// Everything as the author wrote it.
private struct NoFilling: Filling {
    let outline: Outline

    func link(_ index: Int) -> LinkFilling { .keep }
    func citation(_ index: Int) -> [UInt8] {
        let group = outline.citations[index]
        let items = group.items.map { item in
            (item.prefix.isEmpty ? "" : item.prefix + " ") + (item.suppressesAuthor ? "-" : "") + "@" + item.key
                + (item.locator.isEmpty ? "" : group.isNarrative ? " [\(item.locator)]" : ", \(item.locator)")
        }.joined(separator: "; ")
        return Array((group.isNarrative ? items : "[\(items)]").utf8)
    }
    func placement(_ index: Int) -> [UInt8]? { nil }
    func headingID(_ index: Int) -> String? { nil }
}
