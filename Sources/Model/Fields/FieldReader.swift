import Diagnostics
import Markup

/// Reads the fields of one file, gathering the sites of its references and what was wrong.
package struct FieldReader {
    package let file: FileID
    package private(set) var sites: [ReferenceSite] = []
    /// Every text that a reader of the document reads, in the order of reading.
    package private(set) var texts: [TextPlace] = []
    package private(set) var diagnostics: [Diagnostic] = []
    /// Where a scaffold's text, or a mark that says nothing, stands for a value.
    package private(set) var leftovers: [Leftover] = []
    /// The element and the field being read; stamped on each site.
    package var owner: Address?
    package private(set) var field: String?
    /// Words alone in brackets.
    package private(set) var bracketed: [Located<String>] = []
    /// Keys of the element or record being read that stand there and couldn't be read.
    package var misread: Set<String> = []
    /// How many mistakes of form were told.
    private var faults = 0

    package init(file: FileID) {
        self.file = file
    }

    package func range(_ bytes: Range<Int>) -> SourceRange { SourceRange(file: file, bytes) }

    package mutating func report(
        _ id: RuleID, _ message: Message, at range: SourceRange, severity: Severity = .error,
        notes: [Diagnostic.Note] = [], fixes: [Diagnostic.Fix] = []
    ) {
        if severity == .error { faults += 1 }
        diagnostics.append(Diagnostic(id, severity, message, at: range, notes: notes, fixes: fixes))
    }

    package mutating func append(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
    }

    package mutating func addSite(_ wanted: ReferenceSite.Wanted, at range: SourceRange, isPlace: Bool = false) -> SiteID {
        sites.append(ReferenceSite(wanted, at: range, owner: owner, field: field, isPlace: isPlace))
        return SiteID(file: file, number: sites.count - 1)
    }

    /// Reads the members of a mapping into a record: unknown and missing keys are told. A misspelt key is read as the one
    /// that it most likely means, so that what it says isn't told as missing too.
    /// - Parameter ignored: keys that somebody else reads.
    package mutating func read<Root: Record>(
        _ type: Root.Type, _ members: [(key: Located<String>, value: FieldNode)], at range: SourceRange,
        ignoring ignored: [String] = []
    ) -> Root {
        var root = Root()
        // Looked at in their places: a copy of a field would count references to all that it holds.
        let fields = Root.fields
        let outer = field
        defer { field = outer }
        var meant: Set<String> = []
        for (key, value) in members where !ignored.contains(key.value) {
            let told = faults
            field = outer
            defer { if faults > told, outer == nil, let field { misread.insert(field) } }
            if let known = fields.indices.first(where: { fields[$0].key == key.value }) {
                field = outer.map { "\($0).\(key.value)" } ?? key.value
                fields[known].read(value, &self, &root)
            } else if let near = reportUnknown(key, among: fields.map { $0.key } + ignored) {
                field = outer.map { "\($0).\(near)" } ?? near
                guard !members.contains(where: { $0.key.value == near }), meant.insert(near).inserted,
                    let known = fields.indices.first(where: { fields[$0].key == near })
                else { continue }
                let before = diagnostics.count
                fields[known].read(value, &self, &root)
                // What is wrong with the value may be that another key was meant.
                diagnostics.removeLast(diagnostics.count - before)
            }
        }
        for index in fields.indices where fields[index].isRequired {
            let required = fields[index].key
            let member = members.indices.first { members[$0].key.value == required }
            if meant.contains(required) { continue }
            if let member { guard case .empty = members[member].value.value else { continue } }
            report("missing-field", Self.missing(required), at: member.map { members[$0].key.range } ?? range)
        }
        return root
    }

    package static func missing(_ key: String) -> Message {
        Message("Nyckeln ”\(key)” saknas eller är tom.", en: "The key '\(key)' is missing or empty.")
    }

    /// The key that was most likely meant.
    private mutating func reportUnknown(_ key: Located<String>, among known: [String]) -> String? {
        let near = nearestName(to: key.value, among: known)
        report(
            "unknown-key",
            Message(
                "Nyckeln ”\(key.value)” finns inte här." + (near.map { " Menade du ”\($0)”?" } ?? " Här går det att skriva: \(known.joined(separator: ", "))."),
                en: "There is no key '\(key.value)' here." + (near.map { " Did you mean '\($0)'?" } ?? " The keys are: \(known.joined(separator: ", ")).")),
            at: key.range,
            fixes: near.map {
                [Diagnostic.Fix(Message("skriv ”\($0)”", en: "write '\($0)'"), replacing: key.range, with: $0, isCertain: isSameName(key.value, $0))]
            } ?? [])
        return near
    }

    /// Plain text of a scalar; a diagnostic when the node is something else. Nil when empty.
    package mutating func text(_ node: FieldNode) -> FieldText? {
        switch node.value {
        case .text(let text): return text
        case .empty: return nil
        case .list, .mapping:
            report(
                "wrong-shape",
                Message(
                    "Här väntas en text, inte en lista eller nycklar. Sätt citattecken om texten innehåller kolon.",
                    en: "A text is expected here, not a list or keys. Put it in quotation marks if it contains a colon."),
                at: node.range)
            return nil
        }
    }

    /// Notes a whole value that says nothing yet.
    package mutating func noteLeftover(_ text: String, at range: SourceRange, hasKey: Bool = true) {
        if TemplateText.isLeft(text) { leftovers.append(Leftover(text: TemplateText.trimmed(text), range: range, hasKey: hasKey)) }
    }

    package mutating func addText(_ kind: TextKind, at range: SourceRange) {
        texts.append(TextPlace(owner: owner, kind: kind, range: range))
    }

    /// Parses an author's text and notes its links and citations.
    package mutating func prose(_ document: Document, at range: SourceRange, locate: (Range<Int>) -> Range<Int>) -> Prose {
        addText(field == nil ? .body : .field, at: range)
        let first = SiteID(file: file, number: sites.count)
        let outline = document.outline
        // Blocks are put into the running text of pages: in a paragraph of their own, notes anywhere.
        let isPageText = field == nil && owner?.kind.isPage == true
        let placed = isPageText ? Set(outline.placements.map(\.linkIndex)) : []
        for (index, link) in outline.links.enumerated() {
            let isPlace = isPageText && (placed.contains(index) || link.destination.hasPrefix("\(BlockReference.Kind.footnote.rawValue):"))
            _ = addSite(.element(link.destination, kind: nil), at: self.range(locate(link.destinationRange)), isPlace: isPlace)
        }
        for group in outline.citations {
            for item in group.items { _ = addSite(.source(item.key), at: self.range(locate(item.keyRange))) }
        }
        for (word, range) in outline.bracketed { bracketed.append(Located(word, at: self.range(locate(range)))) }
        for problem in outline.problems { append(.init(problem, at: self.range(locate(problem.range)))) }
        return Prose(document: document, range: range, firstSite: first)
    }
}
