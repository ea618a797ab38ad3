import Diagnostics

/// What an author wrote at a key, whatever the file's syntax: text, a list or a mapping, each with its place.
package struct FieldNode: Sendable {
    package indirect enum Value: Sendable {
        case empty
        case text(FieldText)
        case list([FieldNode])
        case mapping([(key: Located<String>, value: FieldNode)])
    }

    package let value: Value
    package let range: SourceRange

    package init(_ value: Value, at range: SourceRange) {
        self.value = value
        self.range = range
    }
}

/// A scalar, with the way back from its text to the bytes of the file.
package struct FieldText: Sendable {
    package let text: String
    /// Where `text` lies in the file when it stands there byte for byte; otherwise `alignment` leads back.
    package let start: Int
    /// Pairs (offset in `text`, offset in the file), ascending, at which the distance between the two changes; empty
    /// when it never does.
    package let alignment: [(text: Int, file: Int)]

    package init(_ text: String, start: Int, alignment: [(text: Int, file: Int)] = []) {
        self.text = text
        self.start = start
        self.alignment = alignment
    }

    /// The byte of the file that byte `offset` of the text comes from.
    package func fileOffset(of offset: Int) -> Int {
        var low = 0
        var high = alignment.count
        while low < high {
            let middle = (low + high) / 2
            if alignment[middle].text <= offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return start + offset }
        return alignment[low - 1].file + offset - alignment[low - 1].text
    }

    package func fileRange(of range: Range<Int>) -> Range<Int> {
        guard !range.isEmpty else {
            let place = fileOffset(of: range.lowerBound)
            return place..<place
        }
        return fileOffset(of: range.lowerBound)..<fileOffset(of: range.upperBound - 1) + 1
    }
}
