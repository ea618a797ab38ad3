import Markup

extension ResolvedCatalog {
    /// What a reader reads of an element: its title, its facts and its prose, without markup.
    package func plainText(of id: ElementID) -> [String] {
        let element = self[id]
        return [element.title.value] + element.content.facts.flatMap { plainText($0.value) } + (element.body.map { [$0.document.plainText] } ?? [])
    }

    private func plainText(_ value: FactValue) -> [String] {
        switch value {
        case .text(let text): [text]
        case .prose(let prose): [prose.document.plainText]
        case .link(let site): if case .element(let id)? = target(of: site) { [self[id].title.value] } else { [] }
        case .citation: []
        case .list(let items): items.flatMap { plainText($0) }
        case .record(let facts): facts.flatMap { plainText($0.value) }
        }
    }
}
