/// The different words of some texts, each with its first place and how often it comes.
///
/// Open addressing on a 64-bit hash of the bytes: a programme has millions of words and some thousands of different
/// ones, and each is looked up here. Two words that share all 64 bits would be taken for one.
package struct WordTable: Sendable {
    package struct Entry: Sendable {
        package let word: String
        package let marks: WordMarks
        /// The first text that holds it, and the bytes there.
        package let text: Int
        package let range: Range<Int>
        package let count: Int
    }

    /// In the order in which they first stand.
    package var entries: [Entry] {
        words.indices.map {
            Entry(
                word: words[$0], marks: marks[$0], text: Int(firstTexts[$0]), range: Int(firstPlaces[$0])..<Int(firstPlaces[$0]) + words[$0].utf8.count,
                count: Int(counts[$0]))
        }
    }

    // One array a property: a word met again touches two of them and nothing that is counted.
    private var words: [String] = []
    private var marks: [WordMarks] = []
    private var counts: [Int32] = []
    private var firstTexts: [Int32] = []
    private var firstPlaces: [Int32] = []
    private var slots: [Int32]
    private var hashes: [UInt64]
    private var mask: Int
    private let marking: WordMarking

    package init(_ marking: WordMarking) {
        self.marking = marking
        slots = Array(repeating: -1, count: 16_384)
        hashes = Array(repeating: 0, count: 16_384)
        mask = 16_383
    }

    /// Notes one word and gives its marks.
    mutating func note(_ bytes: UnsafeBufferPointer<UInt8>, hash: UInt64, text: Int, at start: Int) -> WordMarks {
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] >= 0 {
            if hashes[slot] == hash {
                let index = Int(slots[slot])
                counts[index] &+= 1
                return marks[index]
            }
            slot = (slot + 1) & mask
        }
        let word = String(decoding: bytes, as: UTF8.self)
        let marks = marking.marks(of: bytes, hash: hash)
        slots[slot] = Int32(words.count)
        hashes[slot] = hash
        words.append(word)
        self.marks.append(marks)
        counts.append(1)
        firstTexts.append(Int32(text))
        firstPlaces.append(Int32(start))
        if words.count * 2 > mask { grow() }
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

    /// `ska`, `måste`, `åläggs`.
    package static let obliges = WordMarks(rawValue: 1)
    /// May belong to a statement of cause or effect.
    package static let claims = WordMarks(rawValue: 2)
    /// Looks like the name of a steering document: `polislagen`.
    package static let namesDocument = WordMarks(rawValue: 4)
    /// `SFS`: may belong to a citation of law.
    package static let citesLaw = WordMarks(rawValue: 8)
    /// `§`
    package static let sectionSign = WordMarks(rawValue: 16)
    /// A number like `2023:196`.
    package static let lawNumber = WordMarks(rawValue: 32)
    /// A sort of document that gets its name from the words after it: `handlingsplan`.
    package static let documentSort = WordMarks(rawValue: 64)
}

/// Which words carry which marks. Asked of every different word, so by hash and bytes.
package struct WordMarking: Sendable {
    private let byHash: [UInt64: WordMarks]
    private let endings: [(bytes: [UInt8], marks: WordMarks)]

    /// - Parameters:
    ///   - words: in small letters; capitalised they carry the same marks.
    ///   - endings: of longer words.
    package init(words: [(words: [String], marks: WordMarks)], endings: [(ending: String, marks: WordMarks)]) {
        var byHash: [UInt64: WordMarks] = [:]
        for (words, marks) in words {
            for word in words {
                for form in [word, word.prefix(1).uppercased() + word.dropFirst(), word.uppercased()] {
                    byHash[Self.hash(form.utf8), default: []].formUnion(marks)
                }
            }
        }
        self.byHash = byHash
        self.endings = endings.map { (Array($0.ending.utf8), $0.marks) }
    }

    /// FNV-1a, its halves folded; the scanner makes the same while it reads.
    static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return hash ^ (hash >> 32)
    }

    func marks(of bytes: UnsafeBufferPointer<UInt8>, hash: UInt64) -> WordMarks {
        var marks = byHash[hash] ?? []
        let end = bytes.last == UInt8(ascii: "s") ? bytes.count - 1 : bytes.count
        for (ending, mark) in endings where end > ending.count + 1 {
            if bytes[end - ending.count..<end].elementsEqual(ending) { marks.formUnion(mark) }
        }
        return marks
    }
}
