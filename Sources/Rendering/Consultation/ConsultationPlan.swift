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

    /// More than this many on one page are slow to open on a phone.
    private static let mostOnOnePage = 300

    let consultation: ResolvedConsultation
    let totals: ConsultationTotals
    /// As `ResolvedCatalog.partOfElement` of the consulted edition.
    let partOfElement: [Int?]
    let pages: [Page]
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
        let order = catalog.readingOrder
        let places = catalog.partOfElement
        partOfElement = places
        func chapter(_ part: ResponseMatrix.Part) -> Int {
            switch part {
            case .whole: -1
            case .element(let id): places[id.index] ?? order.count
            case .missing(let id): id.flatMap { places[$0.index] } ?? order.count
            }
        }
        var pages: [Page] = []
        if consultation.rows.count <= Self.mostOnOnePage {
            pages = [Page(stem: "sammanstallning", title: "Remissammanställning", lines: Array(matrix.lines.indices))]
        } else {
            var current: (chapter: Int, lines: [Int])?
            func close() {
                guard let current else { return }
                let title = current.chapter < 0 ? "Helheten" : current.chapter < order.count ? catalog[order[current.chapter]].title.value : "Övriga delar"
                let name = current.chapter < 0 ? "helheten" : current.chapter < order.count ? catalog[order[current.chapter]].address.anchor : "ovriga"
                pages.append(Page(stem: "sammanstallning-\(name)", title: "Remissammanställning: \(title)", lines: current.lines))
            }
            for (number, line) in matrix.lines.enumerated() {
                let own = chapter(line.part)
                if current?.chapter == own {
                    current?.lines.append(number)
                } else {
                    close()
                    current = (own, [number])
                }
            }
            close()
        }
        self.pages = pages
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

    /// The id of a viewpoint, the same on every page where it stands.
    func anchor(ofRow row: Int) -> String { slugs[row] }

    /// The page where a viewpoint stands in full.
    func stem(ofRow row: Int) -> String { pages[homes[row].page].stem }

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
