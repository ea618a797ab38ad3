import Diagnostics
import Language
import Model

/// Every text of an edition read once, for all rules on language: its sentences, and its different words.
package struct LanguageSurvey: Sendable {
    package struct Text: Sendable {
        /// Nil in the programme's own metadata.
        package let element: ElementID?
        package let file: FileID
        package let kind: TextKind
        package let scanned: ScannedText
    }

    package struct Word: Sendable {
        package let word: String
        /// Where it stands first.
        package let range: SourceRange
        package let element: ElementID?
        package var count: Int
        package let marks: WordMarks
    }

    package let texts: [Text]
    /// In the order in which they first stand.
    package let words: [Word]
    /// Nil where the system has no dictionary; then rules on words find nothing, and the command says so.
    package let dictionary: SpellingDictionary?

    package init(_ catalog: ResolvedCatalog, dictionary: SpellingDictionary?) {
        self.dictionary = dictionary
        let elements = catalog.elementIDs
        // A table of words a run: more runs would only mean more tables to put together.
        let runs = elements.isEmpty ? [] : stride(from: 0, to: elements.count, by: max(1, (elements.count + 7) / 8)).map { $0..<min($0 + max(1, (elements.count + 7) / 8), elements.count) }
        let marking = WordMarking(Self.marks)
        let map = catalog.catalog.map
        let scanned = runs.parallelMap(runLength: 1) { run -> (texts: [Text], words: [WordTable.Entry]) in
            var texts: [Text] = []
            var words = WordTable(marking)
            for id in elements[run] {
                for (range, kind) in catalog[id].textRanges {
                    let result = TextScanner.scan(map[range.file].bytes, in: range.bytes, text: texts.count, words: &words)
                    texts.append(Text(element: id, file: range.file, kind: kind, scanned: result))
                }
            }
            return (texts, words.entries)
        }
        var own: (texts: [Text], words: WordTable) = ([], WordTable(marking))
        for fact in catalog.edition.programme.facts {
            fact.value.forEachProse { prose in
                let range = prose.range
                let result = TextScanner.scan(map[range.file].bytes, in: range.bytes, text: own.texts.count, words: &own.words)
                own.texts.append(Text(element: nil, file: range.file, kind: .field, scanned: result))
            }
        }
        let runsRead = [(texts: own.texts, words: own.words.entries)] + scanned
        texts = runsRead.flatMap(\.texts)
        var index: [String: Int] = [:]
        var all: [Word] = []
        for run in runsRead {
            for entry in run.words {
                if let known = index[entry.word] {
                    all[known].count += Int(entry.count)
                } else {
                    let text = run.texts[Int(entry.text)]
                    index[entry.word] = all.count
                    all.append(
                        Word(
                            word: entry.word, range: SourceRange(file: text.file, Int(entry.range.lowerBound)..<Int(entry.range.upperBound)),
                            element: text.element, count: Int(entry.count), marks: entry.marks))
                }
            }
        }
        words = all
    }

    private static let obliging: Set<String> = ["ska", "skall", "måste"]

    @Sendable private static func marks(_ word: String) -> WordMarks {
        let word = word.lowercased()
        var marks: WordMarks = []
        if obliging.contains(word) { marks.insert(.obliges) }
        if ClaimWords.all.contains(word) { marks.insert(.claims) }
        if DocumentWords.looksLikeName(word) { marks.insert(.namesDocument) }
        if word == "sfs" { marks.insert(.citesLaw) }
        return marks
    }
}
