import Comparing
import Diagnostics
import Markup
import Model

/// Two editions compared, element by element, for readers, for a terminal and for other programs.
package struct ComparisonRenderer: Sendable {
    private let comparison: EditionComparison

    package init(_ comparison: EditionComparison) {
        self.comparison = comparison
    }

    /// What is told of one element.
    private struct Entry {
        let address: Address
        let title: String
        /// The element in the new edition; for what was removed in the old one.
        let id: ElementID
        let isRemoved: Bool
        let what: [String]
        let former: Address?
        let parts: [EditionComparison.PartDifference]
    }

    private var entries: [Entry] {
        comparison.changes.compactMap { change in
            switch change {
            case .added(let id):
                return Entry(address: comparison.new[id].address, title: comparison.new[id].title.value, id: id, isRemoved: false, what: ["ny"], former: nil, parts: [])
            case .removed(let id):
                return Entry(address: comparison.old[id].address, title: comparison.old[id].title.value, id: id, isRemoved: true, what: ["borttagen"], former: nil, parts: [])
            case .kept(let old, let new, let differences):
                guard !differences.isNone else { return nil }
                let what = (differences.parts.isEmpty ? [] : ["ändrad"]) + (differences.isMoved ? ["flyttad"] : []) + (differences.isRenamed ? ["bytt adress"] : [])
                return Entry(
                    address: comparison.new[new].address, title: comparison.new[new].title.value, id: new, isRemoved: false, what: what,
                    former: differences.isRenamed ? comparison.old[old].address : nil, parts: differences.parts)
            }
        }
    }

    /// How many elements are told as each kind of change, and how many have none.
    private var counts: [(String, Int)] {
        let entries = entries
        let kinds = ["ny", "borttagen", "ändrad", "flyttad", "bytt adress"].map { kind in (kind, entries.count { $0.what.contains(kind) }) }
        return kinds + [("oförändrad", comparison.changes.count - entries.count)]
    }

    // MARK: For readers

    /// - Parameters:
    ///   - old: of the old edition, and `new` of the new one, where their pages stand beside this; nil where it stands alone.
    func page(old oldEdition: EditionFragments?, new newEdition: EditionFragments?) -> PageContent {
        let (old, new) = (title(comparison.old), title(comparison.new))
        func edition(_ title: String, _ fragments: EditionFragments?) -> Inline {
            fragments.map { .url($0.prefix + "index.html", [.text(title)]) } ?? .text(title)
        }
        var blocks: [Block] = [
            .heading(level: 1, id: nil, [.text("Vad som ändrades")]),
            .paragraph([
                .text("Från "), edition(old, oldEdition), .text(" till "), edition(new, newEdition),
                .text(". Det som tagits bort är struket, det som lagts till är understruket."),
            ]),
            .table(
                Table(
                    caption: [.text("Ändringar")], columns: [[.text("Ändring")], [.text("Antal delar")]], rows: counts.map { [[.text($0.0)], [.text("\($0.1)")]] },
                    rowHeaders: true)),
        ]
        for entry in entries {
            let fragments = entry.isRemoved ? oldEdition : newEdition
            var own: [Block] = [
                .heading(level: 2, id: nil, [fragments.map { $0.finish([$0.prose.link(entry.id)]) } ?? .text(entry.title)]),
                .paragraph([
                    .text("\(entry.address.kind.name.singular.prefix(1).uppercased())\(entry.address.kind.name.singular.dropFirst()) (\(entry.address)"),
                    .text(entry.former.map { ", tidigare \($0)" } ?? ""), .text("): "), .strong([.text(entry.what.joined(separator: ", "))]), .text("."),
                ]),
            ]
            if !entry.parts.isEmpty {
                own.append(.definitionList(entry.parts.map { part in ([.text(part.label)], nil, [[.paragraph(Self.inlines(part.words))]]) }))
            }
            blocks.append(.container(element: "section", class: "andring", id: entry.address.anchor, label: nil, own))
        }
        let document = Document(blocks)
        return PageContent(
            html: Array("<section class=\"sida sida-andringar\">\n".utf8) + document.render(.html) + Array("</section>\n".utf8),
            commonMark: Array(String(decoding: document.render(.commonMark), as: UTF8.self).replacing("/index.html)", with: "/index.md)").utf8))
    }

    private func title(_ catalog: ResolvedCatalog) -> String {
        let programme = catalog.edition.programme
        return (programme.title?.value ?? catalog.edition.folder) + (programme.subtitle.map { " – \($0.value)" } ?? "")
    }

    /// Old and new words that stand side by side have a blank between them.
    private static func inlines(_ runs: [WordDifference.Run]) -> [Inline] {
        zip(runs, runs.dropFirst().map(Optional.some) + [nil]).flatMap { run, next in
            let isApart = next == nil || run.text.last == " " || run.text.last == "\n" || run.kind == .same || next?.kind == .same
            let isLong = run.text.contains("\n") || next?.text.contains("\n") == true
            return inlines(run) + (isApart ? [] : [.ready(html: Array((isLong ? "<br>\n<br>\n" : " ").utf8), commonMark: [])])
        }
    }

    /// The marks stand in the words too, for those who don't see the lines.
    private static func inlines(_ run: WordDifference.Run) -> [Inline] {
        let escaped = Array(String(decoding: HTMLText.escaped(run.text), as: UTF8.self).replacing("\n", with: "<br>\n").utf8)
        let plain = Document([.paragraph([.text(run.text.replacing("\n", with: " "))])]).renderInline(.commonMark)
        switch run.kind {
        case .same: return [.ready(html: escaped, commonMark: plain)]
        case .removed:
            return [.ready(html: Array("<del>".utf8) + escaped + Array("</del>".utf8), commonMark: Array("[borttaget: ".utf8) + plain + Array("] ".utf8))]
        case .added:
            return [.ready(html: Array("<ins>".utf8) + escaped + Array("</ins>".utf8), commonMark: Array("[tillagt: ".utf8) + plain + Array("] ".utf8))]
        }
    }

    // MARK: For a terminal

    package func text(usesColor: Bool) -> String {
        func paint(_ text: String, _ code: String) -> String { usesColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
        var lines: [String] = []
        for entry in entries {
            lines.append(paint("\(entry.address)", "1") + " ”\(entry.title)”: \(entry.what.joined(separator: ", "))" + (entry.former.map { " (tidigare \($0))" } ?? ""))
            for part in entry.parts {
                let words = part.words.map { run in
                    let (lead, tail) = (run.text.prefix { $0.isWhitespace }, String(run.text.reversed().prefix { $0.isWhitespace }.reversed()))
                    let core = String(run.text.dropFirst(lead.count).dropLast(run.text.count > lead.count ? tail.count : 0))
                    switch run.kind {
                    case .same: return run.text
                    case .removed: return lead + (usesColor ? paint(core, "31;9") : "[-\(core)-]") + tail
                    case .added: return lead + (usesColor ? paint(core, "32;4") : "{+\(core)+}") + tail
                    }
                }.joined()
                lines.append("  \(part.label): " + words.replacing("\n", with: "\n    "))
            }
        }
        lines.append(counts.filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }.joined(separator: ", ") + ".")
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: For other programs

    package func json() -> [UInt8] {
        let changes = entries.map { entry -> JSONValue in
            .object(
                [("address", .string("\(entry.address)")), ("title", .string(entry.title)), ("changes", .array(entry.what.map { .string($0) }))]
                    + (entry.former.map { [("former", .string("\($0)"))] } ?? [])
                    + [
                        (
                            "parts",
                            .array(
                                entry.parts.map { part in
                                    .object([
                                        ("label", .string(part.label)), ("old", .string(part.texts.old)), ("new", .string(part.texts.new)),
                                        (
                                            "words",
                                            .array(
                                                part.words.map { run in
                                                    .object([(run.kind == .same ? "same" : run.kind == .added ? "added" : "removed", .string(run.text))])
                                                })
                                        ),
                                    ])
                                })
                        )
                    ])
        }
        // What an anchor in the old edition became, for everything that is fastened to it.
        let anchors = comparison.old.elementIDs.map { id -> (String, JSONValue) in
            let fate = comparison.fate(id)
            return (
                "\(comparison.old[id].address)",
                .object([("anchor", .string(fate.anchor.rawValue))] + (fate.new.map { [("address", .string("\(comparison.new[$0].address)"))] } ?? []))
            )
        }
        var bytes: [UInt8] = []
        JSONValue.object([
            ("format", .string("styrdok-jämförelse")), ("version", .integer(1)), ("old", .string(comparison.old.edition.folder)), ("new", .string(comparison.new.edition.folder)),
            ("counts", .object(counts.map { ($0.0, .integer($0.1)) })), ("changes", .array(changes)), ("anchors", .object(anchors)),
        ]).write(to: &bytes, indent: 0)
        bytes.append(10)
        return bytes
    }

    /// The comparison as one page that stands alone.
    package func standalone(stylesheet: [UInt8]) -> [UInt8] {
        let style = String(decoding: stylesheet, as: UTF8.self)
        let text = String(decoding: page(old: nil, new: nil).html, as: UTF8.self)
        let head = """
            <!DOCTYPE html>
            <html lang="sv">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-\(Base64.text(Fingerprint.sha256(Array(style.utf8))))'; base-uri 'none'; form-action 'none'">
            <title>Vad som ändrades</title>
            <style>
            """
        return Array((head + style + "</style>\n</head>\n<body>\n<main class=\"stomme\" id=\"innehall\">\n" + text + "</main>\n</body>\n</html>\n").utf8)
    }
}
