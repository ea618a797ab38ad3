import Comparing
import Diagnostics
import Model

/// The consultation for other programs: JSON and CSV.
struct ConsultationTables: Sendable {
    private let plan: ConsultationPlan
    private var consultation: ResolvedConsultation { plan.consultation }

    init(_ plan: ConsultationPlan) {
        self.plan = plan
    }

    /// Names below the consultation's folder.
    func files() -> [(path: String, bytes: [UInt8])] {
        [("sammanstallning.json", json()), ("synpunkter.csv", viewpoints()), ("jamforelse.csv", matrix())]
    }

    // MARK: CSV

    static let viewpointColumns = [
        "Remissinstans", "Typ", "Id", "Gäller", "Ankare", "Saknas i", "Hållning", "Slag", "Vikt", "Kan beslutas av", "Konsekvenser", "Citat", "Bekymmer", "Önskan",
        "Förslag till lydelse", "Utfall", "Skäl", "Finns i",
    ]

    /// The cells of a viewpoint, as `viewpointColumns` names them.
    func cells(_ row: ResolvedConsultation.Row) -> [String] {
        let viewpoint = row.viewpoint
        let respondent = consultation.respondentOfResponse[row.response].map { consultation.consultation.respondents[$0] }
        return [
            consultation.name(ofResponse: row.response), respondent?.type?.value.rawValue ?? "", viewpoint.id?.value ?? "",
            row.anchors.map { "\(consultation.consulted[$0].address)" }.joined(separator: ", "), viewpoint.anchoring.rawValue,
            row.missingIn.map { "\(consultation.consulted[$0].address)" } ?? "", viewpoint.stance?.value.rawValue ?? "", viewpoint.kindOfViewpoint?.value.rawValue ?? "",
            viewpoint.weight?.value.rawValue ?? "", viewpoint.decider?.value.rawValue ?? "", viewpoint.consequences.map(\.value.rawValue).joined(separator: ", "),
            viewpoint.quote?.value ?? "", viewpoint.concern?.document.plainLines ?? "", viewpoint.wish?.document.plainLines ?? "", viewpoint.proposal?.document.plainLines ?? "",
            row.disposition?.outcome?.value.rawValue ?? ConsultationTotals.unhandled, row.disposition?.reason?.document.plainLines ?? "",
            row.shownIn.map { "\(consultation.answering[$0].address)" }.joined(separator: ", "),
        ]
    }

    private func viewpoints() -> [UInt8] {
        var table = CSVTable(header: Self.viewpointColumns)
        for row in consultation.rows { table.append(cells(row)) }
        return table.bytes
    }

    func matrix() -> [UInt8] {
        let cells = MatrixRenderer(plan)
        let matrix = plan.matrix
        var table = CSVTable(header: ["Adress", "Slag", "Titel", "Synpunkter"] + matrix.columns.indices.map { cells.name($0) })
        for line in matrix.lines {
            table.append([plan.address(line.part), plan.kind(line.part), plan.name(line.part).text, "\(line.rows.count)"] + matrix.columns.indices.map { cells.text(line, column: $0) })
        }
        return table.bytes
    }

    // MARK: JSON

    func json() -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(consultation.rows.count * 900 + 10_000)
        func members(_ pairs: [(String, JSONValue?)]) -> JSONValue { .object(pairs.compactMap { key, value in value.map { (key, $0) } }) }
        func text(_ text: String?) -> JSONValue? { text.flatMap { $0.isEmpty ? nil : .string($0) } }
        func list(_ texts: [String]) -> JSONValue? { texts.isEmpty ? nil : .array(texts.map { .string($0) }) }
        let counts = Dictionary(consultation.rows.map { ($0.response, 1) }, uniquingKeysWith: +)
        let respondents = plan.matrix.columns.map { column -> JSONValue in
            let (respondent, response): (Respondent?, Int?) =
                switch column {
                case .respondent(let index): (consultation.consultation.respondents[index], consultation.responseOfRespondent[index])
                case .unasked(let response): (nil, response)
                }
            let given = response.map { consultation.file.responses[$0].response }
            return members([
                ("id", text(respondent?.id?.value ?? given?.respondent?.value)), ("namn", text(respondent?.name?.value ?? response.map { consultation.name(ofResponse: $0) })),
                ("typ", text(respondent?.type?.value.rawValue)), ("svarsläge", text(respondent?.answer?.value.rawValue)), ("hållning", text(given?.stance?.value.rawValue)),
                ("behandlingsläge", text(given?.handling?.value.rawValue)), ("synpunkter", .integer(response.flatMap { counts[$0] } ?? 0)),
            ])
        }
        let order = consultation.consulted.readingOrder
        let parts = plan.matrix.lines.map { line -> JSONValue in
            let stances = MatrixRenderer(plan).stances(line.rows)
            let chapter = plan.name(line.part).id.flatMap { plan.partOfElement[$0.index] }.map { "\(consultation.consulted[order[$0]].address)" }
            return members([
                ("adress", text(plan.address(line.part))), ("titel", text(plan.name(line.part).text)), ("slag", text(plan.kind(line.part))), ("kapitel", text(chapter)),
                ("synpunkter", .integer(line.rows.count)), ("ställning", .object(stances.map { ($0.stance.rawValue, .integer($0.count)) })),
            ])
        }
        var totals: [(String, JSONValue)] = [("remissinstanser", .integer(plan.totals.respondents)), ("synpunkter", .integer(plan.totals.viewpoints))]
        totals += plan.totals.divisions.map { division in (division.key, .object(division.counts.map { ($0.value, .integer($0.count)) })) }
        func write(_ name: String, _ value: JSONValue, last: Bool = false) {
            bytes += "  \"\(name)\": ".utf8
            value.write(to: &bytes, indent: 1)
            bytes += (last ? "\n" : ",\n").utf8
        }
        bytes += "{\n".utf8
        write("format", .string("styrdok-sammanställning"))
        write("version", .integer(1))
        write("remiss", .string(consultation.file.folder))
        write("totaler", .object(totals))
        write("remissinstanser", .array(respondents))
        write("delar", .array(parts))
        // Row by row: fifty thousand of them are never held as values together.
        bytes += "  \"synpunkter\": [".utf8
        for (number, row) in consultation.rows.enumerated() {
            let viewpoint = row.viewpoint
            let respondent = consultation.respondentOfResponse[row.response].flatMap { consultation.consultation.respondents[$0].id?.value }
            bytes += (number > 0 ? ",\n    " : "\n    ").utf8
            members([
                ("remissinstans", text(respondent ?? consultation.file.responses[row.response].response.respondent?.value)), ("id", text(viewpoint.id?.value)),
                ("gäller", .array(row.anchors.map { .string("\(consultation.consulted[$0].address)") })), ("ankare", text(viewpoint.anchoring.rawValue)),
                ("saknas-i", text(row.missingIn.map { "\(consultation.consulted[$0].address)" })), ("hållning", text(viewpoint.stance?.value.rawValue)),
                ("slag", text(viewpoint.kindOfViewpoint?.value.rawValue)), ("vikt", text(viewpoint.weight?.value.rawValue)), ("beslutas-av", text(viewpoint.decider?.value.rawValue)),
                ("konsekvenser", list(viewpoint.consequences.map(\.value.rawValue))), ("citat", text(viewpoint.quote?.value)), ("bekymmer", text(viewpoint.concern?.document.plainLines)),
                ("önskan", text(viewpoint.wish?.document.plainLines)), ("förslag", text(viewpoint.proposal?.document.plainLines)), ("utfall", text(row.disposition?.outcome?.value.rawValue)),
                ("skäl", text(row.disposition?.reason?.document.plainLines)), ("finns-i", list(row.shownIn.map { "\(consultation.answering[$0].address)" })),
            ]).write(to: &bytes, indent: 2)
        }
        bytes += (consultation.rows.isEmpty ? "]\n}\n" : "\n  ]\n}\n").utf8
        return bytes
    }
}

/// A table as Swedish Excel opens it without asking: UTF-8 with a mark of it, semicolons, CRLF.
private struct CSVTable {
    private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

    init(header: [String]) { append(header) }

    mutating func append(_ cells: [String]) {
        for (number, cell) in cells.enumerated() {
            if number > 0 { bytes.append(UInt8(ascii: ";")) }
            // What a spreadsheet would take for a formula is made text.
            let text = SpreadsheetText.inert(cell)
            let isPlain = !text.utf8.contains { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "\"") || $0 == 10 || $0 == 13 }
            if isPlain {
                bytes += text.utf8
            } else {
                bytes.append(UInt8(ascii: "\""))
                for byte in text.utf8 {
                    if byte == UInt8(ascii: "\"") { bytes.append(byte) }
                    bytes.append(byte)
                }
                bytes.append(UInt8(ascii: "\""))
            }
        }
        bytes += [13, 10]
    }
}

enum SpreadsheetText {
    /// With an apostrophe before what a spreadsheet would reckon.
    static func inert(_ text: String) -> String {
        guard let first = text.utf8.first, "=+-@\t\r".utf8.contains(first) else { return text }
        return "'" + text
    }
}
