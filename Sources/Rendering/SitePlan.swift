import Model

/// Which pages an edition becomes, and where each element and source is at home.
///
/// A page element (chapter, focus area) is its own page. Any other element lives where a chapter places its register,
/// or else in the reference appendix.
final class SitePlan: Sendable {
    struct Page: Sendable {
        enum Content: Sendable, Equatable {
            case element(ElementID)
            case appendix(AppendixPart)
        }

        let content: Content
        /// File name without ending.
        let stem: String
        let title: String
    }

    /// The parts in reading order, then the appendix.
    let pages: [Page]
    /// How many of the pages are parts.
    let partCount: Int
    private let homes: [Home]
    /// The stems and anchors of all homes as UTF-8, one after the other: hundreds of thousands of links are written from
    /// them on all cores, and strings of their own would be counted for each.
    private let names: [UInt8]
    private let elementCount: Int
    private let sourceCount: Int

    private struct Home: Sendable {
        let page: Int32
        let isWholePage: Bool
        /// In `names`: the stem of the page, and the id in it; the same id stands in the whole-programme page.
        let stem: Range<Int32>
        let anchor: Range<Int32>
    }

    init(_ catalog: ResolvedCatalog) {
        let order = catalog.readingOrder
        var pages = order.map { id in
            Page(content: .element(id), stem: catalog[id].address.anchor, title: catalog[id].title.value)
        }
        let partOfElement = catalog.partOfElement
        let placed = Set(order.flatMap { catalog.placedRegisters(in: $0) })
        let homeless = Set(catalog.edition.elements.lazy.map(\.address.kind)).subtracting(placed)
            .filter { !$0.isPage && AppendixPart.home(of: $0) == .others }
        let parts = AppendixPart.allCases.filter { $0 != .others || !homeless.isEmpty }
        let firstPart = pages.count
        pages += parts.map { Page(content: .appendix($0), stem: $0.stem, title: $0.title) }
        let pageOfPart = Dictionary(uniqueKeysWithValues: parts.enumerated().map { ($1, Int32(firstPart + $0)) })
        var names: [UInt8] = []
        func noted(_ name: String) -> Range<Int32> {
            let start = Int32(names.count)
            names += name.utf8
            return start..<Int32(names.count)
        }
        let stems = pages.map { noted($0.stem) }
        func home(_ page: Int32, _ anchor: String, isWholePage: Bool) -> Home {
            Home(page: page, isWholePage: isWholePage, stem: stems[Int(page)], anchor: noted(anchor))
        }
        var homes: [Home] = catalog.edition.elements.enumerated().map { index, element in
            let part = partOfElement[index]
            let isWholePage = part.map { order[$0].index == index } ?? false
            let page = part.map(Int32.init) ?? pageOfPart[AppendixPart.home(of: element.address.kind)] ?? pageOfPart[.overview]!
            return home(page, element.address.anchor, isWholePage: isWholePage)
        }
        homes += catalog.catalog.bibliography.map {
            home(pageOfPart[.sources]!, Self.anchor(ofSource: $0.key.value), isWholePage: false)
        }
        sourceCount = catalog.catalog.bibliography.count
        homes += pages.enumerated().map { index, page in
            let anchor = if case .element(let id) = page.content { catalog[id].address.anchor } else { page.stem }
            return home(Int32(index), anchor, isWholePage: true)
        }
        self.pages = pages
        partCount = firstPart
        self.homes = homes
        self.names = names
        elementCount = catalog.edition.elements.count
    }

    // MARK: Keeping

    private static let keptHomeSize = 24

    /// Where elements and sources are at home; not the pages.
    func keep(_ writer: inout KeptWriter) {
        writer.number(elementCount)
        var bytes: [UInt8] = []
        bytes.reserveCapacity((elementCount + sourceCount) * Self.keptHomeSize)
        for home in homes.prefix(elementCount + sourceCount) {
            for number in [home.page, home.isWholePage ? 1 : 0, home.stem.lowerBound, home.stem.upperBound, home.anchor.lowerBound, home.anchor.upperBound] {
                withUnsafeBytes(of: number) { bytes += $0 }
            }
        }
        writer.data(bytes)
        writer.data(names)
    }

    /// The plan as some elements and all sources see it.
    /// - Parameter elements: their numbers in the edition, in the order of the catalog that they stand in here.
    init(kept reader: inout KeptReader, of elements: [Int]) throws(KeptReader.Damaged) {
        let all = try reader.number()
        let bytes = try reader.data()
        names = Array(try reader.data())
        let count = bytes.count / Self.keptHomeSize
        guard all >= 0, all <= count, bytes.count == count * Self.keptHomeSize, elements.allSatisfy({ (0..<all).contains($0) }) else { throw KeptReader.Damaged() }
        let homes = bytes.withUnsafeBytes { bytes in
            (elements + Array(all..<count)).map { index in
                func number(_ place: Int) -> Int32 { bytes.loadUnaligned(fromByteOffset: index * Self.keptHomeSize + place * 4, as: Int32.self) }
                return Home(page: number(0), isWholePage: number(1) == 1, stem: number(2)..<number(3), anchor: number(4)..<number(5))
            }
        }
        let length = names.count
        guard homes.allSatisfy({ $0.stem.upperBound <= length && $0.anchor.upperBound <= length }) else { throw KeptReader.Damaged() }
        self.homes = homes
        pages = []
        partCount = 0
        elementCount = elements.count
        sourceCount = count - all
    }

    /// Keys may hold what an id may not.
    static func anchor(ofSource key: String) -> String {
        "kalla-" + String(decoding: key.utf8.map { byte in
            (97...122).contains(byte | 0x20) || (48...57).contains(byte) || byte == 45 || byte == 95 ? byte : 45
        }, as: UTF8.self)
    }

    func destination(_ id: ElementID) -> Int { id.index }
    func destination(_ id: EntryID) -> Int { elementCount + id.index }

    /// Nil when the part isn't a page.
    func destination(_ part: AppendixPart) -> Int? {
        pages.firstIndex { $0.content == .appendix(part) }.map { elementCount + sourceCount + $0 }
    }

    /// The id of a page on the page of the whole programme.
    func anchor(ofPage index: Int) -> String { String(decoding: name(homes[elementCount + sourceCount + index].anchor), as: UTF8.self) }

    private func name(_ range: Range<Int32>) -> ArraySlice<UInt8> { names[Int(range.lowerBound)..<Int(range.upperBound)] }

    func page(of id: ElementID) -> Int { Int(homes[id.index].page) }

    /// Whether the element's full text stands on page `index`.
    func isAtHome(_ id: ElementID, on index: Int) -> Bool { Int(homes[id.index].page) == index }

    func isWholePage(_ id: ElementID) -> Bool { homes[id.index].isWholePage }

    func stem(of id: ElementID) -> String { String(decoding: name(homes[id.index].stem), as: UTF8.self) }

    /// Where a link stands: on one of the pages, on the page of the whole programme, or in another folder.
    enum Viewpoint: Sendable {
        case page(Int)
        case whole
        case folder(prefix: String)
    }

    /// Appends the relative address of a destination.
    func href(_ destination: Int, from viewpoint: Viewpoint, ending: StaticString, to output: inout [UInt8]) {
        guard homes.indices.contains(destination) else { return }
        let home = homes[destination]
        switch viewpoint {
        case .whole: break
        case .page(let index) where index == Int(home.page) && !home.isWholePage: break
        case .page: appendFile(home, ending, &output)
        case .folder(let prefix):
            output += prefix.utf8
            appendFile(home, ending, &output)
        }
        if case .whole = viewpoint {} else if home.isWholePage { return }
        output.append(UInt8(ascii: "#"))
        output += name(home.anchor)
    }

    private func appendFile(_ home: Home, _ ending: StaticString, _ output: inout [UInt8]) {
        output += name(home.stem)
        ending.withUTF8Buffer { output += $0 }
    }
}

/// The pages of the generated reference appendix.
enum AppendixPart: CaseIterable, Sendable {
    case overview, theories, steeringDocuments, sources, concepts, responsibilities, crossReferences, others

    var stem: String {
        switch self {
        case .overview: "bilaga"
        case .theories: "bilaga-teorier"
        case .steeringDocuments: "bilaga-styrdokument"
        case .sources: "bilaga-kallor"
        case .concepts: "bilaga-begrepp"
        case .responsibilities: "bilaga-ansvar"
        case .crossReferences: "bilaga-korsreferenser"
        case .others: "bilaga-ovrigt"
        }
    }

    var title: String {
        switch self {
        case .overview: "Referensbilaga"
        case .theories: "Teorier och deras källor"
        case .steeringDocuments: "Styrdokument"
        case .sources: "Källförteckning"
        case .concepts: "Begrepp"
        case .responsibilities: "Vem ansvarar för vad"
        case .crossReferences: "Korsreferenser"
        case .others: "Övriga register"
        }
    }

    static func home(of kind: ElementKind) -> AppendixPart {
        switch kind {
        case .theory: .theories
        case .steeringDocument: .steeringDocuments
        case .concept: .concepts
        default: .others
        }
    }
}
