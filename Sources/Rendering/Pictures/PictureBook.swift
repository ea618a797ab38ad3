import Markup
import Model

/// Lays diagrams out: all of them or, when it can't, none.
package typealias GraphLayout = @Sendable ([Diagram]) -> [DiagramLayout]?

/// The pictures of one edition, made from its models and laid out, by what they show.
package final class PictureBook: Sendable {
    /// More pictures of one kind than this make a page heavy and help nobody.
    package static let mostPictures = 40

    let chains: [TheoryChain]
    let theories: [ElementID: Picture]
    let escalations: [ElementID: Picture]
    /// One for each level.
    let responsibilities: [Picture]
    private let layouts: [String: DiagramLayout]

    private init(_ plan: PicturePlan, _ layouts: [String: DiagramLayout]) {
        chains = plan.chains
        theories = plan.theories
        escalations = plan.escalations
        responsibilities = plan.responsibilities
        self.layouts = layouts
    }

    func layout(_ picture: Picture) -> DiagramLayout? { layouts[picture.id] }

    func block(_ picture: Picture) -> Block { picture.block(layout(picture)) }

    /// The books of all editions: Graphviz is asked once for everything, since starting it takes longer than a picture.
    static func all(_ editions: [(catalog: ResolvedCatalog, plan: SitePlan)], _ layOut: GraphLayout) -> [PictureBook] {
        let plans = editions.map { PicturePlan($0.catalog, $0.plan) }
        let drawn = plans.map(\.drawn)
        let diagrams = drawn.joined().map(\.diagram)
        guard !diagrams.isEmpty, var layouts = layOut(diagrams)?[...] else { return plans.map { PictureBook($0, [:]) } }
        return zip(plans, drawn).map { plan, pictures in
            let own = layouts.prefix(pictures.count)
            layouts = layouts.dropFirst(pictures.count)
            return PictureBook(plan, Dictionary(zip(pictures.map(\.id), own)) { first, _ in first })
        }
    }
}

/// Which pictures an edition has.
private struct PicturePlan {
    let chains: [TheoryChain]
    let theories: [ElementID: Picture]
    let escalations: [ElementID: Picture]
    let responsibilities: [Picture]

    init(_ catalog: ResolvedCatalog, _ plan: SitePlan) {
        chains = catalog.theoryChains
        theories = Dictionary(uniqueKeysWithValues: chains.map { ($0.theory, .theory($0, catalog, plan)) })
        escalations = Dictionary(uniqueKeysWithValues: catalog.all(EscalationPath.self).map { ($0.id, .escalation($0.id, $0.content, catalog, plan)) })
        responsibilities = Picture.responsibilities(catalog, plan)
    }

    /// In an order of their own, so that Graphviz is always asked the same.
    var drawn: [Picture] {
        let kinds = [theories, escalations].map { kind in kind.sorted { $0.key < $1.key }.map(\.value) } + [responsibilities]
        return kinds.filter { $0.count <= PictureBook.mostPictures }.joined().filter { !$0.diagram.isTooLarge && !$0.diagram.arrows.isEmpty }
    }
}
