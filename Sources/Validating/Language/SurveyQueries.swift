import Diagnostics
import Language
import Model

extension LanguageSurvey {
    /// A word, a sign or a sentence, with the sentence around it.
    package struct Occurrence: Sendable {
        package let owner: Address?
        package let kind: TextKind
        package let range: SourceRange
        /// The bytes of the sentence.
        package let sentence: SourceRange
        fileprivate let run: Int
        fileprivate let index: Int
    }

    /// Every word or sign with one of the marks, in the order of the texts.
    package func marked(_ marks: WordMarks) -> [Occurrence] {
        runs.indices.flatMap { run in
            runs[run].texts.marks.compactMap { mark in
                // A mark in what no sentence holds, a lone sign, has none.
                mark.marks.isDisjoint(with: marks) ? nil : occurrence(mark.range, sentence: Int(mark.sentence), run: run)
            }
        }
    }

    package func sentences(longerThan words: Int) -> [(occurrence: Occurrence, words: Int)] {
        runs.indices.flatMap { run in
            runs[run].texts.sentences.indices.compactMap { index in
                let sentence = runs[run].texts.sentences[index]
                guard sentence.words > words, let occurrence = occurrence(sentence.range, sentence: index, run: run) else { return nil }
                return (occurrence, Int(sentence.words))
            }
        }
    }

    /// The first sentence of each paragraph or list item with more words, and all of it.
    package func paragraphs(longerThan limit: Int) -> [(first: Occurrence, range: SourceRange, words: Int)] {
        runs.indices.flatMap { run -> [(first: Occurrence, range: SourceRange, words: Int)] in
            let sentences = runs[run].texts.sentences
            var result: [(first: Occurrence, range: SourceRange, words: Int)] = []
            var start = 0
            var words = 0
            for index in sentences.indices {
                words += Int(sentences[index].words)
                guard index + 1 == sentences.count || sentences[index + 1].paragraph != sentences[index].paragraph else { continue }
                if words > limit, let first = occurrence(sentences[start].range, sentence: start, run: run) {
                    let bytes = Int(sentences[start].range.lowerBound)..<Int(sentences[index].range.upperBound)
                    result.append((first, SourceRange(file: first.range.file, bytes), words))
                }
                (start, words) = (index + 1, 0)
            }
            return result
        }
    }

    /// The sentence that holds a place of a file.
    package func sentence(at place: SourceRange) -> Occurrence? {
        for run in runs.indices {
            for (index, sentence) in runs[run].texts.sentences.enumerated()
            where sentence.range.contains(place.lower) && runs[run].places[Int(sentence.text)].range.file == place.file {
                return occurrence(sentence.range, sentence: index, run: run)
            }
        }
        return nil
    }

    /// Whether a source is cited in the paragraph.
    package func isCitedBeside(_ occurrence: Occurrence) -> Bool {
        runs[occurrence.run].texts.paragraph(of: occurrence.index).contains(where: \.isCited)
    }

    package func isHeading(_ occurrence: Occurrence) -> Bool {
        runs[occurrence.run].texts.sentences[occurrence.index].isHeading
    }

    private func occurrence(_ range: Range<Int32>, sentence index: Int, run: Int) -> Occurrence? {
        guard runs[run].texts.sentences.indices.contains(index) else { return nil }
        let sentence = runs[run].texts.sentences[index]
        let place = runs[run].places[Int(sentence.text)]
        func located(_ range: Range<Int32>) -> SourceRange { SourceRange(file: place.range.file, Int(range.lowerBound)..<Int(range.upperBound)) }
        return Occurrence(owner: place.owner, kind: place.kind, range: located(range), sentence: located(sentence.range), run: run, index: index)
    }

    /// A piece of text as it is read: without the marks of Markdown, lines joined.
    package func plain(_ range: SourceRange) -> String {
        var bytes: [UInt8] = []
        let source = self.bytes(of: range.file)[range.bytes]
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

    /// A heading with the text under it.
    package struct Section: Sendable {
        package let owner: Address?
        /// The heading, or the first sentence where there is none.
        package let start: SourceRange
        package let readability: Readability
    }

    /// Every section of the elements' own prose.
    package var sections: [Section] {
        runs.flatMap { run -> [Section] in
            var result: [Section] = []
            var start: SourceRange?
            var text: Int32 = -1
            var readability = Readability()
            func end() {
                guard let start, readability.words > 0, text >= 0 else { return }
                result.append(Section(owner: run.places[Int(text)].owner, start: start, readability: readability))
            }
            for sentence in run.texts.sentences where run.places[Int(sentence.text)].kind == .body {
                let range = SourceRange(file: run.places[Int(sentence.text)].range.file, Int(sentence.range.lowerBound)..<Int(sentence.range.upperBound))
                if sentence.text != text || sentence.isHeading {
                    end()
                    (start, text, readability) = (range, sentence.text, Readability())
                }
                if !sentence.isHeading { readability.add(sentence) }
            }
            end()
            return result
        }
    }

    /// How hard the running text of each file is to read.
    package var readabilityByFile: [FileID: Readability] {
        var result: [FileID: Readability] = [:]
        for run in runs {
            var (text, file, sum) = (Int32(-1), FileID(0), Readability())
            func end() { if sum.sentences > 0 { result[file, default: Readability()].add(sum) } }
            for sentence in run.texts.sentences where !sentence.isHeading && run.places[Int(sentence.text)].kind == .body {
                if sentence.text != text {
                    end()
                    (text, file, sum) = (sentence.text, run.places[Int(sentence.text)].range.file, Readability())
                }
                sum.add(sentence)
            }
            end()
        }
        return result
    }

    /// How hard all running text is to read.
    package var readability: Readability {
        var result = Readability()
        for run in runs {
            for sentence in run.texts.sentences where !sentence.isHeading && run.places[Int(sentence.text)].kind == .body { result.add(sentence) }
        }
        return result
    }
}
