/// Where everything of a diagram stands, in whole pixels from its upper left corner.
package struct DiagramLayout: Sendable {
    package struct Point: Sendable, Equatable {
        package let x: Int
        package let y: Int
    }

    package let width: Int
    package let height: Int
    /// The middles of the boxes, in their order.
    package let boxes: [Point]
    /// For each arrow the points of its Bézier curves: a start, then three for each curve.
    package let arrows: [[Point]]

    /// Room for the lines of the outermost boxes.
    private static let margin = 2

    // MARK: To Graphviz

    /// Diagrams as graphs in Graphviz's language. Their boxes have their sizes already and no words: Graphviz measures
    /// nothing, so no font of a machine has a part in the picture. A pixel is one of its points.
    package static func graphs(_ diagrams: some Sequence<Diagram>) -> [UInt8] {
        var output: [UInt8] = []
        for diagram in diagrams {
            // Where there is room between the columns, arrows go from side to side; else they would lie on each other.
            let (direction, gap, ports) = diagram.direction == .down ? ("TB", 25, "") : diagram.boxWidth > 150 ? ("LR", 60, " tailport=e headport=w") : ("LR", 36, "")
            output += "digraph{rankdir=\(direction) nodesep=\(inches(9)) ranksep=\(inches(gap))\nnode[shape=box fixedsize=true label=\"\"]edge[arrowhead=none\(ports)]\n".utf8
            let width = diagram.boxWidth
            for (number, box) in diagram.boxes.enumerated() {
                output += "b\(number)[width=\(inches(width)) height=\(inches(BoxLabel(box, width: width).height))]\n".utf8
            }
            for rank in Dictionary(grouping: diagram.boxes.indices, by: { diagram.boxes[$0].rank }).sorted(by: { $0.key < $1.key }) where rank.value.count > 1 {
                output += "{rank=same \(rank.value.map { "b\($0)" }.joined(separator: " "))}\n".utf8
            }
            for arrow in diagram.arrows { output += "b\(arrow.from)->b\(arrow.to)\n".utf8 }
            output += "}\n".utf8
        }
        return output
    }

    private static func inches(_ pixels: Int) -> String {
        let parts = pixels * 10_000 / 72
        return "\(parts / 10_000).\(String(10_000 + parts % 10_000).dropFirst())"
    }

    // MARK: From Graphviz

    /// What Graphviz answers in its plain form, one layout for each diagram; nil when it isn't an answer to the question.
    package static func read(_ plain: [UInt8], _ diagrams: [Diagram]) -> [DiagramLayout]? {
        var layouts: [DiagramLayout] = []
        var lines = plain.split(separator: 10).makeIterator()
        for diagram in diagrams {
            guard let layout = read(&lines, diagram) else { return nil }
            layouts.append(layout)
        }
        return layouts
    }

    private static func read(_ lines: inout some IteratorProtocol<ArraySlice<UInt8>>, _ diagram: Diagram) -> DiagramLayout? {
        var size: (width: Double, height: Double)?
        var boxes: [Int: Point] = [:]
        var arrows: [Diagram.Arrow: [Point]] = [:]
        while let line = lines.next() {
            let words = line.split(separator: 32).map { String(decoding: $0, as: UTF8.self) }
            func point(_ index: Int) -> Point? {
                guard let size, index + 1 < words.count, let x = Double(words[index]), let y = Double(words[index + 1]) else { return nil }
                // Graphviz counts from below.
                return Point(x: pixels(x) + margin, y: pixels(size.height - y) + margin)
            }
            func box(_ index: Int) -> Int? { words.indices.contains(index) ? Int(words[index].dropFirst()) : nil }
            switch words.first {
            case "graph":
                guard words.count == 4, let width = Double(words[2]), let height = Double(words[3]) else { return nil }
                size = (width, height)
            case "node":
                guard let number = box(1), let point = point(2) else { return nil }
                boxes[number] = point
            case "edge":
                guard let from = box(1), let to = box(2), words.count > 3, let count = Int(words[3]), count >= 4, count < 1_000 else { return nil }
                let points = (0..<count).compactMap { point(4 + 2 * $0) }
                guard points.count == count, count % 3 == 1 else { return nil }
                arrows[Diagram.Arrow(from: from, to: to)] = points
            case "stop":
                guard let size, boxes.count == diagram.boxes.count, arrows.count == diagram.arrows.count else { return nil }
                let middles = diagram.boxes.indices.compactMap { boxes[$0] }
                let curves = diagram.arrows.compactMap { arrows[$0] }
                guard middles.count == boxes.count, curves.count == arrows.count else { return nil }
                return DiagramLayout(
                    width: pixels(size.width) + 2 * margin, height: pixels(size.height) + 2 * margin, boxes: middles, arrows: curves)
            default: return nil
            }
        }
        return nil
    }

    private static func pixels(_ inches: Double) -> Int {
        let pixels = (inches * 72).rounded()
        return pixels.magnitude < 1_000_000 ? Int(pixels) : 0
    }
}
