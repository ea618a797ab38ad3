/// Boxes and the arrows between them, before anybody has said where they stand.
package struct Diagram: Sendable {
    package enum Direction: Sendable {
        /// Columns from left to right.
        case across
        /// One box below the other.
        case down
    }

    package struct Box: Sendable {
        /// The anchor of what it shows; unique in the diagram.
        package let id: String
        /// A word over the text, so that no colour or form has to be known: `Arbetssätt`.
        package let kind: String
        package let texts: [(text: String, destination: Int?)]
        /// A line below the text; empty for none.
        package let note: String
        /// Which column, or which row, from nought.
        package let rank: Int
        /// Drawn with a heavier line.
        package let isStrong: Bool

        package init(id: String, kind: String, texts: [(text: String, destination: Int?)], note: String = "", rank: Int, isStrong: Bool = false) {
            self.id = id
            self.kind = kind
            self.texts = texts
            self.note = note
            self.rank = rank
            self.isStrong = isStrong
        }
    }

    package struct Arrow: Hashable, Sendable {
        package let from: Int
        package let to: Int

        package init(from: Int, to: Int) {
            self.from = from
            self.to = to
        }
    }

    /// More boxes than this can't be taken in at a glance, and would not fit on a sheet of paper.
    package static let mostBoxes = 60

    package let direction: Direction
    package private(set) var boxes: [Box] = []
    /// By numbers of boxes, each once.
    package private(set) var arrows: [Arrow] = []
    package var numbers: [String: Int] = [:]
    package var drawn: Set<Arrow> = []

    package init(_ direction: Direction) {
        self.direction = direction
    }

    /// Of its boxes, in pixels. Four columns fill a column of text and a sheet of paper; a single one fits on a phone.
    package var boxWidth: Int {
        switch (direction, boxes.map(\.rank).max() ?? 0) {
        case (.down, _): 244
        case (.across, 0...1): 190
        case (.across, _): 132
        }
    }

    package var isTooLarge: Bool { boxes.count > Self.mostBoxes }

    /// Adds the box unless it is there.
    package mutating func add(_ box: Box) {
        guard numbers[box.id] == nil else { return }
        numbers[box.id] = boxes.count
        boxes.append(box)
    }

    /// Adds an arrow between boxes that are there.
    package mutating func connect(_ from: String, _ to: String) {
        guard let from = numbers[from], let to = numbers[to] else { return }
        let arrow = Arrow(from: from, to: to)
        if drawn.insert(arrow).inserted { arrows.append(arrow) }
    }
}
