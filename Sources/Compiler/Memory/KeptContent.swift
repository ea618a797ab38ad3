import Diagnostics
import Language
import Model
import Publishing
import Rendering
import Validating

/// What a run leaves of the content that it judged, so that the next can tell what an edited chapter changes without
/// reading the rest: of each chapter what others see of it, of each edition its names.
struct KeptContent: Sendable {
    struct KeptEdition: Sendable {
        let folder: String
        /// A `LanguageBasis`, read when it is wanted.
        let basis: ArraySlice<UInt8>
        let elements: KeptElements
        /// Keys of the sources, in the order of the list.
        let sources: [String]
        /// What `KeptPages` wrote; empty when nothing was built.
        let pages: ArraySlice<UInt8>
        /// How hard all running text is to read.
        var readability: Readability
        /// A section as hard as this to read may be told of in the report.
        let heavy: Int
    }

    /// Paths of the texts, each between line ends, in the order of the map.
    private let paths: ArraySlice<UInt8>
    /// One `ChapterFace` for each file; zeros where the file is no chapter whose edit is told by itself.
    private let faces: [UInt8]
    private(set) var editions: [KeptEdition]
    /// The SHA-256 of each file; empty when nothing was built.
    private(set) var digests: [UInt8]
    /// Of the files that are no texts, as of `ContentDigest`.
    let assets: ArraySlice<UInt8>
    /// For each file how hard its running text is to read.
    private(set) var readings: [Readability]
    /// The output that the last build replaced, where it is kept.
    var spare: SpareOutput?

    private static let noFace = [UInt8](repeating: 0, count: ChapterFace.size)

    /// - Parameters:
    ///   - pages: of the editions that were built, and `reviews` as they are reported; none when nothing was built.
    init(_ judgement: Pipeline.Judgement, pages: [KeptPages] = [], reviews: [Review] = []) {
        let files = judgement.map.files
        var paths: [UInt8] = [10]
        for file in files {
            paths += file.path.utf8
            paths.append(10)
        }
        self.paths = paths[...]
        var faces = [UInt8](repeating: 0, count: files.count * ChapterFace.size)
        let told = Self.filesWithFindings(judgement)
        // What was sent out is compared word by word with what came of it.
        let consulted = Set(judgement.consultations.flatMap { [$0.consulted.edition.folder, $0.answering.edition.folder] })
        var editions: [KeptEdition] = []
        var readings = [Readability](repeating: Readability(), count: pages.isEmpty ? 0 : files.count)
        for (catalog, _, survey, basis) in judgement.judged where !consulted.contains(catalog.edition.folder) {
            guard let elements = KeptElements(catalog), !Self.repeatsMisspelling(catalog, judgement.diagnostics) else { continue }
            // Notes at the foot of a page are numbered together with those of what refers to the chapter.
            guard catalog.edition.programme.citationForm?.value != .footnotes else { continue }
            let review = reviews.first { $0.catalog === catalog }
            let heaviest = Set(review?.heaviest.compactMap(\.element).map { catalog[$0].address } ?? [])
            let watched = heaviest.union(catalog.edition.programme.required.chapters.compactMap(\.address?.value))
            let chapters = catalog.elementIDs.filter { id in
                guard catalog[id].content is Chapter, let body = catalog[id].body else { return false }
                return !told.contains(body.range.file) && !watched.contains(catalog[id].address)
            }
            let digests = chapters.parallelMap { id in
                let body = catalog[id].body!
                return ChapterFace.digest(of: body, in: catalog.catalog.map[body.range.file], catalog.catalog.sites[Int(body.range.file.index)])
            }
            for (id, digest) in zip(chapters, digests) {
                let place = Int(catalog[id].body!.range.file.index) * ChapterFace.size
                faces.replaceSubrange(place..<place + ChapterFace.size, with: digest)
            }
            var names = KeptWriter()
            basis.keep(&names)
            var page = KeptWriter()
            pages.first { $0.folder == catalog.edition.folder }?.keep(&page)
            var total = Readability()
            if !pages.isEmpty {
                for (file, readability) in survey.readabilityByFile {
                    readings[Int(file.index)] = readability
                    total.add(readability)
                }
            }
            editions.append(
                KeptEdition(
                    folder: catalog.edition.folder, basis: names.bytes[...], elements: elements, sources: catalog.catalog.bibliography.map(\.key.value), pages: page.bytes[...],
                    readability: total, heavy: review?.leastHeavy ?? 0))
        }
        digests = pages.isEmpty ? [] : judgement.editions.first?.catalog.digests.all ?? []
        assets = pages.isEmpty ? [] : judgement.editions.first.map { ContentDigest.assets($0.catalog.assets) }?[...] ?? []
        self.readings = readings
        self.faces = faces
        self.editions = editions
    }

    /// Files that some finding points at: an edit may move it.
    private static func filesWithFindings(_ judgement: Pipeline.Judgement) -> Set<FileID> {
        var files: Set<FileID> = []
        for diagnostic in judgement.diagnostics {
            files.insert(diagnostic.range.file)
            for note in diagnostic.notes { files.insert(note.range.file) }
            for fix in diagnostic.fixes { files.insert(fix.range.file) }
        }
        return files
    }

    /// Whether a finding says in how many places a word stands: an edit of any of them changes that.
    private static func repeatsMisspelling(_ catalog: ResolvedCatalog, _ diagnostics: [Diagnostic]) -> Bool {
        let files = Set(catalog.edition.files)
        return diagnostics.contains { $0.id == Rule.spelling.id && files.contains($0.range.file) && $0.message.swedish.contains(" Ordet står på ") }
    }

    /// Number of a file; nil when there was none of that path.
    func file(_ path: String) -> Int? {
        paths.place(of: [10] + Array(path.utf8) + [10]).map { found in paths[..<found].count { $0 == 10 } }
    }

    /// Nil where an edit of the file can't be told by itself.
    func face(of file: Int) -> ArraySlice<UInt8>? {
        let face = faces[file * ChapterFace.size..<(file + 1) * ChapterFace.size]
        return face.elementsEqual(Self.noFace) ? nil : face
    }

    var pathList: [String] { paths.split(separator: 10).map { String(decoding: $0, as: UTF8.self) } }

    /// Whether a build left what is needed to change one page of it.
    var isBuilt: Bool { !digests.isEmpty }

    /// Notes what a chapter has become.
    /// - Returns: false when that may show in the report on the edition.
    mutating func replace(_ chapter: EditedChapter) -> Bool {
        guard let index = editions.firstIndex(where: { $0.folder == chapter.edition.folder }) else { return false }
        let place = chapter.file * FileDigests.size
        digests.replaceSubrange(place..<place + FileDigests.size, with: chapter.catalog.catalog.digests.all)
        let before = editions[index].readability.lix
        editions[index].readability.remove(readings[chapter.file])
        editions[index].readability.add(chapter.readability)
        readings[chapter.file] = chapter.readability
        return editions[index].readability.lix == before && chapter.heaviestSection < editions[index].heavy
    }

    // MARK: Keeping

    var bytes: [UInt8] {
        var writer = KeptWriter()
        writer.data(paths)
        writer.data(faces)
        writer.list(editions) { writer, edition in
            writer.text(edition.folder)
            writer.data(edition.basis)
            writer.data(edition.elements.bytes)
            writer.texts(edition.sources)
            writer.data(edition.pages)
            writer.readability(edition.readability)
            writer.number(edition.heavy)
        }
        writer.data(digests)
        writer.data(assets)
        writer.list(readings) { $0.readability($1) }
        writer.list(spare.map { [$0] } ?? []) { $1.keep(&$0) }
        return writer.bytes
    }

    init(kept bytes: ArraySlice<UInt8>) throws(KeptReader.Damaged) {
        var reader = KeptReader(bytes)
        paths = try reader.data()
        faces = Array(try reader.data())
        editions = try reader.list { (reader) throws(KeptReader.Damaged) in
            KeptEdition(folder: try reader.text(), basis: try reader.data(), elements: KeptElements(kept: try reader.data()), sources: try reader.texts(), pages: try reader.data(),
                readability: try reader.readability(), heavy: try reader.number())
        }
        digests = Array(try reader.data())
        assets = try reader.data()
        readings = try reader.list { (reader) throws(KeptReader.Damaged) in try reader.readability() }
        spare = try reader.list { (reader) throws(KeptReader.Damaged) in try SpareOutput(kept: &reader) }.first
    }
}

extension KeptWriter {
    fileprivate mutating func readability(_ readability: Readability) {
        for number in [readability.words, readability.longWords, readability.sentences] { self.number(number) }
    }
}

extension KeptReader {
    fileprivate mutating func readability() throws(Damaged) -> Readability { Readability(words: try number(), longWords: try number(), sentences: try number()) }
}

/// The elements of an edition by address, with what a text that leads to them says of them.
struct KeptElements: Sendable {
    struct Entry {
        let title: String
        /// Number in `edition.elements`.
        let index: Int
    }

    let bytes: ArraySlice<UInt8>

    private static let (start, divider): (UInt8, UInt8) = (1, 2)

    /// Nil where a title holds what no title should.
    init?(_ catalog: ResolvedCatalog) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(catalog.edition.elements.count * 80)
        for (index, element) in catalog.edition.elements.enumerated() {
            bytes.append(Self.start)
            bytes += "\(element.address)".utf8
            bytes.append(Self.divider)
            let before = bytes.count
            bytes += element.title.value.utf8
            guard !bytes[before...].contains(where: { $0 <= Self.divider }) else { return nil }
            bytes.append(Self.divider)
            bytes += String(index).utf8
        }
        bytes.append(Self.start)
        self.bytes = bytes[...]
    }

    init(kept bytes: ArraySlice<UInt8>) { self.bytes = bytes }

    /// The first that has the address.
    subscript(address: Address) -> Entry? {
        let wanted = [Self.start] + Array("\(address)".utf8) + [Self.divider]
        guard let place = bytes.place(of: wanted) else { return nil }
        let found = place + wanted.count
        guard let end = bytes[found...].firstIndex(of: Self.start) else { return nil }
        let parts = bytes[found..<end].split(separator: Self.divider, omittingEmptySubsequences: false)
        guard parts.count == 2, let index = Int(String(decoding: parts[1], as: UTF8.self)) else { return nil }
        return Entry(title: String(decoding: parts[0], as: UTF8.self), index: index)
    }
}
