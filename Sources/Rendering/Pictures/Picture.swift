import Markup
import Model

/// A diagram with what is said of it.
struct Picture: Sendable {
    /// Id of the figure.
    let id: String
    /// What it is a picture of, for its frame and for a screen reader.
    let label: String
    /// The same in full sentences; stands under the picture, and alone where there is none.
    let sentences: String
    let diagram: Diagram

    /// - Parameter layout: nil when the diagram isn't drawn.
    func block(_ layout: DiagramLayout?) -> Block {
        guard let layout else { return .paragraph([.text(words)]) }
        return PictureFrame(id: id, label: label, sentences: sentences).block(DiagramSVG.svg(diagram, layout, label: label, description: "\(id)-text"))
    }

    private var words: String {
        diagram.isTooLarge
            ? "\(sentences) En bild av det skulle få \(diagram.boxes.count) rutor och inte gå att läsa. Därför står uppgifterna bara som text." : sentences
    }

    /// The arrows as a table: each box with all that it leads to. Open to all, but folded away where there is a picture.
    func table(_ caption: String, to heading: String, isFolded: Bool) -> Block {
        func inline(_ box: Diagram.Box) -> [Inline] {
            box.texts.enumerated().flatMap { number, text -> [Inline] in
                let link = text.destination.map { Inline.link(destination: $0, [.text(text.text)]) } ?? .text(text.text)
                return (number > 0 ? [.text(", ")] : []) + [link]
            }
        }
        let targets = Dictionary(grouping: diagram.arrows, by: \.from)
        let rows = diagram.boxes.indices.compactMap { number -> [[Inline]]? in
            guard let arrows = targets[number] else { return nil }
            let box = diagram.boxes[number]
            let reached = arrows.map(\.to).sorted().enumerated().flatMap { place, to in (place > 0 ? [Inline.text(", ")] : []) + inline(diagram.boxes[to]) }
            return [inline(box), [.text(box.kind)], reached]
        }
        let table = Table(caption: [.text(caption)], columns: [[.text("Del")], [.text("Slag")], [.text(heading)]], rows: rows, rowHeaders: true)
        return isFolded ? PictureFrame.folded(table) : .table(table)
    }
}
