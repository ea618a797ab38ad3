import Diagnostics
import Markup
import Model

/// The report on a judged edition (granskningsrapport): what was found, what carries each requirement, and what only a
/// person can judge.
struct ReportRenderer {
    private let prose: ProseRenderer
    private let blocks: ElementBlocks
    private let review: Review
    private let findings: [Finding]
    private let carriers: [String: [ElementID]]
    private let exceptions: [String: RequirementException]
    private var catalog: ResolvedCatalog { review.catalog }

    private struct Finding {
        let diagnostic: Diagnostic
        let element: ElementID?
        /// `trygghetsprogram/mål.yaml:12:10`
        let place: String
    }

    init(_ prose: ProseRenderer, _ review: Review) {
        self.prose = prose
        self.review = review
        blocks = ElementBlocks(prose)
        let map = review.catalog.catalog.map
        let byFile = review.findings.isEmpty ? [:] : review.catalog.elementsByFile
        var lines: [FileID: LineTable] = [:]
        findings = review.findings.map { diagnostic in
            let file = diagnostic.range.file
            let table = lines[file] ?? LineTable(map[file].bytes)
            lines[file] = table
            let (line, column) = table.position(of: Int(diagnostic.range.lower))
            return Finding(
                diagnostic: diagnostic, element: byFile[file]?.last { review.catalog[$0].range.lower <= diagnostic.range.lower },
                place: "\(map[file].path):\(line):\(column)")
        }
        carriers = review.catalog.carriers
        exceptions = Dictionary(
            review.catalog.edition.programme.required.exceptions.compactMap { exception in exception.requirement.map { ($0.value, exception) } },
            uniquingKeysWith: { first, _ in first })
    }

    func page() -> PageContent {
        let title = catalog.edition.programme.title?.value ?? catalog.edition.folder
        let parts: [(id: String, heading: String, content: [Block])] = [
            ("sammanfattning", "Sammanfattning", summary()),
            ("fynd", "Fynd", found()),
            ("krav", "Krav för krav", requirements()),
            ("fragor", "Frågor till granskaren", questions()),
            ("luckor", "Kända luckor", gaps()),
            ("oppet", "Det som inte är avsatt eller känt", open()),
            ("sparbarhet", "Från synpunkt till del av programmet", viewpoints()),
            ("lasbarhet", "Läsbarhet", readability()),
        ]
        var content: [Block] = [.heading(level: 1, id: nil, [.text("Granskning av \(title)")])]
        if let subtitle = catalog.edition.programme.subtitle { content.append(text(subtitle.value)) }
        for part in parts where !part.content.isEmpty { content += [.heading(level: 2, id: part.id, [.text(part.heading)])] + part.content }
        let document = Document(content)
        return PageContent(
            html: Array("<section class=\"sida sida-granskning\">\n".utf8) + document.render(.html) + Array("</section>\n".utf8),
            commonMark: document.render(.commonMark), headings: parts.filter { !$0.content.isEmpty }.map { ($0.id, $0.heading) })
    }

    private func text(_ text: String) -> Block { .paragraph([.text(text)]) }

    private func count(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }

    // MARK: Summary

    private func summary() -> [Block] {
        let errors = findings.count { $0.diagnostic.severity == .error }
        let warnings = findings.count { $0.diagnostic.severity == .warning }
        let notes = findings.count - errors - warnings
        let unmet = Set(findings.flatMap(\.diagnostic.requirements))
        let day = catalog.day.map { "Innehållet är bedömt som det gällde den \($0.text)." } ?? "Ingen dag är angiven för bedömningen."
        var lines = [
            "\(count(errors, "fel", "fel")), \(count(warnings, "varning", "varningar")) och \(count(notes, "upplysning", "upplysningar")).",
            "\(count(review.rules.count, "regel", "regler")) har prövats mot \(count(catalog.edition.elements.count, "del", "delar")) av programmet.",
        ]
        let held = Requirement.all.filter { exceptions[$0.id] == nil }
        lines.append("\(held.count { !unmet.contains($0.id) }) av \(held.count) krav är utan fynd. Att ett krav är utan fynd betyder att uppgifterna finns, inte att de räcker: det avgör granskaren.")
        var result = [text(day), .bulletList(lines.map { [text($0)] }, tight: true)]
        if !review.waiting.isEmpty {
            result.append(text("De här reglerna väntar tills andra fynd är åtgärdade: \(review.waiting.map(\.rawValue).joined(separator: ", "))."))
        }
        if !review.hasDictionary { result.append(text("Stavning är inte prövad, eftersom ordlistan saknades.")) }
        return result
    }

    // MARK: Findings

    private func found() -> [Block] {
        guard !findings.isEmpty else { return [text("Inga fynd.")] }
        var result: [Block] = [.heading(level: 3, id: nil, [.text("Efter krav")])]
        let byRequirement = Dictionary(grouping: findings) { $0.diagnostic.requirements.first ?? "" }
        for requirement in Requirement.all {
            guard let found = byRequirement[requirement.id] else { continue }
            result += [.heading(level: 4, id: nil, [.text("\(requirement.id) – \(requirement.text)")]), list(found)]
        }
        if let others = byRequirement[""] { result += [.heading(level: 4, id: nil, [.text("Form och språk")]), list(others)] }
        result.append(.heading(level: 3, id: nil, [.text("Efter del av programmet")]))
        let byElement = Dictionary(grouping: findings, by: \.element)
        let rows = byElement.sorted { ($0.key.map(\.index) ?? -1) < ($1.key.map(\.index) ?? -1) }.map { element, found -> [[Inline]] in
            [element.map { [prose.link($0)] } ?? [.text("Programmets uppgifter")], [.text("\(found.count)")], [.text(Set(found.map(\.diagnostic.id.rawValue)).sorted().joined(separator: ", "))]]
        }
        result.append(
            .table(Table(caption: [.text("Fynd i varje del")], columns: [[.text("Del")], [.text("Fynd")], [.text("Regler")]], rows: rows, rowHeaders: true)))
        return result
    }

    private func list(_ findings: [Finding]) -> Block {
        .bulletList(
            findings.map { finding in
                let severity = finding.diagnostic.severity.label.swedish
                return [
                    .paragraph([
                        .strong([.text(severity.prefix(1).uppercased() + severity.dropFirst())]),
                        .text(": \(finding.diagnostic.message.swedish) (\(finding.place), \(finding.diagnostic.id.rawValue))"),
                    ])
                ]
            }, tight: true)
    }

    // MARK: Requirements

    private func requirements() -> [Block] {
        let byRequirement = Dictionary(grouping: findings.flatMap { finding in finding.diagnostic.requirements.map { ($0, finding) } }, by: \.0)
        return [text("Varje krav, vad prövningen gav, vilka delar av programmet som bär det och vilka punkter i remissvaret det kommer ur.")]
            + Requirement.Section.allCases.map { section in
                let rows = Requirement.all.filter { $0.section == section }.map { requirement -> [[Inline]] in
                    [
                        [.text(requirement.id)], [.text(requirement.text)], [.text(state(requirement, found: byRequirement[requirement.id]?.count ?? 0))],
                        carriers[requirement.id].map(blocks.list) ?? [.text(requirement.section == .responses ? "remissvaren" : "–")],
                        [.text(requirement.viewpoints.isEmpty ? "följdkrav" : requirement.viewpoints.joined(separator: ", "))],
                    ]
                }
                return .table(
                    Table(
                        caption: [.text(section.rawValue)],
                        columns: [[.text("Krav")], [.text("Innebörd")], [.text("Prövning")], [.text("Bärs av")], [.text("Punkter")]], rows: rows,
                        rowHeaders: true))
            }
    }

    private func state(_ requirement: Requirement, found: Int) -> String {
        if exceptions[requirement.id] != nil { return "undantag" }
        if found > 0 { return count(found, "fynd", "fynd") }
        let isJudged = review.rules.contains { $0.requirements.contains(requirement.id) }
        return isJudged ? "inga fynd" : "prövas av granskaren"
    }

    private func questions() -> [Block] {
        let exceptions = catalog.edition.programme.required.exceptions
        return [
            text("De här frågorna går inte att pröva mot uppgifterna. De ställs till den som granskar."),
            .bulletList(
                Requirement.all.compactMap { requirement in
                    requirement.question.map { [.paragraph([.strong([.text(requirement.id)]), .text(": \($0)")])] }
                }, tight: true),
        ]
            + (exceptions.isEmpty
                ? []
                : [
                    .heading(level: 3, id: nil, [.text("Undantag som programmet har gjort")]),
                    .bulletList(
                        exceptions.map { exception in
                            [.paragraph([.strong([.text(exception.requirement?.value ?? "")]), .text(": ")] + (exception.reason.map { [prose.inline($0)] } ?? []))]
                        }, tight: true),
                ])
    }

    // MARK: What isn't known

    private func gaps() -> [Block] {
        let rows = catalog.all(Gap.self).map { id, element, gap -> [[Inline]] in
            [
                [prose.link(id)], [.text(element.requirements.map(\.value).joined(separator: ", "))], gap.description.map { [prose.inline($0)] } ?? [],
                gap.awaits.map { [prose.inline($0)] } ?? [],
            ]
        }
        guard !rows.isEmpty else { return [] }
        return [
            .table(
                Table(
                    caption: [.text("Det som programmet självt säger inte är känt")],
                    columns: [[.text("Lucka")], [.text("Krav")], [.text("Vad som saknas")], [.text("Väntar på")]], rows: rows, rowHeaders: true))
        ]
    }

    private func open() -> [Block] {
        let lists: [(String, [ElementID])] = [
            ("Uppdrag vars resurs inte är avsatt", catalog.all(Assignment.self).filter { ($0.content.resource?.isAllocated?.value).map { $0 != .full } ?? false }.map(\.id)),
            ("Mål utan målår", catalog.all(Goal.self).filter { $0.content.targetYear?.value == TargetYear.none }.map(\.id)),
            ("Mål vars målår är oklart", catalog.all(Goal.self).filter { $0.content.targetYear?.value == .unclear }.map(\.id)),
            ("Mål vars målår har passerat", catalog.all(Goal.self).filter { goal in
                if case .year(let year)? = goal.content.targetYear?.value, let day = catalog.day { year < day.year } else { false }
            }.map(\.id)),
            ("Styrdokument med okänd status", catalog.all(SteeringDocument.self).filter { $0.content.status?.value == .unknown }.map(\.id)),
            ("Lagar vars ikraftträdande inte är kontrollerat", catalog.all(SteeringDocument.self).filter { $0.content.documentKind?.value == .law && $0.content.from?.value == .unknown }.map(\.id)),
            ("Styrdokument utan källpost", catalog.all(SteeringDocument.self).filter { $0.content.sources.isEmpty && $0.content.absenceOfSource != nil }.map(\.id)),
            ("Orsaker som är en bedömning", catalog.all(Cause.self).filter { $0.content.isAssessment?.value == .yes }.map(\.id)),
        ]
        let known = lists.filter { !$0.1.isEmpty }
        guard !known.isEmpty else { return [] }
        return [
            .definitionList(known.map { heading, ids in (term: [.text("\(heading) (\(ids.count))")], id: nil, definitions: [[.paragraph(blocks.list(ids))]]) })
        ]
    }

    // MARK: Viewpoints

    /// From viewpoint to the parts of this edition: those that it was fastened to, or those that show what came of it.
    private func viewpoints() -> [Block] {
        catalog.consultations.flatMap { consultation -> [Block] in
            let isConsulted = consultation.consultation.document?.value == catalog.edition.folder
            let dispositions = Dictionary(consultation.dispositions.compactMap { disposition in disposition.viewpoint.map { ($0.value, disposition) } }, uniquingKeysWith: { first, _ in first })
            return consultation.responses.flatMap { file -> [Block] in
                let stem = "../remisser/\(consultation.folder)/\(file.slug)"
                let rows = file.response.viewpoints.compactMap { viewpoint -> [[Inline]]? in
                    guard let id = viewpoint.id?.value else { return nil }
                    let requirements = viewpoint.requirements.map(\.value)
                    let answering = requirements.flatMap { carriers[$0] ?? [] }.unique()
                    let disposition = dispositions[id]
                    let places = (isConsulted ? viewpoint.anchors : disposition?.shownIn ?? []).compactMap { catalog.element(of: $0) }.unique()
                    return [
                        [.url("\(stem).html#\(Anchors.slug(id))", [.text(id + (viewpoint.basis.map { " (\($0.value))" } ?? ""))])], [.text(viewpoint.stance?.value.rawValue ?? "")],
                        [.text(requirements.joined(separator: ", "))], [.text(disposition?.outcome?.value.rawValue ?? "–")],
                        places.isEmpty ? [.text(isConsulted ? viewpoint.anchoring.rawValue : "–")] : blocks.list(places),
                        [.text(answering.isEmpty ? "–" : count(answering.count, "del", "delar"))],
                    ]
                }
                let name = consultation.consultation.respondents.first { $0.id?.value == file.response.respondent?.value }?.name?.value ?? file.slug
                return [
                    .paragraph([
                        .text("Synpunkterna från "), .ready(
                            html: Array("<a href=\"\(stem).html\">".utf8) + HTMLText.escaped(name) + Array("</a>".utf8), commonMark: Array("[\(name)](\(stem).md)".utf8)),
                        .text(isConsulted
                            ? ", kraven som de leder till och de delar av programmet som de gäller. Vilka delar som bär ett krav står i tabellerna ovan."
                            : ", kraven som de leder till, utfallet och de delar av programmet som visar det. Vilka delar som bär ett krav står i tabellerna ovan."),
                    ]),
                    .table(
                        Table(
                            caption: [.text("Synpunkt, krav och del")],
                            columns: [[.text("Synpunkt")], [.text("Hållning")], [.text("Krav")], [.text("Utfall")], [.text(isConsulted ? "Gäller" : "Finns i")], [.text("Kraven bärs av")]],
                            rows: rows, rowHeaders: true)),
                ]
            }
        }
    }

    // MARK: Readability

    private func readability() -> [Block] {
        guard review.lix > 0 else { return [] }
        let rows = review.heaviest.map { section -> [[Inline]] in
            [[.text(section.heading)], section.element.map { [prose.link($0)] } ?? [], [.text("\(section.words)")], [.text("\(section.lix)")]]
        }
        return [
            text("All löpande text har LIX \(review.lix). Omkring 40 är tidningstext och 50 myndighetstext; över 60 är mycket svårt. Måttet väger meningarnas längd och andelen långa ord. Det säger inget om innehållet."),
            .table(
                Table(
                    caption: [.text("De tyngsta avsnitten")], columns: [[.text("Avsnitt")], [.text("Del")], [.text("Ord")], [.text("LIX")]], rows: rows,
                    rowHeaders: true)),
        ]
    }
}
