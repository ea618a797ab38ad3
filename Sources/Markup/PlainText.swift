import CCMark
import Glibc

/// The words of a node without markup; citations and pictures' addresses left out.
enum PlainText {
    static func of(_ node: CNode) -> String {
        var bytes: [UInt8] = []
        append(node, &bytes)
        return CitationScanner.trimmed(bytes[...])
    }

    private static func append(_ parent: CNode, _ bytes: inout [UInt8]) {
        for node in Children(of: parent) {
            switch cmark_node_get_type(node) {
            case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_CODE_BLOCK:
                if let literal = cmark_node_get_literal(node) { bytes += UnsafeRawBufferPointer(start: literal, count: strlen(literal)) }
            case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: bytes.append(32)
            case CMARK_NODE_CUSTOM_INLINE:
                // The blank before a citation goes with it.
                while bytes.last == 32 { bytes.removeLast() }
            default:
                if !bytes.isEmpty, bytes.last != 32, cmark_node_get_type(node).rawValue < CMARK_NODE_FIRST_INLINE.rawValue { bytes.append(32) }
                append(node, &bytes)
            }
        }
    }
}
