extension Role {
    /// Whether it is somebody that the city can't bind.
    package var isExternal: Bool { level?.value == .external || kindOfRole?.value == .externalParty }
}

extension ResolvedCatalog {
    /// The element that a typed link leads to, with its fields.
    package func content<Content: ElementContent>(of link: Link<Content>) -> (id: ElementID, element: Element, content: Content)? {
        guard let id = element(of: link), let content = self[id].content as? Content else { return nil }
        return (id, self[id], content)
    }

    package func content<Content: ElementContent>(_ type: Content.Type, at address: Address) -> (id: ElementID, element: Element, content: Content)? {
        guard let id = elementsByAddress[address], let content = self[id].content as? Content else { return nil }
        return (id, self[id], content)
    }

    /// The roles that bear at least one assignment, of one kind when it is given.
    package func bearers(of kind: AssignmentKind? = nil) -> Set<ElementID> {
        Set(
            all(Assignment.self).lazy.filter { kind == nil || $0.content.kindOfAssignment?.value == kind }
                .flatMap { $0.content.bearers.compactMap { self.element(of: $0) } })
    }

    /// Whether the city bears it; a post for somebody else's matter lies outside the city's own planning.
    package func isOwn(_ assignment: Assignment) -> Bool {
        assignment.bearers.isEmpty || assignment.bearers.contains { content(of: $0).map { !$0.content.isExternal } ?? true }
    }

    /// The functions that bear a coordination assignment: the coordinators.
    package var coordinators: [(id: ElementID, element: Element, content: Role)] {
        let bearing = bearers(of: .coordination)
        return all(Role.self).filter { bearing.contains($0.id) && $0.content.kindOfRole?.value == .function }
    }
}
