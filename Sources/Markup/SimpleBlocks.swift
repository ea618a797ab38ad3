/// Built blocks whose text libcmark would only copy: written without a tree, since most of what the models give is such
/// and a tree for each cell and line costs more than the chapters themselves.
///
/// Gives what `TreeBuilder` and libcmark give, byte for byte, or nil.
package enum SimpleBlocks {
    package static func render(_ blocks: [Block], _ format: Format) -> [UInt8]? {
        var output: [UInt8] = []
        for (number, block) in blocks.enumerated() {
            if format == .commonMark, number > 0 { output.append(10) }
            guard append(block, format, into: &output) else { return nil }
        }
        return output
    }

    private static func append(_ block: Block, _ format: Format, into output: inout [UInt8]) -> Bool {
        switch block {
        case .heading(let level, let id, let inlines):
            guard (1...6).contains(level), !inlines.isEmpty else { return false }
            if format == .html {
                output += "<h".utf8
                output.append(UInt8(48 + level))
                output.append(UInt8(ascii: ">"))
            } else {
                output += repeatElement(UInt8(ascii: "#"), count: level)
                output.append(32)
            }
            if let id { anchor(id, &output) }
            guard append(inlines, format, into: &output) else { return false }
            if format == .html {
                output += "</h".utf8
                output.append(UInt8(48 + level))
                output.append(UInt8(ascii: ">"))
            }
            output.append(10)
            return true
        case .paragraph(let inlines):
            guard !inlines.isEmpty else { return false }
            if format == .html { output += "<p>".utf8 }
            guard append(inlines, format, into: &output) else { return false }
            if format == .html { output += "</p>".utf8 }
            output.append(10)
            return true
        case .ready(let html, let commonMark): return finished(format == .html ? html : commonMark, &output)
        case .table(let table): return finished(format == .html ? TableText.html(table) : TableText.commonMark(table), &output)
        case .definitionList, .figure, .footnotes, .container:
            return finished(format == .html ? TypedText.html(block) : TypedText.commonMark(block), &output)
        case .bulletList, .orderedList, .quote: return false
        }
    }

    private static func finished(_ bytes: [UInt8], _ output: inout [UInt8]) -> Bool {
        var end = bytes.count
        while end > 0, bytes[end - 1] == 10 { end -= 1 }
        // What is empty leaves no line, and how many blank lines stand around it is libcmark's to say.
        guard end > 0 else { return false }
        output += bytes[..<end]
        output.append(10)
        return true
    }

    /// Text and links; false, with something written, for anything else and for text that CommonMark would have to escape.
    static func append(_ inlines: [Inline], _ format: Format, into output: inout [UInt8]) -> Bool {
        for inline in inlines {
            switch inline {
            case .text(let text):
                if format == .html {
                    HTMLText.escape(text, into: &output)
                } else {
                    guard Words.isPlain(text.utf8) || isPunctuation(text, isFirst: output.last == nil || output.last == 10) else { return false }
                    output += text.utf8
                }
            case .ready(let html, let commonMark): output += format == .html ? html : commonMark
            case .link(let destination, let children):
                if format == .html {
                    output += "<a href=\"".utf8
                    DestinationToken.html(destination, into: &output)
                    output += "\">".utf8
                } else {
                    output.append(UInt8(ascii: "["))
                }
                guard append(children, format, into: &output) else { return false }
                if format == .html {
                    output += "</a>".utf8
                } else {
                    output += "](".utf8
                    DestinationToken.commonMark(destination, into: &output)
                    output.append(UInt8(ascii: ")"))
                }
            case .strong(let children):
                output += (format == .html ? "<strong>" : "**").utf8
                guard append(children, format, into: &output) else { return false }
                output += (format == .html ? "</strong>" : "**").utf8
            case .anchor(let id): anchor(id, &output)
            case .emphasis, .url, .span, .language: return false
            }
        }
        return true
    }

    /// What stands between the links of a list.
    private static func isPunctuation(_ text: String, isFirst: Bool) -> Bool {
        !isFirst && (text == ", " || text == " " || text == ": " || text == "; " || text == ".")
    }

    private static func anchor(_ id: String, _ output: inout [UInt8]) {
        output += "<a id=\"".utf8
        output += id.utf8
        output += "\"></a>".utf8
    }
}
