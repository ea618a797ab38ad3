extension TheorySources {
    package var all: [Citation] { original + newer + critical }
}

extension ResolvedCatalog {
    /// Whether a chapter, a focus area or an assignment, other than the element itself, leads to the element.
    package func isCrossReferenced(_ id: ElementID) -> Bool {
        uses(of: id).contains { use in
            guard let owner = use.owner, owner != id else { return false }
            switch self[owner].address.kind {
            case .chapter, .focusArea, .assignment: return true
            default: return false
            }
        }
    }
}
