import Diagnostics
import Language
import Model

extension LanguageSurvey {
    /// A sentence as it is read: without the marks of Markdown, lines joined.
    func plain(_ range: Range<Int32>, in file: FileID, of catalog: ResolvedCatalog) -> String {
        var bytes: [UInt8] = []
        let source = catalog.catalog.map[file].bytes[Int(range.lowerBound)..<Int(range.upperBound)]
        var index = source.startIndex
        while index < source.endIndex {
            let byte = source[index]
            switch byte {
            case UInt8(ascii: "]") where index + 1 < source.endIndex && source[index + 1] == UInt8(ascii: "("):
                index = source[index...].firstIndex(of: UInt8(ascii: ")")) ?? source.endIndex - 1
            case UInt8(ascii: "["):
                if index + 1 < source.endIndex, source[index + 1] == UInt8(ascii: "@"), let close = source[index...].firstIndex(of: UInt8(ascii: "]")) { index = close }
            case UInt8(ascii: "*"), UInt8(ascii: "]"), UInt8(ascii: "`"), UInt8(ascii: "\""): break
            case 10, 32: if bytes.last != 32 { bytes.append(32) }
            default: bytes.append(byte)
            }
            index += 1
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    func range(_ bytes: Range<Int32>, in text: Text) -> SourceRange {
        SourceRange(file: text.file, Int(bytes.lowerBound)..<Int(bytes.upperBound))
    }

    /// Whether a word of a text is a form, or a compound, of a term: `lägesbilderna` and `platssamordning` are of
    /// `lägesbild` and `samordning`.
    /// - Parameter term: lower case, one word.
    func isForm(_ word: String, of term: String) -> Bool {
        let word = word.lowercased()
        guard term.count > 2, word.contains(term.dropLast()) else { return false }
        if word == term { return true }
        guard let dictionary else { return word.hasPrefix(term) }
        let stems = dictionary.stems(of: word)
        if stems.contains(where: { $0.lowercased() == term || ($0.count > term.count + 2 && $0.lowercased().hasSuffix(term)) }) { return true }
        // The term first in a compound: «samordningsansvar».
        guard word.hasPrefix(term) else { return false }
        let rest = word.dropFirst(term.count)
        return dictionary.knows(String(rest)) && rest.count > 2 || rest.hasPrefix("s") && rest.count > 3 && dictionary.knows(String(rest.dropFirst()))
    }
}

extension LanguageSurvey.Text {
    /// The sentences of each paragraph or list item, in order.
    var paragraphs: [ArraySlice<ScannedText.Sentence>] {
        var result: [ArraySlice<ScannedText.Sentence>] = []
        var start = 0
        let sentences = scanned.sentences
        for index in sentences.indices where index + 1 == sentences.count || sentences[index + 1].paragraph != sentences[index].paragraph {
            result.append(sentences[start...index])
            start = index + 1
        }
        return result
    }
}

extension LanguageSurvey {
    /// A heading with the text under it, or an element's field.
    package struct Section: Sendable {
        package let element: ElementID?
        /// The heading, or the first sentence where there is none.
        package let start: SourceRange
        package let readability: Readability
    }

    /// Every section of the elements' own prose.
    package var sections: [Section] {
        texts.lazy.filter { $0.kind == .body }.flatMap { text -> [Section] in
            var result: [Section] = []
            var start: SourceRange?
            var readability = Readability()
            func end() {
                if let start, readability.words > 0 { result.append(Section(element: text.element, start: start, readability: readability)) }
            }
            for sentence in text.scanned.sentences {
                if sentence.isHeading {
                    end()
                    (start, readability) = (range(sentence.range, in: text), Readability())
                } else {
                    start = start ?? range(sentence.range, in: text)
                    readability.add(sentence)
                }
            }
            end()
            return result
        }
    }
}
