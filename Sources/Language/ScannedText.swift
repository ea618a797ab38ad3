/// Texts divided into sentences and marked words, all in flat lists: a programme has more texts than a list each would
/// be worth. All ranges are bytes of the file that the text stands in.
package struct ScannedTexts: Sendable {
    package struct Sentence: Sendable {
        package var range: Range<Int32>
        package var words: Int32 = 0
        /// Of more than six letters.
        package var longWords: Int32 = 0
        package var isCited = false
        /// Of a heading.
        package var isHeading = false
        /// Number of the paragraph or list item; no two texts share one.
        package var paragraph: Int32
        /// Number of the text.
        package let text: Int32
    }

    /// A word or sign that a rule may want to look at.
    package struct Mark: Sendable {
        package let marks: WordMarks
        package let range: Range<Int32>
        /// Index of its sentence.
        package let sentence: Int32
    }

    package internal(set) var sentences: [Sentence] = []
    /// In the order of the texts.
    package internal(set) var marks: [Mark] = []
    package internal(set) var count = 0

    package init() {}

    /// The sentences of the same paragraph as one of them.
    package func paragraph(of index: Int) -> ArraySlice<Sentence> {
        let number = sentences[index].paragraph
        var (first, last) = (index, index)
        while first > 0, sentences[first - 1].paragraph == number { first -= 1 }
        while last + 1 < sentences.count, sentences[last + 1].paragraph == number { last += 1 }
        return sentences[first...last]
    }
}

/// How hard a text is to read.
package struct Readability: Sendable, Equatable {
    package var words = 0
    package var longWords = 0
    package var sentences = 0

    package init() {}

    package init(words: Int, longWords: Int, sentences: Int) {
        (self.words, self.longWords, self.sentences) = (words, longWords, sentences)
    }

    package mutating func add(_ other: Readability) {
        words += other.words
        longWords += other.longWords
        sentences += other.sentences
    }

    package mutating func remove(_ other: Readability) {
        words -= other.words
        longWords -= other.longWords
        sentences -= other.sentences
    }

    package mutating func add(_ sentence: ScannedTexts.Sentence) {
        guard sentence.words > 0 else { return }
        words += Int(sentence.words)
        longWords += Int(sentence.longWords)
        sentences += 1
    }

    /// LIX: words a sentence plus per cent of words longer than six letters (Björnsson 1968), rounded.
    package var lix: Int {
        guard words > 0, sentences > 0 else { return 0 }
        return Int((Double(words) / Double(sentences) + Double(longWords) * 100 / Double(words)).rounded())
    }
}
