import Markup
import Model

/// A response as it is read: header, parts, and the viewpoints under the respondent's own headings.
struct ResponseRenderer: Sendable {
    let prose: ProseRenderer
    private let blocks: ElementBlocks

    init(_ prose: ProseRenderer) {
        self.prose = prose
        blocks = ElementBlocks(prose)
    }

    func title(_ response: ConsultationResponse, _ consultation: Consultation) -> String {
        "Svar på remiss från \(name(response, consultation))"
    }

    private func name(_ response: ConsultationResponse, _ consultation: Consultation) -> String {
        response.administration?.value ?? consultation.respondents.first { $0.id?.value == response.respondent?.value }?.name?.value
            ?? response.respondent?.value ?? ""
    }

    /// Fields that stand as parts of their own, or in the viewpoints.
    private static let parts: Set<String> = [
        "sammanfattning", "bakgrund", "ärendet", "beredning", "inledning", "avslutning", "bilagor", "osäkert", "synpunkter", "respondent",
        "förslag-till-beslut",
    ]
    /// Header facts that a registrar looks for: shown even when they are not known.
    private static let expected = [
        "avsändarens-diarienummer", "fax", "handläggare", "telefon", "mottagare", "datum", "behandlingsläge", "beslut", "förslag-till-beslut",
    ]

    func page(_ response: ConsultationResponse, _ consultation: Consultation) -> PageContent {
        var content: [Block] = [.heading(level: 1, id: nil, [.text(title(response, consultation))])]
        let facts = response.facts
        content += blocks.facts(facts.filter { !Self.parts.contains($0.key) })
        let missing = ConsultationResponse.fields.filter { field in Self.expected.contains(field.key) && !facts.contains { $0.key == field.key } }
        if !missing.isEmpty {
            content.append(.paragraph([.strong([.text("Uppgifter som saknas i underlaget:")]), .text(" " + missing.map(\.label).joined(separator: ", ") + ".")]))
        }
        func part(_ heading: String, _ text: Prose?) {
            guard let text else { return }
            content += [.heading(level: 2, id: nil, [.text(heading)]), prose.block(text)]
        }
        if !response.proposedDecisions.isEmpty {
            content += [
                .heading(level: 2, id: nil, [.text("Förslag till beslut")]),
                .orderedList(response.proposedDecisions.map { blocks.item(.prose($0)) }, start: 1),
            ]
        }
        part("Sammanfattning", response.summary)
        part("Bakgrund", response.background)
        part("Ärendets beredning", response.preparation)
        part("Ärendet", response.matter)
        content.append(.heading(level: 2, id: nil, [.text("Synpunkter och förslag")]))
        if let introduction = response.introduction { content.append(prose.block(introduction)) }
        var heading: String?
        for viewpoint in response.viewpoints {
            if let own = viewpoint.heading?.value, own != heading {
                content.append(.heading(level: 3, id: nil, [.text(own)]))
                heading = own
            }
            content.append(self.viewpoint(viewpoint, level: heading == nil ? 3 : 4))
        }
        part("Avslutning", response.conclusion)
        if !response.appendices.isEmpty {
            content += [
                .heading(level: 2, id: nil, [.text("Bilagor")]),
                .orderedList(response.appendices.map { [.paragraph([.text($0.value)])] }, start: 1),
            ]
        }
        if !response.uncertainties.isEmpty {
            content += [
                .heading(level: 2, id: nil, [.text("Osäkert i källan")]), .bulletList(response.uncertainties.map { blocks.item(.prose($0)) }, tight: true),
            ]
        }
        let document = Document(content)
        return PageContent(html: Array("<section class=\"sida sida-remissvar\">\n".utf8) + document.render(.html) + Array("</section>\n".utf8), commonMark: document.render(.commonMark))
    }

    private func viewpoint(_ viewpoint: Viewpoint, level: Int) -> Block {
        let id = viewpoint.id?.value ?? ""
        var line: [Inline] = [.text(id)]
        if let kind = viewpoint.kindOfViewpoint?.value.rawValue { line += [.text(" – \(kind)")] }
        let hidden = ["id", "rubrik", "slag"]
        return .container(
            element: "section", class: "synpunkt", id: Anchors.slug(id), label: nil,
            [.heading(level: level, id: nil, line)] + blocks.facts(viewpoint.facts.filter { !hidden.contains($0.key) }))
    }
}
