import Model

/// What each respondent says of each part of the programme: parts in reading order, respondents in the order of their
/// list. Only parts that somebody says something of are there.
package struct ResponseMatrix: Sendable {
    /// What a viewpoint is about.
    package enum Part: Hashable, Sendable {
        case whole
        case element(ElementID)
        /// Something that is missing, and would belong in the element.
        case missing(ElementID?)
    }

    package struct Line: Sendable {
        package let part: Part
        /// Numbers of the viewpoints in the consultation's rows, in their order. A viewpoint on several elements stands in
        /// each of their lines.
        package let rows: [Int]
        /// The same by column, only the columns that have any.
        package let cells: [Int: [Int]]
    }

    /// A respondent of the list, or a response from one that was not asked.
    package enum Column: Hashable, Sendable {
        case respondent(Int)
        case unasked(response: Int)
    }

    package let columns: [Column]
    package let lines: [Line]

    package init(_ consultation: ResolvedConsultation) {
        let asked = consultation.consultation.respondents.indices.map { Column.respondent($0) }
        let unasked = consultation.respondentOfResponse.indices.filter { consultation.respondentOfResponse[$0] == nil }
        columns = asked + unasked.map { .unasked(response: $0) }
        var columnOfResponse = consultation.respondentOfResponse.map { $0 ?? 0 }
        for (number, response) in unasked.enumerated() { columnOfResponse[response] = asked.count + number }
        var rowsOfPart: [Part: [Int]] = [:]
        for (number, row) in consultation.rows.enumerated() {
            for part in Self.parts(row) { rowsOfPart[part, default: []].append(number) }
        }
        let places = consultation.consulted.partOfElement
        let order = consultation.consulted.readingOrder
        /// The whole first, then by part: the part itself, what stands in it, what is missing there.
        func place(_ part: Part) -> (Int, Int, Int) {
            switch part {
            case .whole: return (-1, 0, 0)
            case .element(let id):
                let chapter = places[id.index] ?? order.count
                return (chapter, chapter < order.count && order[chapter] == id ? 0 : 1, id.index)
            case .missing(let id): return (id.flatMap { places[$0.index] } ?? order.count, 2, id?.index ?? Int.max)
            }
        }
        lines = rowsOfPart.map { part, rows in (place(part), part, rows) }.sorted { $0.0 < $1.0 }.map { _, part, rows in
            Line(part: part, rows: rows, cells: Dictionary(grouping: rows) { columnOfResponse[consultation.rows[$0].response] })
        }
    }

    /// Where a viewpoint is counted.
    package static func parts(_ row: ResolvedConsultation.Row) -> [Part] {
        switch row.viewpoint.anchoring {
        case .whole: [.whole]
        case .missing: [.missing(row.missingIn)]
        case .element: row.anchors.map { .element($0) }
        }
    }
}

/// Viewpoints counted by a controlled value, in the order of the values.
package struct ValueCount: Sendable, Equatable {
    package let value: String
    package let count: Int

    package init(_ value: String, _ count: Int) {
        self.value = value
        self.count = count
    }

    /// How many of the items have each value, nought included; those without one last under `missing`, when there is such
    /// a name.
    package static func all<Item, Value: ControlledValue & Hashable>(
        _ items: some Sequence<Item>, by value: (Item) -> Value?, missing: String? = nil
    ) -> [ValueCount] {
        var counts: [Value: Int] = [:]
        var others = 0
        for item in items { if let value = value(item) { counts[value, default: 0] += 1 } else { others += 1 } }
        return Value.allCases.map { ValueCount($0.rawValue, counts[$0] ?? 0) } + (missing.map { [ValueCount($0, others)] } ?? [])
    }
}

/// The numbers of a consultation; every output takes them from here.
package struct ConsultationTotals: Sendable {
    package let respondents: Int
    package let viewpoints: Int
    /// Key, heading and counts of each division.
    package let divisions: [(key: String, heading: String, counts: [ValueCount])]

    package static let unstated = "ej angiven"
    package static let unhandled = "ohanterad"

    package init(_ consultation: ResolvedConsultation) {
        respondents = consultation.consultation.respondents.count
        viewpoints = consultation.rows.count
        let responses = consultation.file.responses.map(\.response)
        let viewpoints = consultation.rows.map(\.viewpoint)
        divisions = [
            ("svarsläge", "Svar", ValueCount.all(consultation.consultation.respondents) { $0.answer?.value }),
            ("hållning", "Hållning till helheten", ValueCount.all(responses) { $0.stance?.value }),
            ("behandlingsläge", "Behandlingsläge", ValueCount.all(responses) { $0.handling?.value }),
            ("ställning", "Synpunkternas hållning", ValueCount.all(viewpoints) { $0.stance?.value }),
            ("slag", "Synpunkternas slag", ValueCount.all(viewpoints) { $0.kindOfViewpoint?.value }),
            ("vikt", "Synpunkternas vikt", ValueCount.all(viewpoints, by: { $0.weight?.value }, missing: Self.unstated)),
            ("ankare", "Vad synpunkterna gäller", ValueCount.all(viewpoints) { $0.anchoring }),
            ("utfall", "Utfall", ValueCount.all(consultation.rows, by: { $0.disposition?.outcome?.value }, missing: Self.unhandled)),
        ]
    }
}
