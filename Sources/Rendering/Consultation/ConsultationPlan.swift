import Comparing
import Model

/// Which pages a consultation becomes, and where each viewpoint stands in full.
struct ConsultationPlan: Sendable {
    /// A page of the compilation: the viewpoints on one part of the programme, or all of them when they are few.
    struct Page: Sendable {
        let stem: String
        let title: String
        /// Numbers of lines of the matrix.
        let lines: [Int]
    }

    /// A chapter that has viewpoints, with what stands in it; before them what is said of the whole, after them what has no place.
    struct Chapter: Sendable {
        /// Its part of the addresses of pages.
        let name: String
        let title: String
        /// Numbers of lines of the matrix; never empty.
        let lines: [Int]
    }

    /// More than this many on one page are slow to open on a phone.
    private static let mostOnOnePage = 300

    let consultation: ResolvedConsultation
    let totals: ConsultationTotals
    /// As `ResolvedCatalog.partOfElement` of the consulted edition.
    let partOfElement: [Int?]
    let chapters: [Chapter]
    let pages: [Page]
    private let pageOfLine: [Int]
    /// For each row the page where it stands in full, and the line of the matrix under which it stands.
    let homes: [(page: Int, line: Int)]
    let matrix: ResponseMatrix
    private let slugs: [String]

    init(_ consultation: ResolvedConsultation) {
        self.consultation = consultation
        totals = ConsultationTotals(consultation)
        let matrix = ResponseMatrix(consultation)
        self.matrix = matrix
        let catalog = consultation.consulted
        partOfElement = catalog.partOfElement
        let chapters = Self.chapters(matrix, catalog, partOfElement)
        self.chapters = chapters
        let pages =
            consultation.rows.count <= Self.mostOnOnePage
            ? [Page(stem: "sammanstallning", title: "Remissammanställning", lines: Array(matrix.lines.indices))]
            : chapters.map { Page(stem: "sammanstallning-\($0.name)", title: "Remissammanställning: \($0.title)", lines: $0.lines) }
        self.pages = pages
        pageOfLine = pages.enumerated().flatMap { number, page in page.lines.map { _ in number } }
        var homes: [(page: Int, line: Int)] = Array(repeating: (0, 0), count: consultation.rows.count)
        var isPlaced = Array(repeating: false, count: consultation.rows.count)
        for (number, page) in pages.enumerated() {
            for line in page.lines {
                for row in matrix.lines[line].rows where !isPlaced[row] {
                    isPlaced[row] = true
                    homes[row] = (number, line)
                }
            }
        }
        self.homes = homes
        slugs = consultation.rows.enumerated().map { number, row in row.viewpoint.id.map { Anchors.slug($0.value) } ?? "synpunkt-\(number + 1)" }
    }

    private static func chapters(_ matrix: ResponseMatrix, _ catalog: ResolvedCatalog, _ places: [Int?]) -> [Chapter] {
        let order = catalog.readingOrder
        func number(_ part: ResponseMatrix.Part) -> Int {
            switch part {
            case .whole: -1
            case .element(let id): places[id.index] ?? order.count
            case .missing(let id): id.flatMap { places[$0.index] } ?? order.count
            }
        }
        var chapters: [(number: Int, lines: [Int])] = []
        for (line, part) in matrix.lines.map(\.part).enumerated() {
            let own = number(part)
            if chapters.last?.number == own {
                chapters[chapters.count - 1].lines.append(line)
            } else {
                chapters.append((own, [line]))
            }
        }
        return chapters.map { number, lines in
            switch number {
            case -1: Chapter(name: "helheten", title: "Helheten", lines: lines)
            case order.indices: Chapter(name: catalog[order[number]].address.anchor, title: catalog[order[number]].title.value, lines: lines)
            default: Chapter(name: "ovriga", title: "Övriga delar", lines: lines)
            }
        }
    }

    /// The id of a viewpoint, the same on every page where it stands.
    func anchor(ofRow row: Int) -> String { slugs[row] }

    /// The page where a viewpoint stands in full.
    func stem(ofRow row: Int) -> String { pages[homes[row].page].stem }

    /// The page of the compilation where a line of the matrix stands.
    func stem(ofLine line: Int) -> String { pages[pageOfLine[line]].stem }

    /// File name of a response, without ending.
    func slug(_ response: Int) -> String { consultation.file.responses[response].slug }

    /// What a line of the matrix is called, and where it stands in the programme.
    func name(_ part: ResponseMatrix.Part) -> (text: String, id: ElementID?) {
        let catalog = consultation.consulted
        switch part {
        case .whole: return ("Programmet som helhet", nil)
        case .element(let id): return (catalog[id].title.value, id)
        case .missing(let id): return ("Saknas i \(id.map { catalog[$0].title.value } ?? "programmet")", id)
        }
    }

    func address(_ part: ResponseMatrix.Part) -> String {
        switch part {
        case .whole: "helhet"
        case .element(let id): "\(consultation.consulted[id].address)"
        case .missing(let id): "saknas:" + (id.map { "\(consultation.consulted[$0].address)" } ?? "")
        }
    }

    /// The id of a line on every page where it stands.
    func anchor(_ part: ResponseMatrix.Part) -> String { "del-" + Anchors.slug(address(part)) }

    func kind(_ part: ResponseMatrix.Part) -> String {
        if case .element(let id) = part { consultation.consulted[id].address.kind.name.singular } else { "" }
    }
}
