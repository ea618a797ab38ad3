import Comparing
import Markup
import Model

/// A consultation as files: its start page, the comparison, the compilation, what came of each viewpoint, the responses,
/// the tables for other programs, and the form to answer in.
struct ConsultationRenderer: Sendable {
    let consultation: ResolvedConsultation
    let plan: ConsultationPlan
    let comparison: EditionComparison?
    private let consulted: EditionFragments
    private let answering: EditionFragments
    private let shell: PageShell
    private let print: PrintShell

    /// Where the pages of a consultation stand.
    static func folder(of consultation: ResolvedConsultation) -> String { "remisser/\(consultation.file.folder)" }

    private var folder: String { Self.folder(of: consultation) }
    private var title: String { "Remiss: \(consultation.consultation.title?.value ?? consultation.file.folder)" }

    init(_ consultation: ResolvedConsultation, consulted: EditionRenderer, answering: EditionRenderer, comparison: EditionComparison?, _ shell: PageShell, _ print: PrintShell) {
        self.consultation = consultation
        self.comparison = comparison
        self.shell = shell
        self.print = print
        self.consulted = consulted.fragments(prefix: "../../\(consultation.consulted.edition.folder)/")
        self.answering = answering.fragments(prefix: "../../\(consultation.answering.edition.folder)/")
        plan = ConsultationPlan(consultation)
    }

    /// The start page's address and title, for the list of everything.
    var link: (href: String, title: String) { ("\(folder)/index.html", title) }

    func render(form: ResponseForm?, parts: @escaping @Sendable () -> [ResponseForm.Part], converter: (any DocumentConverter)?, into sink: some FileSink) {
        let documents = ConsultationDocuments(plan, print, converter)
        // What other programs make begins first, then the large ones, so that no core waits for one at the end. Each leaves
        // what can be searched of it, and what a page waits for.
        var jobs: [@Sendable () -> [WaitingPage]] = [
            {
                let contents = plan.pages.indices.map(compilation)
                let pending = documents.compilation(contents)
                var pages = zip(plan.pages, contents).map { page, content in
                    WaitingPage(stem: page.stem, title: page.title, content: content, kind: "sammanställning", hasViewpoints: true)
                }
                if pages.count != 1 { pages.append(WaitingPage(stem: "sammanstallning", title: "Remissammanställning", content: compilationStart(), kind: "remiss")) }
                pages[pages.count - 1].pending = pending
                return pages
            }
        ]
        jobs += consultation.file.responses.indices.map { response in
            {
                let name = consultation.name(ofResponse: response)
                let content = self.response(response)
                let pending = documents.response(response, content)
                accept(plan.slug(response) + "-hantering", "Synpunkter från \(name)", handling(response), into: sink)
                return [WaitingPage(stem: plan.slug(response), title: name, content: content, kind: "remissvar", pending: pending)]
            }
        }
        func add(_ job: @escaping @Sendable () -> Void) {
            jobs.append {
                job()
                return []
            }
        }
        add { sink.accept(RenderedFile(path: "\(folder)/jamforelse.xlsx", bytes: ConsultationWorkbook(plan).bytes())) }
        add { MatrixRenderer(plan).pages().forEach { accept($0.stem, $0.title, $0.content, into: sink) } }
        add { ConsultationTables(plan).files().forEach { sink.accept(RenderedFile(path: "\(folder)/\($0.path)", bytes: $0.bytes)) } }
        jobs.append { [WaitingPage(stem: "index", title: title, content: start(hasForm: form != nil), kind: "remiss")] }
        if let comparison {
            add { accept("sparbarhet", "Från ändring till synpunkt", trace(comparison), into: sink) }
            add {
                let renderer = ComparisonRenderer(comparison)
                accept("andringar", "Vad som ändrades efter remissen", renderer.page(old: consulted, new: answering), into: sink)
                sink.accept(RenderedFile(path: "\(folder)/andringar.json", bytes: renderer.json()))
            }
        }
        if let form { add { sink.accept(RenderedFile(path: "\(folder)/svarsformular.html", bytes: form.page(consultation, parts()))) } }
        let made = jobs.parallelMap(runLength: 1) { job in
            job().map { page in (page: page.pending == nil ? nil : page, search: page.pending == nil ? finish(page, into: sink) : nil) }
        }
        let parts = made.flatMap { $0 }.map { page, search in search ?? page.map { finish($0, into: sink) } }
        SearchIndex.write(parts.compactMap(\.self), title: title, below: folder + "/", into: sink)
        SearchPage(title: title, root: "../../").write(shell, below: folder + "/", into: sink)
    }

    /// A page that can be searched, and that links to documents that may still be in the making.
    private struct WaitingPage: Sendable {
        let stem: String
        let title: String
        let content: PageContent
        let kind: String
        /// Whether the viewpoints on the page are found there; they stand on other pages too.
        var hasViewpoints = false
        var pending: PendingDocuments?
    }

    private func finish(_ page: WaitingPage, into sink: some FileSink) -> SearchIndex.StoredPart {
        accept(page.stem, page.title, page.content.led(by: DownloadLink.paragraph("Att hämta", page.pending?.finish(into: sink) ?? [])), into: sink)
        var part = SearchPart()
        for (number, passage) in PassageReader.read(page.content.html).enumerated() where number == 0 || page.hasViewpoints || !passage.isViewpoint {
            part.add(
                SearchEntry(
                    page: 0, anchor: passage.anchor, kind: number == 0 ? page.kind : passage.isViewpoint ? "synpunkt" : "avsnitt",
                    title: number == 0 ? page.title : passage.title),
                text: passage.text)
        }
        return SearchIndex.store(part, of: [SearchIndex.Page(file: page.stem + ".html", title: page.title)], name: page.stem, below: folder + "/", into: sink)
    }

    private func accept(_ stem: String, _ title: String, _ content: PageContent, into sink: some FileSink) {
        let html = shell.page(reserving: content.html.count) { slot, output in
            switch slot {
            case .title: HTMLText.escape(title, into: &output)
            case .document: HTMLText.escape(self.title, into: &output)
            case .root: output += "../../".utf8
            case .search: output += SearchPage.link(root: "../../")
            case .breadcrumbs: PageShell.breadcrumbs([("../../index.html", "Start")] + (stem == "index" ? [] : [("index.html", self.title)]), to: title, &output)
            case .contents: PageShell.tableOfContents(content.headings, &output)
            case .content: output += content.html
            case .markdown: output += "\(stem).md".utf8
            default: break
            }
        }
        sink.accept(RenderedFile(path: "\(folder)/\(stem).html", bytes: html))
        sink.accept(RenderedFile(path: "\(folder)/\(stem).md", bytes: content.commonMark))
    }

    /// The title of a line as a link to the programme.
    private func heading(_ part: ResponseMatrix.Part) -> Inline {
        let name = plan.name(part)
        guard let id = name.id else { return .text(name.text) }
        return consulted.finish([.link(destination: consulted.prose.plan.destination(id), [.text(name.text)])])
    }

    private var viewpoints: ViewpointBlocks {
        ViewpointBlocks(consultation: consultation, consulted: consulted, answering: answering, changes: comparison == nil ? nil : "andringar")
    }

    private func page(_ blocks: [Block], class name: String, headings: [(id: String, text: String)] = []) -> PageContent {
        let document = Document(blocks)
        return PageContent(
            html: Array("<section class=\"sida sida-\(name)\">\n".utf8) + document.render(.html) + Array("</section>\n".utf8),
            commonMark: document.render(.commonMark), headings: headings)
    }

    // MARK: Start

    private func start(hasForm: Bool) -> PageContent {
        let facts = consultation.consultation
        var blocks: [Block] = [.heading(level: 1, id: nil, [.text(title)])]
        let edition = consultation.consulted.edition
        var about: [(String, [Inline])] = [("Remitterad upplaga", [SiteLink.inline("../../\(edition.folder)/index", name(edition))])]
        if consultation.hasNewEdition {
            let new = consultation.answering.edition
            about.append(("Ny upplaga", [SiteLink.inline("../../\(new.folder)/index", name(new))]))
        }
        about.append(("Avsändare", [facts.consultingBody.map { .text($0.value) } ?? MissingFact.inline]))
        about.append(("Diarienummer", [facts.registryNumber.map { .text($0.value) } ?? MissingFact.inline]))
        about.append(("Sista svarsdag", [facts.lastDay.map { .text($0.value.text) } ?? MissingFact.inline]))
        if let fingerprint = facts.fingerprint { about.append(("Avtryck", [.text(fingerprint.value)])) }
        blocks.append(.definitionList(about.map { ([.text($0.0)], nil, [[.paragraph($0.1)]]) }))
        var ways: [[Inline]] = [
            [SiteLink.inline("jamforelse", "Jämförelse"), .text(" – vad varje instans säger om varje del")],
            [SiteLink.inline("sammanstallning", "Remissammanställning"), .text(" – varje synpunkt med utfall, del för del")],
        ]
        if comparison != nil {
            ways.append([SiteLink.inline("andringar", "Vad som ändrades"), .text(" – den nya upplagan mot den remitterade, ord för ord")])
            ways.append([SiteLink.inline("sparbarhet", "Från ändring till synpunkt"), .text(" – vilka synpunkter som ligger bakom varje ändring")])
        }
        if hasForm { ways.append([.url("svarsformular.html", [.text("Svarsformulär")]), .text(" – en fil att svara i, utan server eller konto")]) }
        ways.append([
            .text("Tabeller: "), .url("jamforelse.xlsx", [.text("Excel")]), .text(", "), .url("synpunkter.csv", [.text("synpunkter som CSV")]), .text(", "),
            .url("jamforelse.csv", [.text("jämförelsen som CSV")]), .text(", "), .url("sammanstallning.json", [.text("JSON")]),
        ])
        blocks.append(.bulletList(ways.map { [.paragraph($0)] }, tight: true))
        blocks.append(.heading(level: 2, id: "i-siffror", [.text("I siffror")]))
        blocks.append(.paragraph([
            .text("Tillfrågade: "), number("remissinstanser", plan.totals.respondents), .text(". Svar: "), number("svar", consultation.file.responses.count),
            .text(". Synpunkter: "), number("synpunkter", plan.totals.viewpoints), .text("."),
        ]))
        let tables = plan.totals.divisions.map { division in
            Block.table(
                Table(
                    caption: [.text(division.heading)], columns: [[.text("Värde")], [.text("Antal")]],
                    rows: division.counts.map { [[.text($0.value)], [number("\(division.key):\($0.value)", $0.count)]] }, rowHeaders: true))
        }
        blocks.append(.container(element: "div", class: "tabeller", id: nil, label: nil, tables))
        let picture = StancePicture(plan).blocks()
        if !picture.isEmpty { blocks += [.heading(level: 2, id: "var-synpunkterna-finns", [.text("Var synpunkterna finns")])] + picture }
        blocks.append(.heading(level: 2, id: "remissinstanser", [.text("Remissinstanser")]))
        blocks.append(.table(
            Table(
                caption: [.text("Vem som tillfrågades och vad de svarade")],
                columns: [[.text("Instans")], [.text("Typ")], [.text("Svar")], [.text("Hållning till helheten")], [.text("Läge")], [.text("Synpunkter")], [.text("Utfall")]],
                rows: respondentRows(), rowHeaders: true)))
        let silent = facts.respondents.indices.filter { consultation.responseOfRespondent[$0] == nil }
        if !silent.isEmpty {
            blocks.append(.heading(level: 2, id: "utan-svar", [.text("Instanser utan svar")]))
            blocks.append(.paragraph([.text("Att inte svara är inte att tillstyrka.")]))
            blocks.append(.bulletList(silent.map { index in
                [.paragraph([.text("\(facts.respondents[index].name?.value ?? facts.respondents[index].id?.value ?? "") – \(facts.respondents[index].answer?.value.rawValue ?? "okänt")")])]
            }, tight: true))
        }
        return page(blocks, class: "remiss", headings: [("i-siffror", "I siffror")] + (picture.isEmpty ? [] : [("var-synpunkterna-finns", "Var synpunkterna finns")]) + [("remissinstanser", "Remissinstanser")] + (silent.isEmpty ? [] : [("utan-svar", "Instanser utan svar")]))
    }

    /// Two editions often have one title; then the subtitle tells them apart.
    private func name(_ edition: Edition) -> String {
        (edition.programme.title?.value ?? edition.folder) + (edition.programme.subtitle.map { " – \($0.value)" } ?? "")
    }

    private func respondentRows() -> [[[Inline]]] {
        let counts = Dictionary(consultation.rows.map { ($0.response, 1) }, uniquingKeysWith: +)
        return plan.matrix.columns.map { column -> [[Inline]] in
            let (respondent, response): (Respondent?, Int?) =
                switch column {
                case .respondent(let index): (consultation.consultation.respondents[index], consultation.responseOfRespondent[index])
                case .unasked(let response): (nil, response)
                }
            let given = response.map { consultation.file.responses[$0].response }
            let name = respondent?.name?.value ?? respondent?.id?.value ?? response.map { consultation.name(ofResponse: $0) } ?? ""
            let status = respondent == nil ? "inte tillfrågad" : respondent?.answer?.value.rawValue ?? ""
            let count = response.map { counts[$0] ?? 0 }
            return [
                [response.map { SiteLink.inline("\(plan.slug($0))", name) } ?? .text(name)], [.text(respondent?.type?.value.rawValue ?? "")], [.text(status)],
                [.text(given?.stance?.value.rawValue ?? (response == nil ? "svarade inte" : ""))], [.text(given?.handling?.value.rawValue ?? "")], [.text(count.map { "\($0)" } ?? "–")],
                [response.map { SiteLink.inline("\(plan.slug($0))-hantering", "utfall") } ?? .text("–")],
            ]
        }
    }

    private func number(_ key: String, _ count: Int) -> Inline {
        .ready(html: Array("<span data-total=\"\(key)\">\(count)</span>".utf8), commonMark: Array("\(count)".utf8))
    }

    // MARK: The compilation

    private func compilation(_ index: Int) -> PageContent {
        let viewpoints = viewpoints
        let page = plan.pages[index]
        var content = PageContent(html: Array("<section class=\"sida sida-sammanstallning\">\n".utf8), commonMark: [])
        func add(_ blocks: [Block]) {
            let document = Document(blocks)
            content.html += document.render(.html)
            if !content.commonMark.isEmpty { content.commonMark.append(10) }
            content.commonMark += document.render(.commonMark)
        }
        add([.heading(level: 1, id: nil, [.text(page.title)])])
        if plan.pages.count == 1 { add([.paragraph([.text("Varje synpunkt med dess utfall, i programmets ordning. "), SiteLink.inline("index", "Alla remissinstanser")])]) }
        for number in page.lines {
            let line = plan.matrix.lines[number]
            let anchor = plan.anchor(line.part)
            content.headings.append((anchor, plan.name(line.part).text))
            add([.heading(level: 2, id: anchor, [heading(line.part)])])
            for row in line.rows where plan.homes[row].line == number {
                let viewpoint = consultation.rows[row]
                let name = consultation.name(ofResponse: viewpoint.response)
                let id = viewpoint.viewpoint.id?.value ?? "–"
                let head: [Inline] = [.text("\(id) – "), SiteLink.inline("\(plan.slug(viewpoint.response))", fragment: "\(plan.anchor(ofRow: row))", name)]
                add([
                    .container(
                        element: "section", class: "synpunkt", id: plan.anchor(ofRow: row), label: nil,
                        [.heading(level: 3, id: nil, head), consulted.finish(viewpoints.facts(viewpoint, without: ["krav", "underlag"]))]
                            + [.container(element: "div", class: "hantering", id: nil, label: nil, [answering.finish(viewpoints.disposition(viewpoint))])])
                ])
            }
            let others = line.rows.filter { plan.homes[$0].line != number }
            if !others.isEmpty {
                add([.paragraph([.text("Gäller också den här delen: ")] + others.enumerated().flatMap { number, row -> [Inline] in
                    (number > 0 ? [.text(", ")] : []) + [SiteLink.inline(plan.stem(ofRow: row), fragment: plan.anchor(ofRow: row), consultation.rows[row].viewpoint.id?.value ?? "–")]
                })])
            }
        }
        content.html += "</section>\n".utf8
        return content
    }

    private func compilationStart() -> PageContent {
        page([
            .heading(level: 1, id: nil, [.text("Remissammanställning")]),
            plan.pages.isEmpty
                ? .paragraph([.text("Inga synpunkter har kommit in.")])
                : .bulletList(plan.pages.map { page in
                    let count = Set(page.lines.flatMap { plan.matrix.lines[$0].rows }).count
                    return [.paragraph([SiteLink.inline("\(page.stem)", page.title), .text(" – \(count) \(count == 1 ? "synpunkt" : "synpunkter")")])]
                }, tight: true),
        ], class: "sammanstallning")
    }

    // MARK: One respondent

    private func response(_ index: Int) -> PageContent {
        let file = consultation.file.responses[index]
        return consulted.finish(ResponseRenderer(consulted.prose).page(file.response, consultation, index, plan))
    }

    /// What a respondent says, part by part, in short, and what came of it: where the cells of the comparison lead.
    private func handling(_ index: Int) -> PageContent {
        let name = consultation.name(ofResponse: index)
        var content = PageContent(html: Array("<section class=\"sida sida-hantering\">\n".utf8), commonMark: [])
        let head = Document([
            .heading(level: 1, id: nil, [.text("Synpunkter från \(name)")]),
            .paragraph([.text("Vad instansen säger om varje del, och vad som blev av det. "), SiteLink.inline("\(plan.slug(index))", "Hela svaret")]),
        ])
        content.html += head.render(.html)
        content.commonMark += head.render(.commonMark)
        let column = consultation.respondentOfResponse[index].flatMap { plan.matrix.columns.firstIndex(of: .respondent($0)) } ?? plan.matrix.columns.firstIndex(of: .unasked(response: index))
        var hasAny = false
        for line in plan.matrix.lines {
            guard let column, let rows = line.cells[column]?.filter({ consultation.rows[$0].response == index }), !rows.isEmpty else { continue }
            hasAny = true
            let blocks: [Block] = [
                .heading(level: 2, id: plan.anchor(line.part), [heading(line.part)]),
                .bulletList(rows.map { row in
                    let item = consultation.rows[row]
                    let viewpoint = item.viewpoint
                    let words = [viewpoint.concern, viewpoint.wish].compactMap(\.self).map(\.document.plainText).joined(separator: " ")
                    let outcome = item.disposition?.outcome?.value.rawValue ?? ConsultationTotals.unhandled
                    return [.paragraph([
                        SiteLink.inline(plan.stem(ofRow: row), fragment: plan.anchor(ofRow: row), viewpoint.id?.value ?? "–"),
                        .text(" \(viewpoint.stance?.value.rawValue ?? ""), \(viewpoint.kindOfViewpoint?.value.rawValue ?? ""). \(words) "), .strong([.text("Utfall: \(outcome).")]),
                    ])]
                }, tight: true),
            ]
            let document = Document(blocks)
            content.html += document.render(.html)
            content.commonMark += [10] + document.render(.commonMark)
        }
        if !hasAny {
            let document = Document([.paragraph([.text("Svaret har inga synpunkter.")])])
            content.html += document.render(.html)
            content.commonMark += [10] + document.render(.commonMark)
        }
        content.html += "</section>\n".utf8
        return content
    }

    // MARK: From change to viewpoint

    private func trace(_ comparison: EditionComparison) -> PageContent {
        var behind: [ElementID: [Int]] = [:]
        for (number, row) in consultation.rows.enumerated() { for id in row.shownIn { behind[id, default: []].append(number) } }
        func row(_ id: ElementID, _ what: String) -> [[Inline]] {
            let element = answering.catalog[id]
            let viewpoints = (behind[id] ?? []).enumerated().flatMap { number, row -> [Inline] in
                (number > 0 ? [.text(", ")] : []) + [SiteLink.inline(plan.stem(ofRow: row), fragment: plan.anchor(ofRow: row), consultation.rows[row].viewpoint.id?.value ?? "–")]
            }
            return [
                [answering.finish([answering.prose.link(id)])], [.text(element.address.kind.name.singular)], [SiteLink.inline("andringar", fragment: "\(element.address.anchor)", what)],
                viewpoints.isEmpty ? [.text("ingen synpunkt")] : viewpoints,
            ]
        }
        let rows = comparison.changes.compactMap { change -> [[Inline]]? in
            switch change {
            case .added(let id): return row(id, "ny")
            case .kept(_, let id, let differences):
                guard !differences.isNone else { return behind[id] == nil ? nil : row(id, "oförändrad") }
                return row(id, differences.parts.isEmpty ? "flyttad" : "ändrad")
            case .removed: return nil
            }
        }
        let unshown = consultation.rows.indices.filter { consultation.rows[$0].shownIn.isEmpty }
        var blocks: [Block] = [
            .heading(level: 1, id: nil, [.text("Från ändring till synpunkt")]),
            .paragraph([.text("Varje del av den nya upplagan som är ny, ändrad eller flyttad, och de synpunkter som den svarar på. Åt andra hållet går "), SiteLink.inline("sammanstallning", "sammanställningen"), .text(".")]),
            .table(Table(caption: [.text("Delar och synpunkter")], columns: [[.text("Del")], [.text("Slag")], [.text("Ändring")], [.text("Synpunkter")]], rows: rows, rowHeaders: true)),
        ]
        if !unshown.isEmpty {
            blocks.append(.heading(level: 2, id: "utan-del", [.text("Synpunkter som ingen del visar")]))
            blocks.append(.bulletList(unshown.map { row in
                let item = consultation.rows[row]
                return [.paragraph([
                    SiteLink.inline(plan.stem(ofRow: row), fragment: plan.anchor(ofRow: row), item.viewpoint.id?.value ?? "–"), .text(" – \(item.disposition?.outcome?.value.rawValue ?? ConsultationTotals.unhandled)"),
                ])]
            }, tight: true))
        }
        return page(blocks, class: "sparbarhet")
    }
}

/// The mark of a fact that is not known.
enum MissingFact {
    static let inline = Inline.span(class: "saknas", [.text("uppgift saknas")])
}
