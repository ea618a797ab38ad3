import CCMark

/// Sets the format's text in a tree, renders it with libcmark, and puts back what it moved.
enum TreeRenderer {
    static func render(
        _ tree: inout Tree, _ outline: Outline, _ format: Format, headingShift: Int, filling: some Filling
    ) -> [UInt8] {
        var swaps: [(original: CNode, stand: CNode)] = []
        var texts: [(link: CNode, stand: CNode)] = []
        func swap(_ node: CNode, _ type: cmark_node_type, _ bytes: [UInt8]) {
            let stand = cmark_node_new(type)!
            Tree.setReady(stand, bytes)
            cmark_node_insert_before(node, stand)
            cmark_node_unlink(node)
            swaps.append((node, stand))
        }
        for (index, node) in tree.citations.enumerated() { Tree.setReady(node, filling.citation(index)) }
        for (index, node) in tree.links.enumerated() {
            switch filling.link(index) {
            case .keep: Tree.setURL(node, Array(outline.links[index].destination.utf8))
            case .url(let url): Tree.setURL(node, Array(url.utf8))
            case .destination(let number, let text):
                Tree.setURL(node, DestinationToken.commonMark(number))
                if let text, let child = cmark_node_first_child(node), cmark_node_next(child) == nil {
                    let stand = cmark_node_new(CMARK_NODE_TEXT)!
                    Tree.setLiteral(stand, Array(text.utf8))
                    cmark_node_insert_before(child, stand)
                    cmark_node_unlink(child)
                    texts.append((child, stand))
                }
            case .ready(let bytes): swap(node, CMARK_NODE_CUSTOM_INLINE, bytes)
            }
        }
        for (index, node) in tree.placements.enumerated() {
            if let bytes = filling.placement(index) { swap(node, CMARK_NODE_CUSTOM_BLOCK, trimmed(bytes)) }
        }
        var hasIDs = false
        var marks: [CNode] = []
        for (index, node) in tree.headings.enumerated() {
            if headingShift != 0 {
                cmark_node_set_heading_level(node, Int32(min(6, outline.headings[index].level + headingShift)))
            }
            if format == .html, let id = filling.headingID(index) {
                let mark = cmark_node_new(CMARK_NODE_CUSTOM_INLINE)!
                Tree.setReady(mark, [3] + Array(id.utf8) + [4])
                cmark_node_prepend_child(node, mark)
                marks.append(mark)
                hasIDs = true
            }
        }

        var bytes: [UInt8]
        switch format {
        case .html: bytes = Tree.take(cmark_render_html(tree.root, CMARK_OPT_DEFAULT))
        case .commonMark: bytes = Tree.take(cmark_render_commonmark(tree.root, CMARK_OPT_DEFAULT, 0))
        }
        if hasIDs { bytes = withIDs(bytes) }

        for mark in marks { cmark_node_free(mark) }
        if headingShift != 0 {
            for (index, node) in tree.headings.enumerated() { cmark_node_set_heading_level(node, Int32(outline.headings[index].level)) }
        }
        for (original, stand) in (texts + swaps).reversed() {
            cmark_node_insert_before(stand, original)
            cmark_node_free(stand)
        }
        return bytes
    }

    private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        while bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
        return bytes
    }

    /// Moves each id mark, which stands directly after its `<hN>`, into the tag.
    private static func withIDs(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + 64)
        var index = 0
        while let mark = bytes[index...].firstIndex(of: 3) {
            output += bytes[index..<mark]
            guard let end = bytes[mark...].firstIndex(of: 4), output.last == UInt8(ascii: ">") else {
                index = mark + 1
                continue
            }
            output.removeLast()
            output += " id=\"".utf8
            output += bytes[mark + 1..<end]
            output += "\">".utf8
            index = end + 1
        }
        output += bytes[index...]
        return output
    }
}
