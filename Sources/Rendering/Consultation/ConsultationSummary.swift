import Comparing
import Model

/// The comparison of a consultation without its pages.
package struct ConsultationSummary: Sendable {
    private let plan: ConsultationPlan

    package init(_ consultation: ResolvedConsultation) {
        plan = ConsultationPlan(consultation)
    }

    package var json: [UInt8] { ConsultationTables(plan).json() }
    package var csv: [UInt8] { ConsultationTables(plan).matrix() }

    /// For a terminal: the numbers, then what is said of each part.
    package var text: String {
        var lines = ["Tillfrågade: \(plan.totals.respondents). Svar: \(plan.consultation.file.responses.count). Synpunkter: \(plan.totals.viewpoints)."]
        for division in plan.totals.divisions {
            let counts = division.counts.filter { $0.count > 0 }
            if !counts.isEmpty { lines.append("\(division.heading): " + counts.map { "\($0.count) \($0.value)" }.joined(separator: ", ") + ".") }
        }
        let matrix = MatrixRenderer(plan)
        for line in plan.matrix.lines {
            lines += ["", "\(plan.name(line.part).text) (\(plan.address(line.part)))"]
            lines += line.cells.keys.sorted().map { "  \(matrix.name($0)): \(matrix.text(line, column: $0))" }
        }
        let silent = plan.matrix.columns.indices.filter { matrix.response($0) == nil }.map { matrix.name($0) }
        if !silent.isEmpty { lines += ["", "Svarade inte: \(silent.joined(separator: ", "))."] }
        return lines.joined(separator: "\n") + "\n"
    }
}
