import CXlsxWriter
import Comparing
import Foundation
import Model

/// The consultation as an Excel workbook. Every cell is text or a whole number, never a formula.
struct ConsultationWorkbook: Sendable {
    private let plan: ConsultationPlan
    private var consultation: ResolvedConsultation { plan.consultation }

    init(_ plan: ConsultationPlan) {
        self.plan = plan
    }

    /// The library writes files only; the file is read and taken away at once.
    func bytes() -> [UInt8] {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("styrdok-\(UUID().uuidString).xlsx").path
        defer { unlink(path) }
        // Rows are written out as they are finished, so that the size of a consultation doesn't show in the memory.
        var options = lxw_workbook_options(constant_memory: 1, tmpdir: nil, use_zip64: 0)
        guard let book = workbook_new_opt(path, &options) else { return [] }
        var properties = lxw_doc_properties()
        // The day of the content and not of the machine: the same content gives the same bytes.
        properties.created = 946_684_800
        workbook_set_properties(book, &properties)
        let sheet = Sheet(book)
        totals(sheet)
        matrix(sheet)
        viewpoints(sheet)
        respondents(sheet)
        guard workbook_close(book) == LXW_NO_ERROR, let data = FileManager.default.contents(atPath: path) else { return [] }
        return Array(data)
    }

    private func totals(_ sheet: Sheet) {
        sheet.begin("Totaler", ["Uppgift", "Värde", "Antal"], widths: [28, 48, 10])
        sheet.row(["Remissinstanser", "", plan.totals.respondents])
        sheet.row(["Synpunkter", "", plan.totals.viewpoints])
        for division in plan.totals.divisions {
            for count in division.counts { sheet.row([division.heading, count.value, count.count]) }
        }
        sheet.end()
    }

    private func matrix(_ sheet: Sheet) {
        let cells = MatrixRenderer(plan)
        let matrix = plan.matrix
        sheet.begin("Matris", ["Adress", "Slag", "Titel", "Synpunkter"] + matrix.columns.indices.map { cells.name($0) }, widths: [30, 14, 40, 11] + matrix.columns.map { _ in 18 }, frozenColumns: 3)
        for line in matrix.lines {
            sheet.row(
                [plan.address(line.part), plan.kind(line.part), plan.name(line.part).text, line.rows.count]
                    + matrix.columns.indices.map { column -> any CustomStringConvertible in cells.text(line, column: column) })
        }
        sheet.end()
    }

    private func viewpoints(_ sheet: Sheet) {
        let tables = ConsultationTables(plan)
        sheet.begin(
            "Synpunkter", ConsultationTables.viewpointColumns, widths: [30, 16, 14, 26, 10, 22, 18, 18, 12, 16, 18, 24, 50, 50, 50, 18, 50, 30])
        for row in consultation.rows { sheet.row(tables.cells(row)) }
        sheet.end()
    }

    private func respondents(_ sheet: Sheet) {
        let cells = MatrixRenderer(plan)
        let counts = Dictionary(consultation.rows.map { ($0.response, 1) }, uniquingKeysWith: +)
        sheet.begin("Remissinstanser", ["Id", "Namn", "Typ", "Svarsläge", "Hållning", "Behandlingsläge", "Synpunkter"], widths: [26, 40, 18, 14, 44, 18, 11])
        for column in plan.matrix.columns.indices {
            var respondent: Respondent?
            if case .respondent(let index) = plan.matrix.columns[column] { respondent = consultation.consultation.respondents[index] }
            let response = cells.response(column)
            let given = response.map { consultation.file.responses[$0].response }
            sheet.row([
                cells.id(column), cells.name(column), respondent?.type?.value.rawValue ?? "", respondent?.answer?.value.rawValue ?? "inte tillfrågad",
                given?.stance?.value.rawValue ?? "svarade inte", given?.handling?.value.rawValue ?? "", response.flatMap { counts[$0] } ?? 0,
            ])
        }
        sheet.end()
    }
}

/// Writes the sheets of a workbook one after another.
private final class Sheet {
    private let book: UnsafeMutablePointer<lxw_workbook>
    private var sheet: UnsafeMutablePointer<lxw_worksheet>?
    private let wrapped: UnsafeMutablePointer<lxw_format>?
    private let heading: UnsafeMutablePointer<lxw_format>?
    private var row: UInt32 = 0
    private var columns: UInt16 = 0

    /// A cell holds no more; a text that is longer says so at its end.
    private static let mostCharacters = 32_767

    init(_ book: UnsafeMutablePointer<lxw_workbook>) {
        self.book = book
        wrapped = workbook_add_format(book)
        format_set_text_wrap(wrapped)
        format_set_align(wrapped, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        heading = workbook_add_format(book)
        format_set_bold(heading)
        format_set_text_wrap(heading)
        format_set_bottom(heading, UInt8(LXW_BORDER_THIN.rawValue))
    }

    func begin(_ name: String, _ header: [String], widths: [Double], frozenColumns: UInt16 = 0) {
        sheet = workbook_add_worksheet(book, name)
        row = 0
        columns = UInt16(header.count)
        for (column, width) in widths.enumerated() { worksheet_set_column(sheet, UInt16(column), UInt16(column), width, nil) }
        worksheet_freeze_panes(sheet, 1, frozenColumns)
        for (column, text) in header.enumerated() { worksheet_write_string(sheet, 0, UInt16(column), text, heading) }
        row = 1
    }

    func row(_ cells: [any CustomStringConvertible]) {
        for (column, cell) in cells.enumerated() {
            if let number = cell as? Int {
                worksheet_write_number(sheet, row, UInt16(column), Double(number), wrapped)
            } else {
                write(cell.description, column)
            }
        }
        row += 1
    }

    private func write(_ text: String, _ column: Int) {
        guard !text.isEmpty else { return }
        // Excel counts in UTF-16.
        if text.utf16.count > Self.mostCharacters {
            let end = " … (resten står i sammanställningen)"
            worksheet_write_string(sheet, row, UInt16(column), String(decoding: Array(text.utf16.prefix(Self.mostCharacters - end.utf16.count)), as: UTF16.self) + end, wrapped)
        } else {
            worksheet_write_string(sheet, row, UInt16(column), text, wrapped)
        }
    }

    func end() {
        worksheet_autofilter(sheet, 0, 0, max(1, row - 1), columns - 1)
    }
}
