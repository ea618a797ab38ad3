/// What rests on a theory, link by link: the working methods that name it, the focus areas that use them, the goals that
/// the areas say they contribute to. Each list is in reading order and without repetition.
package struct TheoryChain: Sendable {
    package let theory: ElementID
    package let methods: [ElementID]
    /// By method; no entry for a method that no area uses.
    package let areasOfMethods: [ElementID: [ElementID]]
    /// The areas that use the theory by no method of their own.
    package let directAreas: [ElementID]
    /// By area; no entry for an area whose purpose leads to no goal.
    package let goalsOfAreas: [ElementID: [ElementID]]

    /// Every area reached, by methods or not.
    package var areas: [ElementID] { Set(areasOfMethods.values.joined() + directAreas).sorted() }
    package var goals: [ElementID] { Set(goalsOfAreas.values.joined()).sorted() }
}

extension ResolvedCatalog {
    /// The chain of each theory, in the order of the register. Methods and areas may name each other from either side.
    package var theoryChains: [TheoryChain] {
        var methodsOfTheory: [ElementID: Set<ElementID>] = [:]
        var areasOfMethod: [ElementID: Set<ElementID>] = [:]
        var areasOfTheory: [ElementID: Set<ElementID>] = [:]
        var goalsOfArea: [ElementID: Set<ElementID>] = [:]
        for (id, _, method) in all(WorkingMethod.self) {
            for theory in method.theories.compactMap({ element(of: $0) }) { methodsOfTheory[theory, default: []].insert(id) }
            for area in method.areas.compactMap({ element(of: $0) }) { areasOfMethod[id, default: []].insert(area) }
        }
        for (id, _, area) in all(FocusArea.self) {
            for method in area.workingMethods.compactMap({ element(of: $0) }) { areasOfMethod[method, default: []].insert(id) }
            for theory in area.theories.compactMap({ element(of: $0) }) { areasOfTheory[theory, default: []].insert(id) }
            // An area has no field for its goals: its purpose says, by links, what it contributes to.
            if let purpose = area.purpose { goalsOfArea[id] = Set(elements(Goal.self, linkedIn: purpose)) }
        }
        return all(Theory.self).map { id, _, theory in
            let methods = (methodsOfTheory[id] ?? []).sorted()
            let areasOfMethods = methods.reduce(into: [ElementID: [ElementID]]()) { $0[$1] = areasOfMethod[$1]?.sorted() }
            let using = (areasOfTheory[id] ?? []).union(theory.areas.compactMap { element(of: $0) })
            let direct = using.subtracting(areasOfMethods.values.joined())
            let areas = Set(areasOfMethods.values.joined()).union(direct)
            let goals = areas.reduce(into: [ElementID: [ElementID]]()) { result, area in
                if let goals = goalsOfArea[area], !goals.isEmpty { result[area] = goals.sorted() }
            }
            return TheoryChain(theory: id, methods: methods, areasOfMethods: areasOfMethods, directAreas: direct.sorted(), goalsOfAreas: goals)
        }
    }

    /// The elements of one kind that a text links to, in its order.
    package func elements<Content: ElementContent>(_ type: Content.Type, linkedIn prose: Prose) -> [ElementID] {
        prose.document.outline.links.indices.compactMap { index in
            guard case .element(let id)? = target(of: prose.site(ofLink: index)), self[id].address.kind == type.elementKind else { return nil }
            return id
        }
    }
}
