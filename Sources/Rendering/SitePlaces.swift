import Diagnostics
import Model

/// Where in the built pages the places of the content show.
package struct SitePlaces: Sendable {
    /// A file of the output, and the same with an anchor.
    package struct Place: Sendable, Equatable {
        package let path: String
        package let href: String

        fileprivate init(path: String, anchor: String? = nil) {
            self.path = path
            href = anchor.map { "\(path)#\($0)" } ?? path
        }
    }

    private let editions: [(catalog: ResolvedCatalog, plan: SitePlan)]
    private let consultations: [ResolvedConsultation]
    private let map: SourceMap

    package init(editions: [ResolvedCatalog], consultations: [ResolvedConsultation], map: SourceMap) {
        self.editions = editions.map { ($0, SitePlan($0)) }
        self.consultations = consultations
        self.map = map
    }

    /// Where an element of edition number `edition` stands in full.
    package func place(of id: ElementID, inEdition edition: Int) -> Place {
        let (catalog, plan) = editions[edition]
        return Place(path: Self.path(of: id, catalog, plan), anchor: plan.isWholePage(id) ? nil : catalog[id].address.anchor)
    }

    /// Where a byte of a file shows; nil for what shows on no page.
    package func place(of offset: Int, in file: FileID) -> Place? {
        if let (catalog, plan) = editions.first(where: { $0.catalog.edition.files.contains(file) }) { return place(of: offset, in: file, catalog, plan) }
        let path = map[file].path
        guard let consultation = consultations.first(where: { path.hasPrefix("remisser/\($0.file.folder)/") }) else { return nil }
        return Place(path: "remisser/\(consultation.file.folder)/" + (path.hasSuffix("hantering.yaml") ? "sammanstallning.html" : "index.html"))
    }

    private func place(of offset: Int, in file: FileID, _ catalog: ResolvedCatalog, _ plan: SitePlan) -> Place {
        let own = catalog.elementIDs.filter { catalog[$0].range.file == file }
        // A register holds many: the last that begins before the place.
        guard let id = own.last(where: { Int(catalog[$0].range.lower) <= offset }) ?? own.first else {
            return Place(path: "\(catalog.edition.folder)/index.html")
        }
        let element = catalog[id]
        guard plan.isWholePage(id) else { return Place(path: Self.path(of: id, catalog, plan), anchor: element.address.anchor) }
        let headings = element.body?.document.outline.headings ?? []
        let ids = Anchors.headingIDs(headings.map(\.text), prefix: element.address.anchor)
        return Place(path: Self.path(of: id, catalog, plan), anchor: headings.lastIndex { $0.range.lowerBound <= offset }.map { ids[$0] })
    }

    private static func path(of id: ElementID, _ catalog: ResolvedCatalog, _ plan: SitePlan) -> String {
        "\(catalog.edition.folder)/\(plan.stem(of: id)).html"
    }
}
