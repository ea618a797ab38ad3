import Markup

/// Numbers in rows and columns, the larger the darker. Every number is written, so that nothing hangs on the shade.
struct HeatMap: Sendable {
    struct Row: Sendable {
        let text: String
        /// Address of what the numbers count; complete, as it stands in the page.
        let href: String
        let counts: [Int]
    }

    let columns: [String]
    let rows: [Row]

    /// Narrow enough that the first columns are seen on a phone.
    private static let textWidth = 150
    private static let cellWidth = 60
    private static let lineHeight = 17
    private static let margin = 2
    private static let steps = 4

    func svg(label: String, description: String) -> [UInt8] {
        let headings = columns.map { LabelText.lines($0, size: BoxLabel.smallSize, limit: Self.cellWidth - 2).lines }
        let top = (headings.map(\.count).max() ?? 0) * 15 + 10
        let texts = rows.map { LabelText.lines($0.text, size: BoxLabel.textSize, limit: Self.textWidth - 8) }
        let heights = texts.map { max(30, $0.lines.count * Self.lineHeight + 10) }
        let (width, height) = (Self.textWidth + columns.count * Self.cellWidth + Self.margin, top + heights.reduce(0, +) + Self.margin)
        let most = max(1, rows.flatMap(\.counts).max() ?? 0)
        var output = Array("<svg class=\"diagram\" width=\"\(width)\" height=\"\(height)\" viewBox=\"0 0 \(width) \(height)\" role=\"group\" aria-label=\"".utf8)
        HTMLText.escape(label, into: &output)
        output += "\" aria-describedby=\"\(description)\" font-size=\"\(BoxLabel.textSize)\" fill=\"currentColor\">\n".utf8
        // Without its place in the grid a number says nothing: the words and the table say it where it can't be seen.
        output += "<g class=\"varme\" aria-hidden=\"true\" text-anchor=\"middle\">\n".utf8
        for (column, lines) in headings.enumerated() {
            text(lines, x: middle(column), y: top - 6 - (lines.count - 1) * 15, lineHeight: 15, " font-size=\"\(BoxLabel.smallSize)\"", &output)
            output.append(10)
        }
        var y = top
        for (row, height) in zip(rows, heights) {
            for (column, count) in row.counts.enumerated() {
                // A few shades, all light enough for the number on them.
                let step = 9 * ((count * Self.steps + most - 1) / most)
                output += "<rect x=\"\(middle(column) - Self.cellWidth / 2)\" y=\"\(y)\" width=\"\(Self.cellWidth)\" height=\"\(height)\"".utf8
                output += " fill-opacity=\"0.\(step < 10 ? "0" : "")\(step)\" stroke=\"currentColor\" stroke-width=\"0.5\"/>".utf8
                text(["\(count)"], x: middle(column), y: y + height / 2 + 5, lineHeight: 0, "", &output)
                output.append(10)
            }
            y += height
        }
        output += "</g>\n".utf8
        y = top
        for ((row, label), height) in zip(zip(rows, texts), heights) {
            output += "<a href=\"".utf8
            HTMLText.escape(row.href, into: &output)
            if label.isParted {
                output += "\" aria-label=\"".utf8
                HTMLText.escape(row.text, into: &output)
            }
            output += "\">".utf8
            text(label.lines, x: Self.margin, y: y + (height - label.lines.count * Self.lineHeight) / 2 + 13, lineHeight: Self.lineHeight, "", &output)
            output += "</a>\n".utf8
            y += height
        }
        output += "</svg>\n".utf8
        return output
    }

    private func middle(_ column: Int) -> Int { Self.textWidth + column * Self.cellWidth + Self.cellWidth / 2 }

    private func text(_ lines: [String], x: Int, y: Int, lineHeight: Int, _ attributes: String, _ output: inout [UInt8]) {
        output += "<text\(attributes)>".utf8
        for (number, line) in lines.enumerated() {
            if number > 0 { output.append(32) }
            output += "<tspan x=\"\(x)\" y=\"\(y + number * lineHeight)\">".utf8
            HTMLText.escape(line, into: &output)
            output += "</tspan>".utf8
        }
        output += "</text>".utf8
    }
}
