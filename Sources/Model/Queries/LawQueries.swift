import Diagnostics

/// Whether a document applies on a day.
package enum Validity: Sendable {
    case applies
    /// It had begun by no day that is known.
    case notYet
    case lapsed
}

extension SteeringDocument {
    /// Nil days judge by the status alone.
    package func validity(on day: PartialDate?) -> Validity {
        guard let day else { return isOver ? .lapsed : .applies }
        if let from = from?.value.date, day < from { return .notYet }
        if let until = until?.value { return until.isBefore(day) ? .lapsed : .applies }
        // A status says how it stood on its own day.
        if isOver, let asOf = statusAsOf?.value { return day < asOf ? .applies : .lapsed }
        return isOver ? .lapsed : .applies
    }

    private var isOver: Bool { status?.value == .replaced || status?.value == .expired }
}

extension PartialDate {
    /// Whether all of it lies before the day: `2023` ends with December.
    package func isBefore(_ day: PartialDate) -> Bool {
        if year != day.year { return year < day.year }
        guard let month, let other = day.month else { return false }
        if month != other { return month < other }
        guard let number = self.day, let otherNumber = day.day else { return false }
        return number < otherNumber
    }

    /// Whole years from this date to a later one.
    package func years(until later: PartialDate) -> Int {
        let isEarlierInYear = (later.month ?? 1, later.day ?? 1) < (month ?? 1, day ?? 1)
        return later.year - year - (isEarlierInYear ? 1 : 0)
    }
}

extension ResolvedCatalog {
    /// The steering documents that a text links to.
    package func documents(linkedIn prose: Prose) -> [(id: ElementID, document: SteeringDocument)] {
        prose.document.outline.links.indices.compactMap { index in
            guard case .element(let id)? = target(of: prose.site(ofLink: index)), let document = self[id].content as? SteeringDocument else { return nil }
            return (id, document)
        }
    }
}
