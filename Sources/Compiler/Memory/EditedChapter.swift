import Diagnostics
import Language
import Model
import Publishing
import Reading
import Rendering
import Resolving
import Validating

/// A chapter whose running text was edited since a run that is remembered, where nothing else has changed: its fields,
/// what it refers to and its headings are the same. Then everything that was found is found again, and nothing else, when
/// nothing is found in the chapter itself.
///
/// It stands in a catalog of its own, with what it leads to in the place of all the others.
struct EditedChapter: Sendable {
    let catalog: ResolvedCatalog
    let id: ElementID
    let edition: KeptContent.KeptEdition
    /// Number of its file in the content.
    let file: Int
    /// The numbers that the elements of the catalog have in the edition.
    let elements: [Int]
    let readability: Readability
    /// LIX of the section that is hardest to read.
    let heaviestSection: Int

    /// Nil where the edit may change more than the chapter: then everything is judged.
    /// - Parameters:
    ///   - path: of the file in the content folder.
    ///   - content: the folder.
    init?(_ path: String, in content: String, _ kept: KeptContent, dictionary: SpellingDictionary) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard
            parts.count == 3, let edition = kept.editions.first(where: { $0.folder == parts[0] }), let file = kept.file(path), let face = kept.face(of: file),
            let bytes = ContentFiles.bytes(of: content + "/" + path)
        else { return nil }
        let text = SourceText(path: path, bytes: bytes)
        guard let read = ReadChapter(text, file: FileID(0)), ChapterFace.digest(of: read.body, in: text, read.sites).elementsEqual(face) else { return nil }
        // A former address that is another element's now is none of its own; that is for all of them to say.
        guard let own = edition.elements[read.element.address], read.element.formerAddresses.isEmpty else { return nil }
        var elements = [read.element]
        var numbers = [own.index]
        var seen: Set<Address> = [read.element.address]
        for site in read.sites {
            guard case .element(let name, _) = site.wanted, let address = Address(name), seen.insert(address).inserted else { continue }
            // Web addresses and blocks are bound by themselves; a former address is for a whole run to tell of.
            guard let other = edition.elements[address], let element = Element(standingFor: address, titled: other.title) else { return nil }
            elements.append(element)
            numbers.append(other.index)
        }
        let catalog = Catalog(
            map: SourceMap([text]), project: Project(),
            editions: [
                Edition(folder: edition.folder, file: FileID(0), programme: Programme(), elements: elements, words: [], files: [FileID(0)])
            ],
            consultations: [], bibliography: edition.sources.map { BibliographyEntry(key: Located($0, at: .top(of: FileID(0))), range: .top(of: FileID(0))) },
            sites: [read.sites], texts: [read.texts],
            assets: AssetFiles((read.element.content as? Chapter)?.figures.compactMap { $0.file.map { "\(edition.folder)/\($0.value)" } } ?? []) { _ in nil })
        let resolved = Resolver.resolve(catalog)
        guard resolved.diagnostics.isEmpty, let resolvedCatalog = resolved.value.first else { return nil }
        do throws(KeptReader.Damaged) {
            var reader = KeptReader(edition.basis)
            let basis = try LanguageBasis(kept: &reader)
            let survey = LanguageSurvey(resolvedCatalog, LanguageScan(catalog.editions[0], of: catalog), dictionary: dictionary)
            guard RuleRunner.findsNothing(basis, survey) else { return nil }
            readability = survey.readability
            heaviestSection = survey.sections.lazy.map(\.readability).filter { Review.weighs($0) }.map(\.lix).max() ?? 0
        } catch {
            return nil
        }
        self.catalog = resolvedCatalog
        self.elements = numbers
        self.edition = edition
        self.file = file
        id = ElementID(0)
    }
}

extension Element {
    /// With an address and a title, and nothing else.
    fileprivate convenience init?(standingFor address: Address, titled title: String) {
        guard let type = elementTypes.first(where: { $0.elementKind == address.kind }) else { return nil }
        let nowhere = SourceRange.top(of: FileID(0))
        self.init(address: address, range: nowhere, title: Located(title, at: nowhere), formerAddresses: [], requirements: [], body: nil, content: type.init())
    }
}

extension Pipeline {
    /// Chapters more than this are judged with all the others.
    private static let mostEdited = 8

    /// The chapters that were edited since a run, when that is all that changed and it changes nothing that was found.
    /// - Parameters:
    ///   - files: as the memory of runs names them.
    ///   - left: what that run left.
    package func editedChapters(_ files: [String], in content: String, left: ArraySlice<UInt8>) -> EditedChapters? {
        guard !files.isEmpty, files.count <= Self.mostEdited, let dictionary else { return nil }
        let prefix = content + "/"
        guard files.allSatisfy({ $0.hasPrefix(prefix) }), let kept = try? KeptContent(kept: left) else { return nil }
        var chapters: [EditedChapter] = []
        for file in files {
            guard let chapter = EditedChapter(String(file.dropFirst(prefix.count)), in: content, kept, dictionary: dictionary) else { return nil }
            chapters.append(chapter)
        }
        dictionary.remember()
        return EditedChapters(chapters: chapters, content: kept)
    }
}

/// The edited chapters of a run that judges nothing else.
package struct EditedChapters: Sendable {
    let chapters: [EditedChapter]
    private(set) var content: KeptContent

    /// Puts the page of the one chapter that was edited in the place of the old one wherever it stands in an output.
    /// - Parameter mark: of the output when it was seen to be as the run that is remembered had left it.
    /// - Returns: nil when more than the page may change, and nothing was done.
    package mutating func build(in output: String, ifStill mark: OutputFolder.Mark) throws -> (publication: Publication, changed: [String])? {
        guard chapters.count == 1, let chapter = chapters.first, content.isBuilt, content.replace(chapter) else { return nil }
        let paths = content.pathList
        func digest(_ file: Int) -> ArraySlice<UInt8> { content.digests[file * FileDigests.size..<(file + 1) * FileDigests.size] }
        let folder = OutputFolder(output)
        var spare = content.spare ?? RunMemory.spareFolder(of: output).map { SpareOutput(at: $0) }
        let result = try folder.update(ifStill: mark, spare: &spare) { () -> StandingFiles? in
            guard let page = EditedPage(chapter.id, of: chapter.catalog, elements: chapter.elements, kept: chapter.edition.pages) else { return nil }
            let fingerprint = Fingerprint.ofEdition(paths.indices.filter { paths[$0].hasPrefix(chapter.edition.folder + "/") }.map { (paths[$0], digest($0)) })
            let files = StandingFiles(output)
            // The process ends soon, and taking large files out of memory takes time.
            _ = Unmanaged.passRetained(files)
            guard page.exchange(in: files, fingerprint: fingerprint) else { return nil }
            return folder.note(ContentDigest.of(paths: paths, content.digests[...], Array(content.assets)), in: files) ? files : nil
        }
        content.spare = spare
        return result.map { ($0.publication, $0.changed.map { output + "/" + $0 }) }
    }

    /// How many files the content has.
    package var fileCount: Int { content.pathList.count }

    /// What the next run may want of this one: what others see of the chapters is the same.
    package func left() -> [UInt8] { content.bytes }
}
