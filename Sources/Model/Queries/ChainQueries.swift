extension ResolvedCatalog {
    /// The measures that say they answer a cause, by cause.
    package var measuresByProblem: [ElementID: [ElementID]] {
        var result: [ElementID: [ElementID]] = [:]
        for (id, _, measure) in all(Measure.self) {
            for problem in measure.problems {
                if let cause = element(of: problem) { result[cause, default: []].append(id) }
            }
        }
        return result
    }

    /// The working methods of a focus area, whichever of the two names the other.
    package func workingMethods(of area: ElementID, _ content: FocusArea) -> [WorkingMethod] {
        let named = Set(content.workingMethods.compactMap { element(of: $0) })
        return all(WorkingMethod.self).filter { method in
            named.contains(method.id) || method.content.areas.contains { element(of: $0) == area }
        }.map(\.content)
    }
}
