/// One text divided into sentences, sections and marked words. All ranges are bytes of the file.
package struct ScannedText: Sendable {
    package struct Sentence: Sendable {
        package var range: Range<Int32>
        package var words: Int32 = 0
        /// Of more than six letters.
        package var longWords: Int32 = 0
        package var isCited = false
        /// Of a heading.
        package var isHeading = false
        /// Number of the paragraph or list item.
        package var paragraph: Int32
    }

    package struct Mark: Sendable {
        package let marks: WordMarks
        package let range: Range<Int32>
        package let sentence: Int32
    }

    package var sentences: [Sentence] = []
    package var marks: [Mark] = []
    /// Places of `§`.
    package var sectionSigns: [Int32] = []
    /// Places of numbers like `2023:196`.
    package var lawNumbers: [Range<Int32>] = []
}

/// How hard a text is to read.
package struct Readability: Sendable, Equatable {
    package var words = 0
    package var longWords = 0
    package var sentences = 0

    package init() {}

    package mutating func add(_ sentence: ScannedText.Sentence) {
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
