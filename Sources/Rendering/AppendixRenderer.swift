import Markup
import Model
import Referencing

/// The reference appendix, made from the models alone: theories with their sources, steering documents, the
/// bibliography, concepts, who is responsible for what, and where every element is used.
struct AppendixRenderer: Sendable {
    let prose: ProseRenderer
    let blocks: ElementBlocks
    private var catalog: ResolvedCatalog { prose.catalog }
    private var plan: SitePlan { prose.plan }
    /// What is to be said of a source that doesn't apply, or not all the time, by the source.
    private let validity: [EntryID: String]

    init(_ prose: ProseRenderer) {
        self.prose = prose
        validity = prose.catalog.sourceValidity
        blocks = ElementBlocks(prose)
    }

    func page(_ part: AppendixPart, index: Int) -> PageContent {
        let content: [Block] =
            switch part {
            case .overview: overview()
            case .theories: theories(on: index)
            case .steeringDocuments: steeringDocuments(on: index)
            case .sources: sources()
            case .concepts: concepts(on: index)
            case .responsibilities: responsibilities()
            case .crossReferences: crossReferences()
            case .others: others(on: index)
            }
        let document = Document([.heading(level: 1, id: nil, [.text(part.title)])] + content)
        var html = Array("<section id=\"\(part.stem)\" class=\"sida sida-bilaga\">\n".utf8)
        html += document.render(.html)
        html += "</section>\n".utf8
        return PageContent(html: html, commonMark: document.render(.commonMark))
    }

    private func ids(_ kind: ElementKind) -> [ElementID] {
        catalog.elementIDs.filter { catalog[$0].address.kind == kind }
    }

    private func byTitle(_ ids: [ElementID]) -> [ElementID] {
        SwedishOrder.sorted(ids) { catalog[$0].title.value }
    }

    private func text(_ text: String) -> Block { .paragraph([.text(text)]) }

    private func overview() -> [Block] {
        func count(_ part: AppendixPart, _ number: Int, none: String, one: String, many: String) -> [Block] {
            let title = plan.destination(part).map { Inline.link(destination: $0, [.text(part.title)]) } ?? .text(part.title)
            return [.paragraph([title, .text(": \(number == 0 ? none : "\(number) \(number == 1 ? one : many)")")])]
        }
        return [
            text("Bilagan är framställd ur programmets uppgifter. Varje uppgift står på ett ställe; här går det att slå upp den och se var den används."),
            .bulletList(
                [
                    count(
                        .theories, ids(.theory).count, none: "inga teorier", one: "teori, med källor och plats i texten",
                        many: "teorier, var och en med källor och plats i texten"),
                    count(
                        .steeringDocuments, ids(.steeringDocument).count, none: "inga styrdokument", one: "styrdokument eller lag, med ägare, status och var det används",
                        many: "styrdokument och lagar efter slag, med ägare, status och var de används"),
                    count(
                        .sources, citedSources.count, none: "inga källor", one: "källa med länkar tillbaka till ställena som citerar den",
                        many: "källor med länkar tillbaka till ställena som citerar dem"),
                    count(.concepts, ids(.concept).count, none: "inga begrepp", one: "begrepp med definition och ägare", many: "begrepp med definition och ägare"),
                    count(
                        .responsibilities, ids(.role).count, none: "inga roller", one: "roll med det den ansvarar för", many: "roller med det de ansvarar för"),
                    count(
                        .crossReferences, catalog.edition.elements.count, none: "inga delar", one: "del av programmet och var den används",
                        many: "delar av programmet och var de används"),
                ], tight: true),
        ]
    }

    private func theories(on index: Int) -> [Block] {
        [text("Teorierna som arbetet utgår från, med källorna ordnade efter vad de gör för teorin.")] + carried()
            + catalog.all(Theory.self).flatMap { id, element, theory -> [Block] in
                if plan.isAtHome(id, on: index) { return [blocks.section(id, level: 2)] + picture(of: id) }
                var entries: [Block] = []
                for (label, citations) in [
                    ("Ursprung", theory.sources?.original ?? []), ("Nyare och empiriska", theory.sources?.newer ?? []),
                    ("Kritiska", theory.sources?.critical ?? []),
                ] where !citations.isEmpty {
                    entries.append(.paragraph([.strong([.text(label)])]))
                    entries.append(.bulletList(citations.compactMap { catalog.entry(of: $0) }.map { [.paragraph(prose.reference($0))] }, tight: true))
                }
                if let used = blocks.usedIn(id) { entries.append(used) }
                return [
                    .container(
                        element: "section", class: "post", id: nil, label: nil,
                        [.heading(level: 2, id: nil, [prose.link(id)])] + picture(of: id) + entries)
                ]
            }
    }

    /// What every theory carries, at a glance.
    private func carried() -> [Block] {
        guard let chains = prose.pictures?.chains, !chains.isEmpty else { return [] }
        let excuse = text("Teorierna är \(chains.count). Så många bilder är ingen hjälp, så här står bara tabeller.")
        func cell(_ ids: [ElementID]) -> [Inline] { ids.isEmpty ? [.text("–")] : blocks.list(ids) }
        return (chains.count > PictureBook.mostPictures ? [excuse] : []) + [
            .table(
                Table(
                    caption: [.text("Vad teorierna bär")], columns: ["Teori", "Arbetssätt", "Fokusområden", "Mål"].map { [.text($0)] },
                    rows: chains.map { [[prose.link($0.theory)], cell($0.methods), cell($0.areas), cell($0.goals)] }, rowHeaders: true))
        ]
    }

    private func picture(of theory: ElementID) -> [Block] {
        guard let pictures = prose.pictures, let picture = pictures.theories[theory] else { return [] }
        guard !picture.diagram.arrows.isEmpty else { return [pictures.block(picture)] }
        return [pictures.block(picture), picture.table(picture.label, to: "Leder till", isFolded: pictures.layout(picture) != nil)]
    }

    private func steeringDocuments(on index: Int) -> [Block] {
        let all = catalog.all(SteeringDocument.self)
        var content = [text("Styrdokument, lagar och underlag som programmet hänvisar till, efter slag.")]
        for kind in DocumentKind.allCases {
            let members = SwedishOrder.sorted(all.filter { $0.content.documentKind?.value == kind }) { $0.element.title.value }
            guard !members.isEmpty else { continue }
            content.append(.heading(level: 2, id: "slag-\(Anchors.slug(kind.rawValue))", [.text(kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst())]))
            content += members.map { id, element, _ in
                plan.isAtHome(id, on: index)
                    ? blocks.section(id, level: 3)
                    : .container(
                        element: "section", class: "post", id: nil, label: nil,
                        [.heading(level: 3, id: nil, [prose.link(id)])] + blocks.facts(element.content.facts) + [blocks.usedIn(id)].compactMap(\.self))
            }
        }
        return content
    }

    private var allSources: [EntryID] { catalog.catalog.bibliography.indices.map { EntryID($0) } }

    /// The project's bibliography is one; an edition has the part of it that it cites.
    private var citedSources: [EntryID] { allSources.filter { !catalog.uses(of: $0).isEmpty } }

    private func sources() -> [Block] {
        let cited = citedSources
        // What only another edition cites is no business of this one.
        let uncited = allSources.filter { catalog.uses(of: $0).isEmpty && !catalog.citedEntries.contains($0) }
        var content = lists(cited)
        if !uncited.isEmpty {
            content += [
                .heading(level: 2, id: "kallor-utan-hanvisning", [.text("Källor som ingen text hänvisar till")]),
                text("De här posterna finns i källförteckningens fil men citeras inte."),
            ]
            content += prose.bibliography.grouped(uncited.map { ($0, catalog[$0], prose.style.year($0)) }).map { list($0.members) }
        }
        return content.isEmpty ? [text("Programmet citerar inga källor.")] : content
    }

    private func lists(_ entries: [EntryID]) -> [Block] {
        prose.bibliography.grouped(entries.map { ($0, catalog[$0], prose.style.year($0)) }).flatMap { group -> [Block] in
            [.heading(level: 2, id: "kallor-\(Anchors.slug(group.name))", [.text(group.name)]), list(group.members)]
        }
    }

    private func list(_ members: [EntryID]) -> Block {
        .bulletList(
            members.map { id in
                let owners = blocks.owners(catalog.uses(of: id))
                let used: [Inline] = owners.isEmpty ? [] : [.text(" "), .span(class: "citeras-i", [.text("Citeras i: ")] + blocks.list(owners) + [.text(".")])]
                let marks = [validity[id], catalog[id].checkDegree].compactMap(\.self)
                let marked: [Inline] = marks.isEmpty ? [] : [.text(" "), .span(class: "kallans-lage", [.text(marks.joined(separator: " "))])]
                return [.paragraph([.anchor(id: SitePlan.anchor(ofSource: catalog[id].key.value))] + prose.reference(id) + marked + used)]
            }, tight: true)
    }

    private func concepts(on index: Int) -> [Block] {
        let members = byTitle(ids(.concept))
        guard !members.isEmpty else { return [text("Programmet definierar inga begrepp.")] }
        if members.contains(where: { plan.isAtHome($0, on: index) }) { return members.map { blocks.section($0, level: 2) } }
        let rows = members.map { id -> [[Inline]] in
            let concept = catalog[id].content as? Concept
            let owners = concept?.owners.compactMap { catalog.element(of: $0) } ?? []
            return [
                [prose.link(id)], concept?.definition.map { [prose.inline($0)] } ?? [],
                blocks.list(owners), blocks.list(blocks.owners(catalog.uses(of: id), except: id)),
            ]
        }
        return [
            .table(
                Table(
                    caption: [.text("Begrepp i bokstavsordning")],
                    columns: ["Begrepp", "Definition", "Ägs av", "Används i"].map { [.text($0)] }, rows: rows, rowHeaders: true))
        ]
    }

    /// Fields by which a role answers for something.
    private static let responsibleFields: Set<String> = ["bärare", "ansvarig", "huvudansvarig", "beslutsägare", "steg.beslutsfattare", "block.ansvarig", "forskning.ansvarig"]

    private func responsibilities() -> [Block] {
        var rows: [[[Inline]]] = []
        for id in ids(.role) {
            let owned = catalog.uses(of: id).filter { Self.responsibleFields.contains(catalog.site($0.site).field ?? "") }
            let byKind = Dictionary(grouping: blocks.owners(owned)) { catalog[$0].address.kind }
            for kind in ElementKind.allCases {
                guard let members = byKind[kind] else { continue }
                rows.append([[prose.link(id)], [.text(kind.name.plural)], blocks.list(members)])
            }
        }
        guard !rows.isEmpty else { return [text("Ingen roll har ännu något ansvar.")] }
        let pictures = prose.pictures.map { book in book.responsibilities.map { book.block($0) } } ?? []
        let introduction = pictures.isEmpty ? [] : [text("Uppdragen visas nivå för nivå. Tabellen sist har allt som varje roll ansvarar för, också uppdragen.")]
        return introduction + pictures + [
            .table(
                Table(
                    caption: [.text("Ansvar efter roll")], columns: ["Roll", "Slag", "Ansvarar för"].map { [.text($0)] }, rows: rows,
                    rowHeaders: true))
        ]
    }

    private func crossReferences() -> [Block] {
        let groups = Dictionary(grouping: catalog.elementIDs) { catalog[$0].address.kind }
        return ElementKind.allCases.compactMap { kind in
            guard let members = groups[kind] else { return nil }
            let rows = members.map { id -> [[Inline]] in
                let owners = blocks.owners(catalog.uses(of: id), except: id)
                return [[prose.link(id)], owners.isEmpty ? [.text("–")] : blocks.list(owners)]
            }
            return .table(
                Table(
                    caption: [.text(kind.name.plural.prefix(1).uppercased() + kind.name.plural.dropFirst())],
                    columns: [[.text("Del")], [.text("Används i")]], rows: rows, rowHeaders: true))
        }
    }

    private func others(on index: Int) -> [Block] {
        ElementKind.allCases.flatMap { kind -> [Block] in
            let members = ids(kind).filter { plan.isAtHome($0, on: index) }
            guard !members.isEmpty else { return [] }
            return [.heading(level: 2, id: nil, [.text(kind.name.plural.prefix(1).uppercased() + kind.name.plural.dropFirst())])]
                + members.map { blocks.section($0, level: 3) }
        }
    }
}
