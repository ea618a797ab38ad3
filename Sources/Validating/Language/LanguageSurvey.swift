import Diagnostics
import Language
import Model

/// Every text of an edition read once, for all rules on language: its sentences, and its different words.
package struct LanguageSurvey: Sendable {
    package struct Word: Sendable {
        package let word: String
        /// Where it stands first.
        package let range: SourceRange
        package let element: ElementID?
        package var count: Int
        package let marks: WordMarks
    }

    let runs: [LanguageScan.Run]
    let catalog: ResolvedCatalog
    private let elements: [Address: ElementID]
    /// In the order in which they first stand.
    package let words: [Word]
    /// Nil where the system has no dictionary; then rules on words find nothing, and the command says so.
    package let dictionary: SpellingDictionary?

    package init(_ catalog: ResolvedCatalog, _ scan: LanguageScan, dictionary: SpellingDictionary?) {
        self.catalog = catalog
        self.dictionary = dictionary
        runs = scan.runs
        elements = catalog.elementsByAddress
        var index: [String: Int] = [:]
        var all: [Word] = []
        for run in runs {
            for entry in run.words {
                if let known = index[entry.word] {
                    all[known].count += entry.count
                } else {
                    let place = run.places[entry.text]
                    index[entry.word] = all.count
                    all.append(
                        Word(
                            word: entry.word, range: SourceRange(file: place.range.file, entry.range),
                            element: place.owner.flatMap { catalog.elementsByAddress[$0] }, count: entry.count, marks: entry.marks))
                }
            }
        }
        words = all
    }

    /// The element whose text it is.
    func element(of place: TextPlace) -> ElementID? { place.owner.flatMap { elements[$0] } }
}

/// The texts of an edition, scanned; needs nothing resolved, so it can be made while references are.
package struct LanguageScan: Sendable {
    /// Texts that one core read.
    struct Run: Sendable {
        var places: [TextPlace] = []
        var texts = ScannedTexts()
        var words: [WordTable.Entry] = []
    }

    let runs: [Run]

    package init(_ edition: Edition, of catalog: Catalog) {
        let files = edition.files
        // A table of words a run: more runs would only mean more tables to put together.
        let runLength = max(1, (files.count + 11) / 12)
        runs = stride(from: 0, to: files.count, by: runLength).map { files[$0..<min($0 + runLength, files.count)] }.parallelMap(runLength: 1) { files in
            var run = Run()
            var words = WordTable(Self.marking)
            for file in files {
                let bytes = catalog.map[file].bytes
                for place in catalog.texts[Int(file.index)] {
                    run.places.append(place)
                    TextScanner.scan(bytes, in: place.range.bytes, into: &run.texts, words: &words)
                }
            }
            run.words = words.entries
            return run
        }
    }

    private static let marking = WordMarking(
        words: [(ObligedParty.verbs, .obliges), (Array(ClaimWords.all), .claims), (["sfs"], .citesLaw), (Array(DocumentWords.sorts.keys), .documentSort)],
        endings: DocumentWords.endings.map { ($0, .namesDocument) })
}
