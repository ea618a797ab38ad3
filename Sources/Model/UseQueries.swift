extension TheorySources {
    package var all: [Citation] { original + newer + critical }
}

extension ResolvedCatalog {
    /// Whether the element's own prose cites a source.
    package func isCitedInBody(_ element: Element) -> Bool {
        guard let body = element.body else { return false }
        return body.document.outline.citations.indices.contains { index in
            body.sites(ofCitation: index).contains { target(of: $0) != nil }
        }
    }

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

    /// The site in the requirement profile that demands the element, if one does.
    package func demand(for id: ElementID) -> SiteID? {
        let required = edition.programme.required
        let sites = (required?.theories.map(\.site) ?? []) + (required?.steeringDocuments.map(\.site) ?? [])
        return sites.first { target(of: $0) == .element(id) }
    }
}
