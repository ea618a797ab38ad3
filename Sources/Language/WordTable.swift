/// The different words of some texts, each with its first place and how often it comes.
///
/// Open addressing on a 64-bit hash of the bytes: a programme has millions of words and some thousands of different
/// ones, and each is looked up here. Two words that share all 64 bits would be taken for one.
package struct WordTable: Sendable {
    package struct Entry: Sendable {
        package let word: String
        package let marks: WordMarks
        /// The first text that holds it, and the bytes there.
        package var text: Int32
        package var range: Range<Int32>
        package var count: Int32
    }

    package private(set) var entries: [Entry] = []
    private var slots: [Int32]
    private var hashes: [UInt64]
    private var mask: Int
    private let marking: WordMarking

    package init(_ marking: WordMarking) {
        self.marking = marking
        slots = Array(repeating: -1, count: 4_096)
        hashes = Array(repeating: 0, count: 4_096)
        mask = 4_095
    }

    /// Notes one word and gives its marks.
    mutating func note(_ bytes: UnsafeBufferPointer<UInt8>, hash: UInt64, text: Int, at start: Int) -> WordMarks {
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] >= 0 {
            if hashes[slot] == hash {
                let index = Int(slots[slot])
                entries[index].count &+= 1
                return entries[index].marks
            }
            slot = (slot + 1) & mask
        }
        let word = String(decoding: bytes, as: UTF8.self)
        let marks = marking.marks(of: word)
        slots[slot] = Int32(entries.count)
        hashes[slot] = hash
        entries.append(Entry(word: word, marks: marks, text: Int32(text), range: Int32(start)..<Int32(start + bytes.count), count: 1))
        if entries.count * 2 > mask { grow() }
        return marks
    }

    private mutating func grow() {
        let old = zip(slots, hashes).filter { $0.0 >= 0 }
        let size = (mask + 1) * 2
        mask = size - 1
        slots = Array(repeating: -1, count: size)
        hashes = Array(repeating: 0, count: size)
        for (index, hash) in old {
            var slot = Int(truncatingIfNeeded: hash) & mask
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = index
            hashes[slot] = hash
        }
    }
}

/// What a word is a sign of.
package struct WordMarks: OptionSet, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// `ska`, `skall`, `måste`.
    package static let obliges = WordMarks(rawValue: 1)
    /// May belong to a statement of cause or effect.
    package static let claims = WordMarks(rawValue: 2)
    /// Looks like the name of a steering document: `polislagen`.
    package static let namesDocument = WordMarks(rawValue: 4)
    /// `kap`, `SFS`: may belong to a citation of law.
    package static let citesLaw = WordMarks(rawValue: 8)
}

/// Which words carry which marks.
package struct WordMarking: Sendable {
    package let marks: @Sendable (String) -> WordMarks

    package init(_ marks: @escaping @Sendable (String) -> WordMarks) {
        self.marks = marks
    }

    func marks(of word: String) -> WordMarks { marks(word) }
}
