import Model

/// What a search can lead to.
package struct SearchEntry: Sendable {
    /// Number of the page in its part of the index.
    package let page: Int
    /// Id in the page; empty for the page itself.
    package let anchor: String
    package let kind: String
    package let title: String

    package init(page: Int, anchor: String, kind: String, title: String) {
        self.page = page
        self.anchor = anchor
        self.kind = kind
        self.title = title
    }
}

/// How much a word says of the entry it stands in; the raw value is what the script reads.
enum WordWeight: UInt8 {
    case text, oftenInText, definition, title
}

/// The index of a few pages, made on one core and joined with the others' in the order of the pages.
package struct SearchPart: Sendable {
    package private(set) var entries: [SearchEntry] = []
    package private(set) var words = WordPool()
    /// For each word where its uses begin in `uses`.
    package private(set) var starts: [Int32] = []
    /// The entry's number here times four, and the weight.
    package private(set) var uses: [UInt32] = []
    /// The texts as they stand in files, and the entry that each file begins with.
    package private(set) var texts: [(first: Int, bytes: [UInt8])] = []

    /// A file of texts holds about this much; a hit needs the file that holds it.
    static let textSize = 64_000
    /// A word that an entry has this often says more of it.
    private static let often = 3

    private var noted: [UInt64] = []
    private var current: [Int32] = []
    private var counts: [UInt8] = []
    private var weights: [UInt8] = []
    private var shard: [UInt8] = []
    private var shardFirst = 0

    package init() {}

    package mutating func add(_ entry: SearchEntry, text: [UInt8], definition: [UInt8] = []) {
        let number = UInt64(entries.count)
        entries.append(entry)
        note(Array(entry.title.utf8), .title)
        if !definition.isEmpty { note(definition, .definition) }
        note(text, .text)
        for word in current {
            let index = Int(word)
            let weight = weights[index] == 0 && counts[index] >= Self.often ? WordWeight.oftenInText.rawValue : weights[index]
            noted.append(UInt64(index) << 32 | number << 2 | UInt64(weight))
            counts[index] = 0
            weights[index] = 0
        }
        current.removeAll(keepingCapacity: true)
        if shard.isEmpty { shardFirst = Int(number) } else { shard += ",\n".utf8 }
        SearchScript.append(text[...], to: &shard)
        if shard.count >= Self.textSize { closeShard() }
    }

    private mutating func note(_ text: [UInt8], _ weight: WordWeight) {
        WordCutter.cut(text) { word, hash in
            let index = words.number(of: word, hash: hash)
            if index == counts.count {
                counts.append(0)
                weights.append(0)
            }
            if counts[index] == 0 {
                current.append(Int32(index))
                weights[index] = weight.rawValue
            }
            if counts[index] < 255 { counts[index] += 1 }
        }
    }

    private mutating func closeShard() {
        guard !shard.isEmpty else { return }
        texts.append((shardFirst, shard))
        shard = []
    }

    /// Sorts the uses by word; nothing can be added after.
    mutating func finish() {
        closeShard()
        starts = Array(repeating: 0, count: words.count + 1)
        for use in noted { starts[Int(use >> 32) + 1] += 1 }
        for index in 1..<starts.count { starts[index] += starts[index - 1] }
        var next = starts
        uses = Array(repeating: 0, count: noted.count)
        for use in noted {
            let word = Int(use >> 32)
            uses[Int(next[word])] = UInt32(truncatingIfNeeded: use)
            next[word] += 1
        }
        (noted, current, counts, weights) = ([], [], [], [])
    }

    /// The texts, which are then no longer kept here.
    mutating func takeTexts() -> [(first: Int, bytes: [UInt8])] {
        defer { texts = [] }
        return texts
    }
}
