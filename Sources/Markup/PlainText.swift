import CCMark
import Glibc

/// The words of a node without markup; citations, pictures' addresses and what stands for blocks of ours left out.
enum PlainText {
    static func of(_ node: CNode) -> [UInt8] {
        var bytes: [UInt8] = []
        append(node, &bytes)
        return CitationScanner.trimmedBytes(bytes[...])
    }

    /// As `of`, with the line breaks: a hard one is a line feed, paragraphs have an empty line between them, items begin
    /// with a hyphen.
    static func lines(_ root: CNode) -> String {
        var bytes: [UInt8] = []
        appendLines(root, &bytes)
        while bytes.last == 10 { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func appendLines(_ parent: CNode, _ bytes: inout [UInt8]) {
        func separate(_ count: Int) {
            guard !bytes.isEmpty else { return }
            while bytes.suffix(count).count(where: { $0 == 10 }) < count { bytes.append(10) }
        }
        for node in Children(of: parent) {
            switch cmark_node_get_type(node) {
            case CMARK_NODE_LINEBREAK:
                while bytes.last == 32 { bytes.removeLast() }
                bytes.append(10)
            case CMARK_NODE_LIST:
                separate(2)
                for item in Children(of: node) {
                    separate(1)
                    bytes += "- ".utf8
                    var text: [UInt8] = []
                    appendLines(item, &text)
                    bytes += text
                }
            case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_CODE_BLOCK, CMARK_NODE_SOFTBREAK, CMARK_NODE_CUSTOM_INLINE: append(single: node, &bytes)
            case let type where type.rawValue < CMARK_NODE_FIRST_INLINE.rawValue:
                guard !isPlacement(node) else { continue }
                separate(2)
                appendLines(node, &bytes)
            default: appendLines(node, &bytes)
            }
        }
    }

    private static func append(_ parent: CNode, _ bytes: inout [UInt8]) {
        for node in Children(of: parent) { append(single: node, &bytes) }
    }

    private static func append(single node: CNode, _ bytes: inout [UInt8]) {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_CODE_BLOCK:
            if let literal = cmark_node_get_literal(node) { bytes += UnsafeRawBufferPointer(start: literal, count: strlen(literal)) }
        case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: bytes.append(32)
        case CMARK_NODE_CUSTOM_INLINE:
            // The blank before a citation goes with it.
            while bytes.last == 32 { bytes.removeLast() }
        default:
            guard !isPlacement(node) else { return }
            if !bytes.isEmpty, bytes.last != 32, cmark_node_get_type(node).rawValue < CMARK_NODE_FIRST_INLINE.rawValue { bytes.append(32) }
            append(node, &bytes)
        }
    }

    /// Whether a paragraph is nothing but `<register:uppdrag>` or the like.
    private static func isPlacement(_ node: CNode) -> Bool {
        guard cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH, let link = cmark_node_first_child(node), cmark_node_next(link) == nil,
            cmark_node_get_type(link) == CMARK_NODE_LINK, let text = cmark_node_first_child(link), cmark_node_get_type(text) == CMARK_NODE_TEXT,
            let url = cmark_node_get_url(link), let literal = cmark_node_get_literal(text), strcmp(url, literal) == 0
        else { return false }
        return Placement.isPlaced(String(cString: url))
    }
}
