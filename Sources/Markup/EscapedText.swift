import CCMark
import Glibc

/// Plain text as CommonMark that says the same: what looks like markup, a citation or a note is escaped.
package enum EscapedText {
    /// Empty lines part paragraphs; other line breaks are hard ones.
    package static func commonMark(_ text: String) -> String {
        let root = cmark_node_new(CMARK_NODE_DOCUMENT)!
        defer { cmark_node_free(root) }
        var paragraph: CNode?
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let line = line.drop { $0 == " " || $0 == "\t" }
            guard !line.allSatisfy(\.isWhitespace) else {
                paragraph = nil
                continue
            }
            if let paragraph {
                cmark_node_append_child(paragraph, cmark_node_new(CMARK_NODE_LINEBREAK))
            } else {
                paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH)
                cmark_node_append_child(root, paragraph)
            }
            let node = cmark_node_new(CMARK_NODE_TEXT)!
            Tree.setLiteral(node, Array(line.utf8.filter { $0 >= 32 || $0 == 9 }))
            cmark_node_append_child(paragraph, node)
        }
        guard let rendered = cmark_render_commonmark(root, CMARK_OPT_DEFAULT, 0) else { return "" }
        defer { free(rendered) }
        var result = ""
        for character in String(cString: rendered) {
            // The marks of citations, notes and tables, which CommonMark knows nothing of, and a fence that libcmark forgets.
            if character == "@" || character == "^" || character == "|" || character == "~" { result.append("\\") }
            result.append(character)
        }
        while result.hasSuffix("\n") { result.removeLast() }
        // An editor that takes blanks from the ends of lines would take two blanks; a backslash stays.
        return result.replacing("  \n", with: "\\\n")
    }
}
