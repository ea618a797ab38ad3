import CCMark

/// Builds libcmark nodes from typed blocks. What CommonMark lacks becomes a leaf with its text
/// ready in the format that is wanted.
enum TreeBuilder {
    static func append(_ blocks: [Block], _ tree: inout Tree, _ format: Format) {
        append(blocks, to: tree.root, &tree, format)
    }

    private static func append(_ blocks: [Block], to parent: CNode, _ tree: inout Tree, _ format: Format) {
        for block in blocks {
            switch block {
            case .heading(let level, let id, let inlines):
                let node = add(CMARK_NODE_HEADING, to: parent)
                cmark_node_set_heading_level(node, Int32(min(6, max(1, level))))
                if let id { append([.anchor(id: id)], to: node, &tree, format) }
                append(inlines, to: node, &tree, format)
            case .paragraph(let inlines): append(inlines, to: add(CMARK_NODE_PARAGRAPH, to: parent), &tree, format)
            case .bulletList(let items, let tight): list(items, CMARK_BULLET_LIST, tight: tight, start: 0, to: parent, &tree, format)
            case .orderedList(let items, let start): list(items, CMARK_ORDERED_LIST, tight: false, start: start, to: parent, &tree, format)
            case .quote(let blocks): append(blocks, to: add(CMARK_NODE_BLOCK_QUOTE, to: parent), &tree, format)
            case .ready(let html, let commonMark): ready(CMARK_NODE_CUSTOM_BLOCK, format == .html ? html : commonMark, to: parent)
            case .table(let table): ready(CMARK_NODE_CUSTOM_BLOCK, format == .html ? TableText.html(table) : TableText.commonMark(table), to: parent)
            case .definitionList, .figure, .footnotes, .container:
                ready(CMARK_NODE_CUSTOM_BLOCK, format == .html ? TypedText.html(block) : TypedText.commonMark(block), to: parent)
            }
        }
    }

    private static func list(
        _ items: [[Block]], _ type: cmark_list_type, tight: Bool, start: Int, to parent: CNode, _ tree: inout Tree, _ format: Format
    ) {
        let node = add(CMARK_NODE_LIST, to: parent)
        cmark_node_set_list_type(node, type)
        cmark_node_set_list_tight(node, tight ? 1 : 0)
        if type == CMARK_ORDERED_LIST {
            cmark_node_set_list_start(node, Int32(start))
            cmark_node_set_list_delim(node, CMARK_PERIOD_DELIM)
        }
        for item in items { append(item, to: add(CMARK_NODE_ITEM, to: node), &tree, format) }
    }

    private static func append(_ inlines: [Inline], to parent: CNode, _ tree: inout Tree, _ format: Format) {
        for inline in inlines {
            switch inline {
            case .text(let text): Tree.setLiteral(add(CMARK_NODE_TEXT, to: parent), Array(text.utf8))
            case .emphasis(let children): append(children, to: add(CMARK_NODE_EMPH, to: parent), &tree, format)
            case .strong(let children): append(children, to: add(CMARK_NODE_STRONG, to: parent), &tree, format)
            case .link(let destination, let children):
                let node = add(CMARK_NODE_LINK, to: parent)
                Tree.setURL(node, DestinationToken.commonMark(destination))
                append(children, to: node, &tree, format)
            case .url(let url, let children):
                let node = add(CMARK_NODE_LINK, to: parent)
                Tree.setURL(node, Array(url.utf8))
                append(children, to: node, &tree, format)
            case .span(let name, let children): wrap(children, "<span class=\"\(name)\">", "</span>", to: parent, &tree, format)
            case .language(let code, let children): wrap(children, "<span lang=\"\(code)\">", "</span>", to: parent, &tree, format)
            case .anchor(let id):
                let anchor = Array("<a id=\"\(id)\"></a>".utf8)
                ready(CMARK_NODE_CUSTOM_INLINE, anchor, to: parent)
            case .ready(let html, let commonMark): ready(CMARK_NODE_CUSTOM_INLINE, format == .html ? html : commonMark, to: parent)
            }
        }
    }

    /// A pair of tags in HTML around children that both formats render.
    private static func wrap(_ children: [Inline], _ open: String, _ close: String, to parent: CNode, _ tree: inout Tree, _ format: Format) {
        if format == .html { ready(CMARK_NODE_CUSTOM_INLINE, Array(open.utf8), to: parent) }
        append(children, to: parent, &tree, format)
        if format == .html { ready(CMARK_NODE_CUSTOM_INLINE, Array(close.utf8), to: parent) }
    }

    private static func ready(_ type: cmark_node_type, _ bytes: [UInt8], to parent: CNode) {
        var bytes = bytes
        while type == CMARK_NODE_CUSTOM_BLOCK, bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
        Tree.setReady(add(type, to: parent), bytes)
    }

    private static func add(_ type: cmark_node_type, to parent: CNode) -> CNode {
        let node = cmark_node_new(type)!
        cmark_node_append_child(parent, node)
        return node
    }
}
