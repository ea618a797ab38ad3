import Comparing
import Markup
import Model

/// A response as the respondent's own document (tjänsteutlåtande): header, proposal, summary, matter, viewpoints, and
/// what follows. What a registrar looks for and isn't known stands there, marked as missing.
struct ResponseRenderer: Sendable {
    let prose: ProseRenderer
    private let blocks: ElementBlocks

    init(_ prose: ProseRenderer) {
        self.prose = prose
        blocks = ElementBlocks(prose)
    }

    /// Header facts in the order of a letterhead, and whether a registrar expects them.
    private static let header: [(key: String, isExpected: Bool)] = [
        ("förvaltning", true), ("avdelning", true), ("handlingstyp", false), ("diarienummer", true), ("avsändarens-diarienummer", true), ("datum", true), ("sidor", false),
        ("handläggare", true), ("telefon", true), ("e-post", true), ("fax", false), ("växel", false), ("besöksadress", false), ("postadress", false), ("webb", false),
        ("mottagare", true), ("behandlingsläge", true), ("beslut", true), ("avtryck", false),
    ]

    /// The same for every respondent, as a registrar writes it.
    static func title(_ consultation: ResolvedConsultation) -> String {
        let sender = consultation.consultation.consultingBody?.value
        return "Svar på remiss\(sender.map { " från \($0)" } ?? ""): \(consultation.consultation.title?.value ?? consultation.file.folder)"
    }

    /// - Parameter index: of the response in the consultation.
    func page(_ response: ConsultationResponse, _ consultation: ResolvedConsultation, _ index: Int, _ plan: ConsultationPlan) -> PageContent {
        var content: [Block] = [
            .paragraph([.text(consultation.name(ofResponse: index))]),
            .heading(level: 1, id: nil, [.text(Self.title(consultation))]),
        ]
        let facts = Dictionary(response.facts.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let labels = Dictionary(ConsultationResponse.fields.map { ($0.key, $0.label) }, uniquingKeysWith: { first, _ in first })
        content.append(
            .definitionList(
                Self.header.compactMap { key, isExpected in
                    let label = labels[key] ?? key
                    if let fact = facts[key] { return ([.text(label)], nil, [blocks.blocks(fact.value)]) }
                    return isExpected ? ([.text(label)], nil, [[.paragraph([MissingFact.inline])]]) : nil
                }))
        func part(_ heading: String, _ text: Prose?, isExpected: Bool = false) {
            guard text != nil || isExpected else { return }
            content += [.heading(level: 2, id: nil, [.text(heading)]), text.map { prose.block($0) } ?? .paragraph([MissingFact.inline])]
        }
        content.append(.heading(level: 2, id: nil, [.text("Förslag till beslut")]))
        content.append(
            response.proposedDecisions.isEmpty
                ? .paragraph([MissingFact.inline]) : .orderedList(response.proposedDecisions.map { blocks.item(.prose($0)) }, start: 1))
        part("Sammanfattning", response.summary)
        part("Bakgrund", response.background, isExpected: true)
        part("Ärendet", response.matter, isExpected: true)
        part("Ärendets beredning", response.preparation, isExpected: true)
        content.append(.heading(level: 2, id: "synpunkter", [.text("Förvaltningens synpunkter och förslag")]))
        if let stance = response.stance { content.append(.paragraph([.strong([.text("Hållning till helheten:")]), .text(" "), blocks.mark(stance.value.rawValue)])) }
        if let introduction = response.introduction { content.append(prose.block(introduction)) }
        for (heading, rows) in groups(consultation, index, plan) {
            if let heading { content.append(.heading(level: 3, id: nil, [.text(heading)])) }
            content += rows.map { viewpoint($0, consultation, plan, level: heading == nil ? 3 : 4) }
        }
        if response.viewpoints.isEmpty { content.append(.paragraph([.text("Svaret har inga synpunkter.")])) }
        part("Avslutning", response.conclusion)
        part("Jämställdhetsanalys", response.genderEquality)
        part("Barnkonsekvensanalys", response.childImpact)
        part("Ekonomiska konsekvenser", response.economy)
        if !response.signatories.isEmpty {
            content += [.heading(level: 2, id: nil, [.text("Undertecknare")]), .bulletList(response.signatories.map { [.paragraph([.text($0.value)])] }, tight: true)]
        }
        content.append(.heading(level: 2, id: nil, [.text("Bilagor")]))
        content.append(
            response.appendices.isEmpty
                ? .paragraph([.text("Inga bilagor är angivna.")]) : .orderedList(response.appendices.map { [.paragraph([.text($0.value)])] }, start: 1))
        if !response.uncertainties.isEmpty {
            content += [
                .heading(level: 2, id: nil, [.text("Osäkert i källan")]), .bulletList(response.uncertainties.map { blocks.item(.prose($0)) }, tight: true),
            ]
        }
        let document = Document(content)
        return PageContent(html: Array("<section class=\"sida sida-remissvar\">\n".utf8) + document.render(.html) + Array("</section>\n".utf8), commonMark: document.render(.commonMark))
    }

    /// The rows of a response under its own headings, each group in the order of the programme.
    private func groups(_ consultation: ResolvedConsultation, _ index: Int, _ plan: ConsultationPlan) -> [(heading: String?, rows: [Int])] {
        let rows = consultation.rowsOfResponse[index]
        var order: [String?] = []
        var members: [String?: [Int]] = [:]
        var heading: String?
        for row in rows {
            heading = consultation.rows[row].viewpoint.heading?.value ?? heading
            if members[heading] == nil { order.append(heading) }
            members[heading, default: []].append(row)
        }
        return order.map { heading in (heading, (members[heading] ?? []).sorted { (plan.homes[$0].line, $0) < (plan.homes[$1].line, $1) }) }
    }

    private func viewpoint(_ row: Int, _ consultation: ResolvedConsultation, _ plan: ConsultationPlan, level: Int) -> Block {
        let viewpoint = consultation.rows[row].viewpoint
        var line: [Inline] = [.text(viewpoint.id?.value ?? "–")]
        if let kind = viewpoint.kindOfViewpoint?.value.rawValue { line.append(.text(" – \(kind)")) }
        let hidden = ["id", "rubrik", "slag"]
        return .container(
            element: "section", class: "synpunkt", id: plan.anchor(ofRow: row), label: nil,
            [.heading(level: level, id: nil, line)] + blocks.facts(viewpoint.facts.filter { !hidden.contains($0.key) }))
    }
}
