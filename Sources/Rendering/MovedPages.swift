import Markup
import Model

/// What keeps links from elsewhere alive when an element gets a new address: its old anchors, and a page where a page was.
struct MovedPages: Sendable {
    private let catalog: ResolvedCatalog
    private let plan: SitePlan

    init(_ catalog: ResolvedCatalog, _ plan: SitePlan) {
        self.catalog = catalog
        self.plan = plan
    }

    /// Anchors that the element had before; none that another element has now.
    static func anchors(of id: ElementID, in catalog: ResolvedCatalog) -> [String] {
        let former = catalog[id].formerAddresses
        guard !former.isEmpty else { return [] }
        return former.compactMap { Address($0.value) }.filter { catalog.elementsByAddress[$0] == nil }.map(\.anchor)
    }

    /// The same, to stand in the element's heading.
    static func marks(of id: ElementID, in catalog: ResolvedCatalog) -> [Inline] {
        anchors(of: id, in: catalog).map { .ready(html: Array("<a id=\"\($0)\"></a>".utf8), commonMark: []) }
    }

    /// A page that leads on, for each that was at another place.
    func files() -> [RenderedFile] {
        let taken = Set(plan.pages.map(\.stem))
        return catalog.elementIDs.filter { plan.isWholePage($0) }.flatMap { id in
            Self.anchors(of: id, in: catalog).filter { !taken.contains($0) }.map { file(at: $0, leadingTo: id) }
        }
    }

    private func file(at stem: String, leadingTo id: ElementID) -> RenderedFile {
        let target = plan.stem(of: id) + ".html"
        let title = String(decoding: HTMLText.escaped(catalog[id].title.value), as: UTF8.self)
        let page = """
            <!DOCTYPE html>
            <html lang="sv">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'">
            <meta http-equiv="refresh" content="0; url=\(target)">
            <link rel="canonical" href="\(target)">
            <link rel="stylesheet" href="../stil.css">
            <title>Sidan har bytt namn</title>
            </head>
            <body>
            <main class="stomme">
            <h1>Sidan har bytt namn</h1>
            <p>Den heter nu <a href="\(target)">\(title)</a>.</p>
            </main>
            </body>
            </html>

            """
        return RenderedFile(path: "\(catalog.edition.folder)/\(stem).html", bytes: Array(page.utf8))
    }
}
