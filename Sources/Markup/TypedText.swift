/// Typed blocks as finished text in each format.
enum TypedText {
    static func html(_ block: Block) -> [UInt8] {
        var output: [UInt8] = []
        switch block {
        case .container(let element, let name, let id, let label, let blocks):
            output += "<\(element)".utf8
            attribute("class", name, &output)
            if let id { attribute("id", id, &output) }
            if let label { attribute("aria-label", label, &output) }
            output += ">\n".utf8
            output += Document(blocks).render(.html)
            output += "</\(element)>\n".utf8
        case .definitionList(let entries):
            output += "<dl>\n".utf8
            for entry in entries {
                output += "<dt".utf8
                if let id = entry.id { attribute("id", id, &output) }
                output += ">".utf8
                output += inline(entry.term, .html)
                output += "</dt>\n".utf8
                for definition in entry.definitions {
                    output += "<dd>".utf8
                    output += compact(definition, .html)
                    output += "</dd>\n".utf8
                }
            }
            output += "</dl>\n".utf8
        case .figure(let figure):
            output += "<figure".utf8
            if let id = figure.id { attribute("id", id, &output) }
            output += "><img".utf8
            attribute("src", figure.source, &output)
            attribute("alt", figure.alternative, &output)
            output += ">".utf8
            if !figure.caption.isEmpty { output += "<figcaption>".utf8 + inline(figure.caption, .html) + "</figcaption>".utf8 }
            output += "</figure>\n".utf8
        case .footnotes(let notes):
            output += "<section class=\"fotnoter\" aria-label=\"Fotnoter\">\n<ol>\n".utf8
            for note in notes {
                output += "<li".utf8
                attribute("id", note.id, &output)
                output += ">".utf8 + inline(note.content, .html)
                output += " <a href=\"#\(note.back)\" aria-label=\"Tillbaka till texten\">↩</a></li>\n".utf8
            }
            output += "</ol>\n</section>\n".utf8
        default: output = Document([block]).render(.html)
        }
        return output
    }

    static func commonMark(_ block: Block) -> [UInt8] {
        var output: [UInt8] = []
        switch block {
        case .container(_, _, let id, _, let blocks):
            if let id { output += "<a id=\"\(id)\"></a>\n\n".utf8 }
            output += Document(blocks).render(.commonMark)
        case .definitionList(let entries):
            for entry in entries {
                output += "- **".utf8 + inline(entry.term, .commonMark) + ":**".utf8
                if entry.definitions.count == 1, Document(entry.definitions[0]).isOneParagraph || isReadyLine(entry.definitions[0]) {
                    output.append(32)
                    output += indented(compact(entry.definitions[0], .commonMark)).drop { $0 == 32 }
                    output.append(10)
                } else {
                    output += "\n".utf8
                    for definition in entry.definitions {
                        output += "\n".utf8 + indented(Document(definition).render(.commonMark))
                    }
                    output += "\n".utf8
                }
            }
        case .figure(let figure):
            output += "![\(figure.alternative.filter { $0 != "[" && $0 != "]" })](\(figure.source))\n".utf8
            if !figure.caption.isEmpty { output += "\n*".utf8 + inline(figure.caption, .commonMark) + "*\n".utf8 }
        case .footnotes(let notes):
            for (number, note) in notes.enumerated() {
                output += "\(number + 1). <a id=\"\(note.id)\"></a>".utf8 + inline(note.content, .commonMark) + "\n".utf8
            }
        default: output = Document([block]).render(.commonMark)
        }
        return output
    }

    static func inline(_ inlines: [Inline], _ format: Format) -> [UInt8] {
        var output: [UInt8] = []
        inline(inlines, format, into: &output)
        return output
    }

    static func inline(_ inlines: [Inline], _ format: Format, into output: inout [UInt8]) {
        let start = output.count
        if SimpleBlocks.append(inlines, format, into: &output) { return }
        output.removeLast(output.count - start)
        output += Document([.paragraph(inlines)]).treeInline(format)
    }

    /// Blocks without the paragraph tags when they are one paragraph.
    private static func compact(_ blocks: [Block], _ format: Format) -> [UInt8] {
        var bytes = Document(blocks).renderInline(format)
        if format == .html, blocks.count == 1, bytes.starts(with: "<p>".utf8), bytes.suffix(5).elementsEqual("</p>\n".utf8),
            count("<p>", in: bytes) == 1
        {
            bytes = Array(bytes.dropFirst(3).dropLast(5))
        }
        while bytes.last == 10 { bytes.removeLast() }
        return bytes
    }

    private static func count(_ text: String, in bytes: [UInt8]) -> Int {
        var found = 0
        var index = 0
        let sought = Array(text.utf8)
        while index + sought.count <= bytes.count {
            if bytes[index..<index + sought.count].elementsEqual(sought) { found += 1 }
            index += 1
        }
        return found
    }

    private static func isReadyLine(_ blocks: [Block]) -> Bool {
        guard blocks.count == 1, case .ready(_, var commonMark) = blocks[0] else { return false }
        while commonMark.last == 10 { commonMark.removeLast() }
        return !commonMark.contains(10)
    }

    private static func indented(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        for line in bytes.split(separator: 10, omittingEmptySubsequences: false) {
            if !output.isEmpty { output.append(10) }
            if !line.isEmpty { output += [32, 32] + line }
        }
        return output
    }

    static func attribute(_ name: String, _ value: String, _ output: inout [UInt8]) {
        output += " \(name)=\"".utf8
        HTMLText.escape(value, into: &output)
        output.append(UInt8(ascii: "\""))
    }
}

/// Tables: real ones in HTML; in Markdown the pipe form that most readers know.
enum TableText {
    static func html(_ table: Table) -> [UInt8] {
        var output: [UInt8] = []
        let label = if case .text(let text)? = table.caption.first, table.caption.count == 1 { text } else { Document([.paragraph(table.caption)]).plainText }
        // A group and no region: on the page of a whole programme two tables may have one caption, and landmarks are unique.
        output += "<div class=\"tabell-ram\" role=\"group\" tabindex=\"0\"".utf8
        TypedText.attribute("aria-label", label, &output)
        output += ">\n<table>\n<caption>".utf8
        TypedText.inline(table.caption, .html, into: &output)
        output += "</caption>\n<thead>\n<tr>".utf8
        for column in table.columns {
            output += "<th scope=\"col\">".utf8
            TypedText.inline(column, .html, into: &output)
            output += "</th>".utf8
        }
        output += "</tr>\n</thead>\n<tbody>\n".utf8
        for row in table.rows {
            output += "<tr>".utf8
            for index in table.columns.indices {
                let isHeader = index == 0 && table.rowHeaders
                output += (isHeader ? "<th scope=\"row\">" : "<td>").utf8
                if row.indices.contains(index), !row[index].isEmpty { TypedText.inline(row[index], .html, into: &output) }
                output += (isHeader ? "</th>" : "</td>").utf8
            }
            output += "</tr>\n".utf8
        }
        output += "</tbody>\n</table>\n</div>\n".utf8
        return output
    }

    static func commonMark(_ table: Table) -> [UInt8] {
        var output: [UInt8] = []
        if !table.caption.isEmpty { output += "*".utf8 + TypedText.inline(table.caption, .commonMark) + "*\n\n".utf8 }
        func row(_ cells: [[Inline]]) {
            output += "|".utf8
            for index in table.columns.indices {
                output.append(32)
                let start = output.count
                if cells.indices.contains(index), !cells[index].isEmpty { TypedText.inline(cells[index], .commonMark, into: &output) }
                // A cell is one line, and its own bars are no borders.
                if output[start...].contains(where: { $0 == UInt8(ascii: "|") || $0 == 10 }) {
                    let cell = output[start...].flatMap { byte -> [UInt8] in
                        byte == UInt8(ascii: "|") ? [UInt8(ascii: "\\"), byte] : [byte == 10 ? 32 : byte]
                    }
                    output.replaceSubrange(start..., with: cell)
                }
                output += " |".utf8
            }
            output.append(10)
        }
        row(table.columns)
        output += "|".utf8
        for _ in table.columns { output += " --- |".utf8 }
        output.append(10)
        for cells in table.rows { row(cells) }
        return output
    }
}
