import Diagnostics
import Glibc
import Markup
import Model

/// What one file of content came to: its elements and the sites of its references.
struct ReadFile: Sendable {
    /// Whether what the file holds couldn't be made out at all.
    var isUnreadable = false
    /// Keys of a file that is one record that stand there and couldn't be read.
    var misread: Set<String> = []
    var elements: [Element] = []
    var programme: Programme?
    var wordList: WordList?
    var project: Project?
    var wording: ReferenceWording?
    var consultation: Consultation?
    var response: ConsultationResponse?
    var dispositions: [Disposition]?
    var bibliography: [BibliographyEntry] = []
    var sites: [ReferenceSite] = []
    var texts: [TextPlace] = []
    /// Words alone in brackets.
    var bracketed: [Located<String>] = []
    var leftovers: [Leftover] = []
    var diagnostics: [Diagnostic] = []
}

extension ReadFile {
    /// Reads a Markdown file: front matter for the fields, the rest as the element's prose.
    static func markdown(_ text: SourceText, file: FileID, kind: ElementKind) -> ReadFile {
        var result = ReadFile()
        let checks = TextChecks.check(text.bytes, file: file)
        result.diagnostics += checks.diagnostics
        guard checks.isReadable else { return .unreadable(result.diagnostics) }
        let name = text.path.split(separator: "/").last.map { String($0.dropLast(3)) } ?? ""
        let top = SourceRange.top(of: file)
        if !Address.isSlug(name) { result.diagnostics.append(.badSlug(name, at: top, isFileName: true)) }
        let address = Address(kind, Address.slug(near: name))
        guard let parts = FrontMatter.split(text.bytes) else {
            result.diagnostics.append(
                Diagnostic(
                    "missing-front-matter", .error,
                    Message(
                        "Filen ska börja med en rad ---, nycklarna (åtminstone titel) och en rad --- till.",
                        en: "The file must begin with a line ---, the keys (at least titel) and another line ---."),
                    at: top))
            result.isUnreadable = true
            return result
        }
        let root = YAMLReader.read(text.bytes, region: parts.yaml, file: file)
        result.diagnostics += root.diagnostics
        result.isUnreadable = root.value == nil && !root.diagnostics.isEmpty
        var reader = FieldReader(file: file)
        reader.owner = address
        let document = Document(parsing: text.bytes, in: parts.body)
        let body = reader.prose(document, at: SourceRange(file: file, parts.body), locate: { $0 })
        reader.noteLeftovers(inLinesOf: text.bytes, parts.body)
        if let root = root.value {
            if case .mapping(let members) = root.value {
                if let element = reader.element(address, written: name, members, at: top, body: body) { result.elements = [element] }
            } else {
                reader.report("wrong-shape", Message("Här väntas nycklar: titel: …", en: "Keys are expected here: titel: …"), at: root.range)
                result.isUnreadable = true
            }
        } else if root.diagnostics.isEmpty, let element = reader.element(address, written: name, [], at: top, body: body) {
            result.elements = [element]
        }
        result.take(reader)
        return result
    }

    /// Reads a register: a list of elements of one kind.
    static func register(_ text: SourceText, file: FileID, kind: ElementKind) -> ReadFile {
        yaml(text, file: file) { root, reader, result in
            guard case .list(let items) = root.value else {
                reader.report(
                    "wrong-shape",
                    Message("Registret ska vara en lista: varje post börjar med ”- id:”.", en: "The register must be a list: each entry begins with '- id:'."),
                    at: root.range)
                result.isUnreadable = true
                return
            }
            for item in items {
                guard case .mapping(let members) = item.value else {
                    reader.report("wrong-shape", Message("Posten ska börja med ”- id:”.", en: "The entry must begin with '- id:'."), at: item.range)
                    result.isUnreadable = true
                    continue
                }
                guard let id = members.first(where: { $0.key.value == "id" }), case .text(let slug) = id.value.value else {
                    reader.report("missing-field", Message("Posten saknar ”id”.", en: "The entry has no 'id'."), at: item.range)
                    // Which address it was to have isn't known.
                    result.isUnreadable = true
                    continue
                }
                if !Address.isSlug(slug.text) { reader.append(.badSlug(slug.text, at: id.value.range, isFileName: false)) }
                let address = Address(kind, Address.slug(near: slug.text))
                reader.owner = address
                if let element = reader.element(address, written: slug.text, members, at: id.value.range, body: nil) { result.elements.append(element) }
            }
        }
    }

    /// Reads a file that is one record: the project, a programme's metadata, a consultation, a response.
    static func record<Root: Record>(
        _ text: SourceText, file: FileID, into path: WritableKeyPath<ReadFile, Root?>
    ) -> ReadFile {
        yaml(text, file: file) { root, reader, result in
            result[keyPath: path] = Root.read(root, &reader)
        }
    }

    /// Reads a file that is a list of records: the dispositions of a consultation.
    static func records<Root: Record>(_ text: SourceText, file: FileID, into path: WritableKeyPath<ReadFile, [Root]?>) -> ReadFile {
        yaml(text, file: file) { root, reader, result in
            guard case .list(let items) = root.value else {
                let first = Root.fields.first?.key ?? ""
                reader.report(
                    "wrong-shape", Message("Filen ska vara en lista: varje post börjar med ”- \(first):”.", en: "The file must be a list: each entry begins with '- \(first):'."),
                    at: root.range)
                return
            }
            result[keyPath: path] = items.compactMap { Root.read($0, &reader) }
        }
    }

    static func bibliography(_ text: SourceText, file: FileID) -> ReadFile {
        yaml(text, file: file) { root, reader, result in
            result.bibliography = BibliographyReader.entries(root, &reader)
            if let finding = JSONChecks.finding(text.bytes, from: FrontMatter.markLength(text.bytes), file: file) { reader.append(finding) }
        }
    }

    private static func yaml(
        _ text: SourceText, file: FileID, _ read: (FieldNode, inout FieldReader, inout ReadFile) -> Void
    ) -> ReadFile {
        var result = ReadFile()
        let checks = TextChecks.check(text.bytes, file: file)
        result.diagnostics += checks.diagnostics
        guard checks.isReadable else { return .unreadable(result.diagnostics) }
        let start = FrontMatter.markLength(text.bytes)
        let root = YAMLReader.read(text.bytes, region: start..<text.bytes.count, file: file)
        result.diagnostics += root.diagnostics
        result.isUnreadable = root.value == nil && !root.diagnostics.isEmpty
        var reader = FieldReader(file: file)
        if let root = root.value {
            read(root, &reader, &result)
        } else if root.diagnostics.isEmpty {
            reader.report("empty-file", Message("Filen är tom.", en: "The file is empty."), at: .top(of: file), severity: .warning)
        }
        result.take(reader)
        return result
    }

    private static func unreadable(_ diagnostics: [Diagnostic]) -> ReadFile {
        var file = ReadFile()
        file.isUnreadable = true
        file.diagnostics = diagnostics
        return file
    }

    private mutating func take(_ reader: FieldReader) {
        misread = reader.misread
        sites = reader.sites
        texts = reader.texts
        bracketed = reader.bracketed
        leftovers = reader.leftovers
        diagnostics += reader.diagnostics
    }
}

extension Diagnostic {
    static func badSlug(_ slug: String, at range: SourceRange, isFileName: Bool) -> Diagnostic {
        let near = Address.slug(near: slug)
        let offer = !Address.isSlug(near) ? nil : isFileName ? Message(" Döp om filen till \(near).md.", en: " Rename the file to \(near).md.") : Message("", en: "")
        return Diagnostic(
            "bad-slug", .error,
            Message(
                "Namnet ”\(slug)” blir en adress och får bara ha små bokstäver a–z, siffror och bindestreck." + (offer?.swedish ?? ""),
                en: "The name '\(slug)' becomes an address and may only have letters a–z, digits and hyphens." + (offer?.english ?? "")),
            at: range,
            fixes: offer == nil || isFileName ? [] : [.init(Message("skriv id: \(near)", en: "write id: \(near)"), replacing: range, with: near, isCertain: true)])
    }
}

extension FieldReader {
    /// A line of a body that is a scaffold's own; nearly no line begins as these do.
    fileprivate mutating func noteLeftovers(inLinesOf bytes: [UInt8], _ body: Range<Int>) {
        bytes.withUnsafeBytes { text in
            var start = body.lowerBound
            while start < body.upperBound {
                let end = memchr(text.baseAddress! + start, 10, body.upperBound - start).map { UnsafeRawPointer($0) - text.baseAddress! } ?? body.upperBound
                if end - start < 100, text[start] == UInt8(ascii: "S"), text[start..<end].starts(with: "Skriv ".utf8) {
                    noteLeftover(String(decoding: text[start..<end], as: UTF8.self), at: range(start..<end), hasKey: false)
                }
                start = end + 1
            }
        }
    }

    /// The keys that every element may have; the rest belongs to its kind.
    private struct Common: Record {
        var title: Located<String>?
        var former: [Located<String>] = []
        var requirements: [Located<String>] = []

        static let fields: [Field<Common>] = [
            Field(
                "titel", "Titel", \.title, required: true,
                help: "Namnet som läsaren ser i rubriker och länkar. Titeln kan ändras fritt: adressen kommer ur filnamnet eller id."),
            Field(
                "tidigare", "Tidigare adresser", \.former,
                help: "Adresser som delen har haft, till exempel begrepp:utsatt-omrade. Då leder gamla länkar rätt när filen eller id har bytt namn."),
            Field(
                "krav", "Krav", \.requirements,
                help: "Koder för de krav som delen svarar på: [R3, R12]. Ett krav som ingen del säger sig bära går inte att följa från synpunkt till text."),
        ]
    }

    private static let keysOfAll = Common.fields.map(\.key)
    private static let keysOfNoKind = keysOfAll + ["id"]

    static var commonKeys: [ValueShape.Description] { Common.descriptions }

    /// - Parameter written: the slug as it stands, where that can be no address.
    mutating func element(
        _ address: Address, written: String, _ members: [(key: Located<String>, value: FieldNode)], at range: SourceRange, body: Prose?
    ) -> Element? {
        guard let type = elementTypes.first(where: { $0.elementKind == address.kind }) else { return nil }
        misread = []
        let commonKeys = Self.keysOfAll
        let known = type.keys + Self.keysOfNoKind
        // A misspelt key goes with those that it is like.
        let own = members.filter { member in
            if known.contains(member.key.value) { return commonKeys.contains(member.key.value) }
            return nearestName(to: member.key.value, among: known).map(commonKeys.contains) ?? false
        }
        let common = read(Common.self, own, at: range)
        let content = readContent(type, members, at: range, ignoring: Self.keysOfNoKind + own.map { $0.key.value })
        if let title = common.title { addText(.title, at: title.range) }
        let former = address.slug == written ? [] : [Located("\(address.kind.rawValue):\(written)", at: range)]
        // Without a title it has its address still: what leads to it is no mistake.
        return Element(
            address: address, range: range, title: common.title ?? Located(address.slug, at: range), formerAddresses: common.former + former,
            requirements: common.requirements, body: body, content: content, misread: common.title == nil ? misread.union(["titel"]) : misread)
    }

    private mutating func readContent(
        _ type: any ElementContent.Type, _ members: [(key: Located<String>, value: FieldNode)], at range: SourceRange,
        ignoring ignored: [String]
    ) -> any ElementContent {
        func open<Content: ElementContent>(_ type: Content.Type, _ reader: inout FieldReader) -> any ElementContent {
            reader.read(type, members, at: range, ignoring: ignored)
        }
        return open(type, &self)
    }
}
