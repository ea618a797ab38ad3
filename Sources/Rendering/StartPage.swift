import Markup
import Model

/// The start page of an edition: what it holds, then what it is.
struct StartPage: Sendable {
    private let catalog: ResolvedCatalog
    private let plan: SitePlan
    private let prose: ProseRenderer
    private let downloads: [DownloadLink]

    init(_ catalog: ResolvedCatalog, _ plan: SitePlan, _ prose: ProseRenderer, _ downloads: [DownloadLink]) {
        self.downloads = downloads
        self.catalog = catalog
        self.plan = plan
        self.prose = prose
    }

    /// Facts that the page shows in another way, or that are no reader's business.
    static let unlisted: Set<String> = ["titel", "undertitel", "källhänvisningar", "läsordning", "kräver", "märkning"]
    /// A list of more parts than this is folded in groups.
    private static let groupSize = 100

    func document(_ format: Format) -> Document {
        let programme = catalog.edition.programme
        var blocks: [Block] = [.heading(level: 1, id: nil, [.text(programme.title?.value ?? catalog.edition.folder)])]
        if let subtitle = programme.subtitle { blocks.append(.paragraph([.span(class: "undertitel", [.text(subtitle.value)])])) }
        if format == .commonMark, let notice = programme.notice { blocks.append(.quote([prose.block(notice)])) }
        blocks.append(.heading(level: 2, id: "innehall-delar", [.text("Innehåll")]))
        blocks += list(0..<plan.partCount, format)
        if format == .html { blocks.append(.paragraph([.url("hela.html", [.text("Hela programmet som en sida")])])) }
        if let links = DownloadLink.paragraph("Hela programmet att hämta", downloads) { blocks.append(links) }
        blocks.append(.heading(level: 2, id: "sla-upp", [.text("Slå upp")]))
        blocks += list(plan.partCount..<plan.pages.count, format)
        let facts = ElementBlocks(prose).facts(programme.facts.filter { !Self.unlisted.contains($0.key) })
        if !facts.isEmpty { blocks += [.heading(level: 2, id: "om-dokumentet", [.text("Om dokumentet")])] + facts }
        return Document(format == .html ? [.container(element: "section", class: "sida sida-start", id: nil, label: nil, blocks)] : blocks)
    }

    private func list(_ pages: Range<Int>, _ format: Format) -> [Block] {
        let groups = stride(from: pages.lowerBound, to: pages.upperBound, by: Self.groupSize).map { $0..<min($0 + Self.groupSize, pages.upperBound) }
        return groups.flatMap { group -> [Block] in
            let ending = format == .html ? ".html" : ".md"
            // Not numbered: libcmark counts back to the first item for every number.
            let list = Block.bulletList(group.map { [.paragraph([.url(plan.pages[$0].stem + ending, [.text(plan.pages[$0].title)])])] }, tight: true)
            let columns = Block.container(element: "div", class: "delar", id: nil, label: nil, [list])
            guard groups.count > 1 else { return [format == .html ? columns : list] }
            return [.heading(level: 3, id: nil, [.text("\(group.lowerBound + 1)–\(group.upperBound)")]), format == .html ? columns : list]
        }
    }
}
