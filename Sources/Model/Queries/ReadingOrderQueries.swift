extension ResolvedCatalog {
    /// The parts in reading order.
    package var readingOrder: [ElementID] { edition.programme.readingOrder.compactMap { element(of: $0) } }

    /// The kinds whose registers a part places, as `<register:teori>` does.
    package func placedRegisters(in id: ElementID) -> [ElementKind] {
        guard let body = self[id].body else { return [] }
        return body.document.outline.placements.compactMap { placement in
            guard case .block(let block)? = target(of: body.site(ofLink: placement.linkIndex)), block.kind == .register else { return nil }
            return ElementKind(rawValue: block.name)
        }
    }

    /// For each element the place in the reading order of the part where it stands in full: its own, or that of the first
    /// part that places its register; nil for what stands in the appendix only.
    package var partOfElement: [Int?] {
        let order = readingOrder
        var own: [Int?] = Array(repeating: nil, count: edition.elements.count)
        var byKind: [ElementKind: Int] = [:]
        for (number, id) in order.enumerated() {
            own[id.index] = number
            for kind in placedRegisters(in: id) where byKind[kind] == nil { byKind[kind] = number }
        }
        return edition.elements.indices.map { own[$0] ?? byKind[edition.elements[$0].address.kind] }
    }
}
