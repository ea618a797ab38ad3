extension Chapter {
    /// Names of the typed blocks that the front matter defines, for one kind of placement.
    package func blockNames(_ kind: BlockReference.Kind) -> [String] {
        switch kind {
        case .table: tables.compactMap(\.id?.value)
        case .figure: figures.compactMap(\.id?.value)
        case .definitions: definitionLists.compactMap(\.id?.value)
        case .footnote: footnotes.compactMap(\.id?.value)
        // A chapter or focus area is a page already; placing it in another would repeat it, or itself, without end.
        case .register, .overview: ElementKind.allCases.filter { !$0.isPage }.map(\.rawValue)
        }
    }
}
