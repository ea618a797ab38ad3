import Diagnostics
import Language
import Markup
import Model

/// Every text of an edition read once, for all rules on language: its sentences, and its different words.
package struct LanguageSurvey: Sendable {
    package struct Word: Sendable {
        package let word: String
        /// Where it stands first.
        package let range: SourceRange
        package let owner: Address?
        package var count: Int
        package let marks: WordMarks
    }

    let runs: [LanguageScan.Run]
    private let catalog: ResolvedCatalog
    /// In the order in which they first stand.
    package let words: [Word]
    /// Nil where the system has no dictionary; then rules on words find nothing, and the command says so.
    package let dictionary: SpellingDictionary?

    package init(_ catalog: ResolvedCatalog, _ scan: LanguageScan, dictionary: SpellingDictionary?) {
        self.catalog = catalog
        self.dictionary = dictionary
        runs = scan.runs
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
                            owner: place.owner, count: entry.count, marks: entry.marks))
                }
            }
        }
        words = all
    }

    /// The bytes of a file, to look around a place.
    package func bytes(of file: FileID) -> [UInt8] { catalog.catalog.map[file].bytes }

    /// Whether some field of an element rests on a source.
    func hasCitedFacts(_ element: Address) -> Bool {
        catalog.elementsByAddress[element].map { catalog[$0].content.facts.contains(where: \.value.isCited) } ?? false
    }

    /// For each law the places of elements' texts that lead to it, or to the source that its entry names first.
    func references(to laws: [LanguageBasis.LapsedLaw]) -> [[(owner: Address, site: ReferenceSite)]] {
        let entries = Dictionary(catalog.catalog.bibliography.enumerated().map { ($1.key.value, EntryID($0)) }, uniquingKeysWith: { first, _ in first })
        return laws.map { law in
            let uses = (catalog.elementsByAddress[law.address].map { catalog.uses(of: $0) } ?? []) + (law.source.flatMap { entries[$0] }.map { catalog.uses(of: $0) } ?? [])
            return uses.compactMap { use in use.owner.map { (catalog[$0].address, catalog.site(use.site)) } }
        }
    }
}

extension FactValue {
    fileprivate var isCited: Bool {
        switch self {
        case .citation: true
        case .prose(let prose): !prose.document.outline.citations.isEmpty
        case .list(let values): values.contains(where: \.isCited)
        case .record(let facts): facts.contains(where: \.value.isCited)
        case .text, .link: false
        }
    }
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
