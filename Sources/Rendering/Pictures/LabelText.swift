/// Text measured without any font, so that a picture is the same on every machine.
package enum LabelText {
    /// Advance widths in hundredths of the font's size, from the space to the tilde, rounded up: those of DejaVu Sans, which is
    /// wider than every font that the stylesheet names. What fits in it fits in all of them.
    private static let widths: [UInt8] = [
        32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 54,
        100, 69, 69, 70, 77, 64, 58, 78, 76, 30, 30, 66, 56, 87, 75, 79, 61, 79, 70, 64, 62, 74, 69, 99, 69, 62, 69, 40, 34, 40, 84, 50,
        50, 62, 64, 55, 64, 62, 36, 64, 64, 28, 28, 58, 28, 98, 64, 62, 64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84,
    ]

    /// In pixels.
    package static func width(_ text: some StringProtocol, size: Int) -> Int {
        let hundredths = text.unicodeScalars.reduce(0) { sum, scalar in
            switch scalar.value {
            case 32...126: sum + Int(widths[Int(scalar.value) - 32])
            // Small letters with marks are no wider than `ü`; everything else is taken for as wide as it is high.
            case 0xDF...0xFF: sum + 64
            case 0xC0...0xDE: sum + 79
            default: sum + 100
            }
        }
        return (hundredths * size + 99) / 100
    }

    /// More than this doesn't fit in a box.
    private static let mostLetters = 120

    /// Lines no wider than the limit, in pixels. A word that is wider is parted with a hyphen, a text that is too long cut.
    /// - Returns: also whether the lines say something else than the text, when they are read one after the other.
    package static func lines(_ text: String, size: Int, limit: Int) -> (lines: [String], isParted: Bool) {
        var lines: [String] = []
        var line = ""
        let shown = text.prefix(mostLetters)
        var isParted = shown.endIndex != text.endIndex
        for word in (isParted ? shown.dropLast() + "…" : shown).split(whereSeparator: \.isWhitespace) {
            if !line.isEmpty, width(line, size: size) + width(" ", size: size) + width(word, size: size) <= limit {
                line += " " + word
                continue
            }
            if !line.isEmpty { lines.append(line) }
            var rest = word
            // A single letter can be wider, by the marks on it; it is left as it is.
            while width(rest, size: size) > limit, rest.count > 1 {
                let part = parting(rest, size: size, limit: limit)
                isParted = isParted || !part.hasSuffix("-")
                lines.append(part.hasSuffix("-") ? String(part) : part + "-")
                rest = rest.dropFirst(part.count)
            }
            line = String(rest)
        }
        if !line.isEmpty { lines.append(line) }
        return (lines, isParted)
    }

    /// The beginning of a word that fits together with a hyphen. Best after a hyphen of its own; next after the s that
    /// joins the parts of a compound (`stadslednings-kontoret`); else before one consonant and a vowel, as Swedish parts
    /// words, nearest the middle. Three letters at least stay on either side.
    private static func parting(_ word: Substring, size: Int, limit: Int) -> Substring {
        let letters = Array(word)
        var longest = letters.count - 1
        while longest > 1, width(word.prefix(longest), size: size) + width("-", size: size) > limit { longest -= 1 }
        if let own = letters[..<longest].lastIndex(of: "-"), own >= 2 { return word.prefix(own + 1) }
        guard longest > 2, letters.count > 5 else { return word.prefix(longest) }
        let places = 3...min(longest, letters.count - 3)
        let vowels: Set<Character> = ["a", "e", "i", "o", "u", "y", "å", "ä", "ö", "é"]
        if let joint = places.last(where: { $0 > 3 && letters[$0 - 1] == "s" && "tgdk".contains(letters[$0 - 2]) }) { return word.prefix(joint) }
        let syllables = places.filter { letters[$0].isLetter && !vowels.contains(letters[$0]) && vowels.contains(letters[$0 + 1]) }
            // `kommun-styrelsen`: these begin together.
            .map { $0 > 3 && letters[$0 - 1] == "s" && "tkp".contains(letters[$0]) ? $0 - 1 : $0 }
        return word.prefix(syllables.min { abs(2 * $0 - letters.count) < abs(2 * $1 - letters.count) } ?? longest)
    }
}

/// The words of a box as lines, and the size they need.
struct BoxLabel: Sendable {
    struct Line: Sendable {
        let text: String
        /// Of the baseline, from the top of the box.
        let y: Int
    }

    /// One text of the box with its lines.
    struct Part: Sendable {
        let lines: [Line]
        let destination: Int?
        /// The text when its words were parted, for whoever has it read aloud.
        let whole: String?
    }

    static let textSize = 13
    static let smallSize = 12
    static let padding = 8
    private static let lineHeight = 17
    private static let smallHeight = 15

    let kind: [Line]
    let parts: [Part]
    let note: [Line]
    let width: Int
    let height: Int

    init(_ box: Diagram.Box, width: Int) {
        self.width = width
        let limit = width - 2 * Self.padding
        var bottom = 6
        func lines(_ text: String, size: Int, height: Int) -> (lines: [Line], isParted: Bool) {
            let (lines, isParted) = LabelText.lines(text, size: size, limit: limit)
            return (
                lines.map { line in
                    bottom += height
                    return Line(text: line, y: bottom - height / 4)
                }, isParted
            )
        }
        kind = lines(box.kind, size: Self.smallSize, height: Self.smallHeight).lines
        var parts: [Part] = []
        for (number, (text, destination)) in box.texts.enumerated() {
            // Two links below each other need room for a finger.
            if number > 0 { bottom += 8 }
            let (lines, isParted) = lines(text, size: Self.textSize, height: Self.lineHeight)
            parts.append(Part(lines: lines, destination: destination, whole: isParted ? text : nil))
        }
        self.parts = parts
        if !box.note.isEmpty {
            bottom += 2
            note = lines(box.note, size: Self.smallSize, height: Self.smallHeight).lines
        } else {
            note = []
        }
        height = bottom + 7
    }
}
