import Markup

/// A laid-out diagram as SVG that stands in the page itself: its words can be marked, its links followed, and its lines
/// have the colour of the page's text in every scheme. Everything that can't be done without is an attribute, so that it is
/// right without a stylesheet too.
package enum DiagramSVG {
    /// - Parameters:
    ///   - label: what a screen reader says of the whole. Not a `title`: that would follow the pointer over all of it.
    ///   - description: id of the text that tells in words what is seen.
    package static func svg(_ diagram: Diagram, _ layout: DiagramLayout, label: String, description: String) -> [UInt8] {
        var output: [UInt8] = []
        output += "<svg class=\"diagram\" width=\"\(layout.width)\" height=\"\(layout.height)\" viewBox=\"0 0 \(layout.width) \(layout.height)\" role=\"group\" aria-label=\"".utf8
        HTMLText.escape(label, into: &output)
        output += "\" aria-describedby=\"\(description)\" font-size=\"\(BoxLabel.textSize)\" fill=\"currentColor\">\n".utf8
        arrows(diagram, layout, &output)
        let width = diagram.boxWidth
        for (box, middle) in zip(diagram.boxes, layout.boxes) { self.box(box, BoxLabel(box, width: width), middle, &output) }
        output += "</svg>\n".utf8
        return output
    }

    // MARK: Arrows

    private static func arrows(_ diagram: Diagram, _ layout: DiagramLayout, _ output: inout [UInt8]) {
        output += "<g aria-hidden=\"true\" fill=\"none\" stroke=\"currentColor\">\n".utf8
        for (arrow, points) in zip(diagram.arrows, layout.arrows) {
            output += "<path data-fran=\"\(diagram.boxes[arrow.from].id)\" data-till=\"\(diagram.boxes[arrow.to].id)\" d=\"M\(points[0].x) \(points[0].y)C".utf8
            output += points.dropFirst().map { "\($0.x) \($0.y)" }.joined(separator: " ").utf8
            output += "\"/>\n".utf8
        }
        output += "</g>\n<path aria-hidden=\"true\" d=\"".utf8
        for points in layout.arrows { head(points, &output) }
        output += "\"/>\n".utf8
    }

    /// A triangle at the end of a curve, in the direction of its last piece.
    private static func head(_ points: [DiagramLayout.Point], _ output: inout [UInt8]) {
        guard let end = points.last, let before = points.dropLast().last(where: { $0 != end }) else { return }
        let (x, y) = (Double(end.x - before.x), Double(end.y - before.y))
        let length = (x * x + y * y).squareRoot()
        func corner(_ side: Double) -> String {
            "\(end.x - Int((8 * x / length + side * y / length).rounded())) \(end.y - Int((8 * y / length - side * x / length).rounded()))"
        }
        output += "M\(end.x) \(end.y)L\(corner(4))L\(corner(-4))Z".utf8
    }

    // MARK: Boxes

    private static func box(_ box: Diagram.Box, _ label: BoxLabel, _ middle: DiagramLayout.Point, _ output: inout [UInt8]) {
        let (left, top) = (middle.x - label.width / 2, middle.y - label.height / 2)
        // A box with one link is that link, so that a finger finds it; with several each stands on lines of its own.
        let whole = label.parts.count == 1 ? label.parts[0] : nil
        if let whole { open(whole, after: box.kind, &output) }
        output += "<rect x=\"\(left)\" y=\"\(top)\" width=\"\(label.width)\" height=\"\(label.height)\" rx=\"4\" fill=\"none\" stroke=\"currentColor\"".utf8
        output += (box.isStrong ? " stroke-width=\"2.5\"/>" : "/>").utf8
        text(label.kind, class: "anmarkning", left, top, &output)
        for part in label.parts {
            if whole == nil { open(part, after: "", &output) }
            text(part.lines, class: nil, left, top, &output)
            if whole == nil { close(part, &output) }
        }
        text(label.note, class: "anmarkning", left, top, &output)
        if let whole { close(whole, &output) }
        output.append(10)
    }

    private static func open(_ part: BoxLabel.Part, after kind: String, _ output: inout [UInt8]) {
        guard let destination = part.destination else { return }
        output += "<a href=\"".utf8
        DestinationToken.html(destination, into: &output)
        if let whole = part.whole {
            output += "\" aria-label=\"".utf8
            HTMLText.escape(kind.isEmpty ? whole : "\(kind) \(whole)", into: &output)
        }
        output += "\">".utf8
    }

    private static func close(_ part: BoxLabel.Part, _ output: inout [UInt8]) {
        if part.destination != nil { output += "</a>".utf8 }
    }

    private static func text(_ lines: [BoxLabel.Line], class name: String?, _ left: Int, _ top: Int, _ output: inout [UInt8]) {
        guard !lines.isEmpty else { return }
        output += (name.map { "<text class=\"\($0)\" font-size=\"\(BoxLabel.smallSize)\">" } ?? "<text>").utf8
        for (number, line) in lines.enumerated() {
            // The blank parts the words for whoever has them read aloud or copies them.
            if number > 0 { output.append(32) }
            output += "<tspan x=\"\(left + BoxLabel.padding)\" y=\"\(top + line.y)\">".utf8
            HTMLText.escape(line.text, into: &output)
            output += "</tspan>".utf8
        }
        output += "</text>".utf8
    }
}
