import Comparing
import Markup
import Model

/// The comparison: parts down, respondents across. Written as bytes, since a consultation of five hundred has a hundred
/// thousand cells.
struct MatrixRenderer: Sendable {
    private let plan: ConsultationPlan
    private var consultation: ResolvedConsultation { plan.consultation }
    private var matrix: ResponseMatrix { plan.matrix }

    init(_ plan: ConsultationPlan) {
        self.plan = plan
    }

    /// More cells than this make a page that a browser is slow to open.
    private static let mostCells = 30_000

    /// One page, or one for each page of the compilation and a list of them. None when nobody was asked.
    func pages() -> [(stem: String, title: String, content: PageContent)] {
        guard !matrix.columns.isEmpty else { return [] }
        let title = "Jämförelse av svaren"
        guard matrix.lines.count * matrix.columns.count > Self.mostCells, plan.pages.count > 1 else {
            return [("jamforelse", title, content(title, Array(matrix.lines.indices)))]
        }
        let parts = plan.pages.map { page in
            let name = page.stem.replacing("sammanstallning-", with: "")
            return (stem: "jamforelse-\(name)", title: page.title.replacing("Remissammanställning", with: "Jämförelse"), lines: page.lines)
        }
        let list = Document([
            .heading(level: 1, id: nil, [.text(title)]),
            .paragraph([.text("Svaren är många. De jämförs kapitel för kapitel; hela jämförelsen på en gång finns i tabellerna.")]),
            .bulletList(parts.map { [.paragraph([SiteLink.inline($0.stem, $0.title)])] }, tight: true),
        ])
        return [("jamforelse", title, PageContent(html: list.render(.html), commonMark: list.render(.commonMark)))]
            + parts.parallelMap { ($0.stem, $0.title, content($0.title, $0.lines)) }
    }

    private func content(_ title: String, _ lines: [Int]) -> PageContent {
        PageContent(html: html(title, lines.map { matrix.lines[$0] }), commonMark: commonMark(title, lines.map { matrix.lines[$0] }))
    }

    /// Signs stand beside the words, never instead of them.
    static func sign(_ stance: Stance) -> String {
        switch stance {
        case .supports: "✓"
        case .reservation: "≈"
        case .objects: "✗"
        case .requests: "+"
        case .neutral: "○"
        }
    }

    /// The weightiest first.
    static let order: [Stance] = [.objects, .requests, .reservation, .supports, .neutral]

    /// How many of a cell's viewpoints have each stance, the weightiest first.
    func stances(_ rows: [Int]) -> [(stance: Stance, count: Int)] {
        var counts: [Stance: Int] = [:]
        for row in rows { if let stance = consultation.rows[row].viewpoint.stance?.value { counts[stance, default: 0] += 1 } }
        return Self.order.compactMap { stance in counts[stance].map { (stance, $0) } }
    }

    /// `1 invänder, 2 önskar`; `–` when the respondent says nothing of it; `svarade inte`.
    func text(_ line: ResponseMatrix.Line, column: Int) -> String {
        guard let rows = line.cells[column] else { return answered(column) ? "–" : "svarade inte" }
        return stances(rows).map { "\($0.count) \($0.stance.rawValue)" }.joined(separator: ", ")
    }

    func response(_ column: Int) -> Int? {
        switch matrix.columns[column] {
        case .respondent(let index): consultation.responseOfRespondent[index]
        case .unasked(let response): response
        }
    }

    private func answered(_ column: Int) -> Bool { response(column) != nil }

    func name(_ column: Int) -> String {
        switch matrix.columns[column] {
        case .respondent(let index): consultation.consultation.respondents[index].name?.value ?? consultation.consultation.respondents[index].id?.value ?? ""
        case .unasked(let response): consultation.name(ofResponse: response)
        }
    }

    func id(_ column: Int) -> String {
        switch matrix.columns[column] {
        case .respondent(let index): consultation.consultation.respondents[index].id?.value ?? ""
        case .unasked(let response): consultation.file.responses[response].response.respondent?.value ?? plan.slug(response)
        }
    }

    private func type(_ column: Int) -> String {
        if case .respondent(let index) = matrix.columns[column] { consultation.consultation.respondents[index].type?.value.rawValue ?? "" } else { "" }
    }

    private func html(_ title: String, _ lines: [ResponseMatrix.Line]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(lines.count * matrix.columns.count * 60 + 4_000)
        output += "<section class=\"sida sida-jamforelse\">\n<h1>".utf8 + HTMLText.escaped(title) + "</h1>\n".utf8
        output += "<p>Raderna är programmets delar, kolumnerna remissinstanserna. Varje ruta leder till orden bakom. Att inte svara är inte att tillstyrka.</p>\n".utf8
        output += "<p class=\"teckenforklaring\">".utf8
        output += Self.order.map { "<span class=\"cell-\(Anchors.slug($0.rawValue))\"><span aria-hidden=\"true\">\(Self.sign($0))</span> \($0.rawValue)</span>" }.joined(separator: " ").utf8
        output += "</p>\n".utf8
        filters(lines, &output)
        output += "<div class=\"rulla\" tabindex=\"0\" role=\"region\" aria-label=\"Jämförelse, går att rulla i sidled\">\n<table class=\"jamforelse\" id=\"jamforelse\">\n<caption>Del för del, instans för instans</caption>\n<thead>\n<tr><th scope=\"col\">Del</th><th scope=\"col\">Synpunkter</th>".utf8
        let names = matrix.columns.indices.map { HTMLText.escaped(name($0)) }
        let ids = matrix.columns.indices.map { HTMLText.escaped(id($0)) }
        for column in matrix.columns.indices {
            output += "<th scope=\"col\" data-typ=\"\(type(column))\" data-instans=\"".utf8 + ids[column] + "\">".utf8
            if let response = response(column) {
                output += "<a href=\"\(plan.slug(response)).html\">".utf8 + names[column] + "</a>".utf8
            } else {
                output += names[column]
            }
            output += "</th>".utf8
        }
        output += "</tr>\n</thead>\n<tbody>\n".utf8
        let silent = matrix.columns.indices.map { answered($0) ? Array("–".utf8) : Array("<span class=\"tyst\">svarade inte</span>".utf8) }
        let isAnswered = matrix.columns.indices.map { answered($0) }
        for line in lines {
            let anchor = plan.anchor(line.part)
            let address = HTMLText.escaped(plan.address(line.part))
            output += "<tr id=\"\(anchor)\" data-del=\"".utf8 + address + "\" data-kapitel=\"".utf8 + HTMLText.escaped(chapter(line.part)) + "\"><th scope=\"row\">".utf8
            HTMLText.escape(plan.name(line.part).text, into: &output)
            let kind = plan.kind(line.part)
            if !kind.isEmpty { output += " <span class=\"slag\">\(kind)</span>".utf8 }
            output += "</th><td>\(line.rows.count)</td>".utf8
            for column in matrix.columns.indices {
                output += "<td".utf8
                guard let rows = line.cells[column], let response = response(column) else {
                    if !isAnswered[column] { output += " class=\"cell-tyst\"".utf8 }
                    output += ">".utf8 + silent[column] + "</td>".utf8
                    continue
                }
                let stances = stances(rows)
                output += " class=\"cell-\(stances.first.map { Anchors.slug($0.stance.rawValue) } ?? "")\" data-slag=\"".utf8
                let viewpoints = rows.map { consultation.rows[$0] }
                output += Set(viewpoints.compactMap { $0.viewpoint.kindOfViewpoint?.value.rawValue }).sorted().joined(separator: "|").utf8
                output += "\" data-teman=\"".utf8
                HTMLText.escape(Set(viewpoints.flatMap { $0.disposition?.themes.map(\.value) ?? [] }).sorted().joined(separator: "|"), into: &output)
                output += "\"><a href=\"\(plan.slug(response))-hantering.html#\(anchor)\">".utf8
                for (number, item) in stances.enumerated() {
                    if number > 0 { output += ", ".utf8 }
                    output += "<span aria-hidden=\"true\">\(Self.sign(item.stance))</span> \(item.count) \(item.stance.rawValue)".utf8
                }
                output += "</a></td>".utf8
            }
            output += "</tr>\n".utf8
        }
        output += "</tbody>\n</table>\n</div>\n<script src=\"../../jamforelse.js\" defer></script>\n</section>\n".utf8
        return output
    }

    private func chapter(_ part: ResponseMatrix.Part) -> String {
        let catalog = consultation.consulted
        guard let id = plan.name(part).id, let place = partOfElement[id.index] else { return "" }
        return catalog[catalog.readingOrder[place]].title.value
    }

    private var partOfElement: [Int?] { plan.partOfElement }

    /// Hidden until the script shows them: without it the whole table is read.
    private func filters(_ lines: [ResponseMatrix.Line], _ output: inout [UInt8]) {
        func options(_ values: [String]) -> [UInt8] {
            values.flatMap { value -> [UInt8] in
                let text = HTMLText.escaped(value)
                return Array("<option value=\"".utf8) + text + Array("\">".utf8) + text + Array("</option>".utf8)
            }
        }
        let chapters = lines.map { chapter($0.part) }.filter { !$0.isEmpty }.unique()
        let kinds = ViewpointKind.allCases.filter { kind in consultation.rows.contains { $0.viewpoint.kindOfViewpoint?.value == kind } }.map(\.rawValue)
        let themes = Set(consultation.rows.flatMap { $0.disposition?.themes.map(\.value) ?? [] }).sorted()
        let types = RespondentType.allCases.filter { type in consultation.consultation.respondents.contains { $0.type?.value == type } }.map(\.rawValue)
        output += "<form class=\"filter\" id=\"filter\" hidden>\n".utf8
        for (name, label, values) in [("kapitel", "Kapitel", chapters), ("slag", "Slag av synpunkt", kinds), ("tema", "Tema", themes), ("typ", "Typ av instans", types)] where !values.isEmpty {
            output += "<label>\(label) <select name=\"\(name)\"><option value=\"\">Alla</option>".utf8 + options(values) + "</select></label>\n".utf8
        }
        output += "<button type=\"reset\">Visa allt</button>\n<output id=\"filtrerat\"></output>\n</form>\n".utf8
    }

    private func commonMark(_ title: String, _ lines: [ResponseMatrix.Line]) -> [UInt8] {
        var blocks: [Block] = [.heading(level: 1, id: nil, [.text(title)]), .paragraph([.text("Del för del: vad de instanser säger som har en synpunkt. Att inte svara är inte att tillstyrka.")])]
        for line in lines {
            blocks.append(.heading(level: 2, id: plan.anchor(line.part), [.text(plan.name(line.part).text)]))
            blocks.append(.bulletList(line.cells.keys.sorted().map { column in
                let stances = text(line, column: column)
                let href = response(column).map { "\(plan.slug($0))-hantering.md#\(plan.anchor(line.part))" } ?? ""
                return [.paragraph([.url(href, [.text(name(column))]), .text(": \(stances)")])]
            }, tight: true))
        }
        let silent = matrix.columns.indices.filter { !answered($0) }.map { name($0) }
        if !silent.isEmpty {
            blocks.append(.heading(level: 2, id: nil, [.text("Svarade inte")]))
            blocks.append(.bulletList(silent.map { [.paragraph([.text($0)])] }, tight: true))
        }
        return Document(blocks).render(.commonMark)
    }
}
