import Diagnostics
import Markup
import Model

/// A response as the form writes it: JSON with the keys of a response, every text as it was typed. Nothing in it is
/// trusted.
package struct SubmittedResponse: Sendable {
    package let consultation: Located<String>
    package let document: Located<String>?
    package let fingerprint: Located<String>?
    package let response: ConsultationResponse
    /// Where the response names elements, in the order of the file.
    package let sites: [ReferenceSite]
    private let node: FieldNode

    /// More than any respondent writes, and little enough to read at once.
    package static let mostBytes = 8 << 20
    private static let mostViewpoints = 2_000
    private static let mostCharacters = 100_000

    /// The response as the content has it: keys in their order, texts in CommonMark that shows what was typed.
    package var yaml: String { YAMLWriter.text(node) }

    package static func read(_ text: SourceText, file: FileID = FileID(0)) -> Checked<SubmittedResponse?> {
        func refuse(_ id: RuleID, _ message: Message, at range: SourceRange = .top(of: file)) -> Checked<SubmittedResponse?> {
            Checked(nil, [Diagnostic(id, .error, message, at: range)])
        }
        guard text.bytes.count <= mostBytes else {
            return refuse(
                "response-too-large", Message("Filen är \(text.bytes.count >> 20) MB. En svarsfil får vara \(mostBytes >> 20) MB.", en: "The file is \(text.bytes.count >> 20) MB; a response file may be \(mostBytes >> 20) MB."))
        }
        let checks = TextChecks.check(text.bytes, file: file)
        guard checks.isReadable else { return Checked(nil, checks.diagnostics) }
        let start = FrontMatter.markLength(text.bytes)
        guard text.bytes[start...].first(where: { ![32, 9, 10, 13].contains($0) }) == UInt8(ascii: "{") else {
            return refuse("not-a-response", Message("Filen är ingen svarsfil: den ska börja med {.", en: "The file is no response file: it must begin with {."))
        }
        // JSON is YAML as far as libyaml goes, and libyaml knows the places.
        let read = YAMLReader.read(text.bytes, region: start..<text.bytes.count, file: file, keepsControls: true)
        guard let root = read.value, case .mapping(let members) = root.value, read.diagnostics.allSatisfy({ $0.severity < .error }) else {
            return Checked(nil, read.diagnostics.isEmpty ? refuse("not-a-response", Message("Filen är ingen svarsfil.", en: "The file is no response file.")).diagnostics : read.diagnostics)
        }
        func member(_ key: String) -> FieldNode? { members.first { $0.key.value == key }?.value }
        func string(_ key: String) -> Located<String>? {
            guard let node = member(key), case .text(let text) = node.value else { return nil }
            return Located(text.text, at: node.range)
        }
        guard let format = string("format"), format.value == "styrdok-remissvar" else {
            return refuse("not-a-response", Message("Filen är ingen svarsfil: format ska vara ”styrdok-remissvar”.", en: "The file is no response file: format must be 'styrdok-remissvar'."), at: member("format")?.range ?? root.range)
        }
        guard let version = string("version"), version.value == "1" else {
            return refuse("unknown-version", Message("Svarsfilens version går inte att läsa här. Den ska vara 1.", en: "This version of the response file can't be read. It must be 1."), at: member("version")?.range ?? root.range)
        }
        guard let consultation = string("remiss"), let answer = member("svar") else {
            return refuse("not-a-response", Message("Svarsfilen saknar remiss eller svar.", en: "The response file lacks 'remiss' or 'svar'."), at: root.range)
        }
        var reader = FieldReader(file: file)
        for (key, _) in members where !["format", "version", "remiss", "dokument", "avtryck", "sparad", "svar"].contains(key.value) {
            reader.report("unknown-key", Message("Nyckeln ”\(key.value)” hör inte till en svarsfil.", en: "The key '\(key.value)' doesn't belong to a response file."), at: key.range)
        }
        var node = escaped(answer, ConsultationResponse.fields, &reader)
        if let fingerprint = string("avtryck"), case .mapping(let answers) = node.value {
            // What was read stands with the answer.
            let own = (key: Located("avtryck", at: fingerprint.range), value: FieldNode(.text(FieldText(fingerprint.value, start: Int(fingerprint.range.lower))), at: fingerprint.range))
            node = ordered(FieldNode(.mapping(answers.filter { $0.key.value != "avtryck" } + [own]), at: node.range), ConsultationResponse.fields)
        }
        guard let response = ConsultationResponse.read(node, &reader) else { return Checked(nil, reader.diagnostics) }
        limits(response, &reader)
        return Checked(
            SubmittedResponse(
                consultation: consultation, document: string("dokument"), fingerprint: string("avtryck"), response: response, sites: reader.sites, node: node),
            checks.diagnostics + read.diagnostics + reader.diagnostics)
    }

    // MARK: As the content has it

    /// The node with its keys in the order of the fields and its long texts as CommonMark; empty values go.
    private static func escaped<Root>(_ node: FieldNode, _ fields: [Field<Root>], _ reader: inout FieldReader) -> FieldNode {
        guard case .mapping(let members) = node.value else { return node }
        var kept: [(key: Located<String>, value: FieldNode)] = []
        for (key, value) in members {
            if case .empty = value.value { continue }
            if case .text(let text) = value.value, text.text.isEmpty { continue }
            if case .list(let items) = value.value, items.isEmpty { continue }
            let isProse = fields.first { $0.key == key.value }?.isProse == true
            kept.append((key, cleaned(value, key: key.value, isProse: isProse, &reader)))
        }
        return ordered(FieldNode(.mapping(kept), at: node.range), fields)
    }

    private static func cleaned(_ value: FieldNode, key: String, isProse: Bool, _ reader: inout FieldReader) -> FieldNode {
        switch value.value {
        case .text(let text):
            if text.text.count > mostCharacters {
                reader.report("text-too-long", Message("Texten är längre än \(mostCharacters) tecken.", en: "The text is longer than \(mostCharacters) characters."), at: value.range)
            }
            var clean = String(String.UnicodeScalarView(text.text.unicodeScalars.filter { !ControlCharacters.contains($0.value) && $0 != "\r" }))
            if clean.unicodeScalars.count != text.text.replacing("\r", with: "").unicodeScalars.count {
                reader.report("control-character", Message("Osynliga styrtecken i texten har tagits bort.", en: "Invisible control characters were removed."), at: value.range, severity: .warning)
            }
            clean = isProse ? EscapedText.commonMark(clean) : clean.split(whereSeparator: \.isNewline).joined(separator: " ")
            return FieldNode(.text(FieldText(clean, start: Int(value.range.lower))), at: value.range)
        case .list(let items):
            return FieldNode(
                .list(items.map { key == "synpunkter" ? escaped($0, Viewpoint.fields, &reader) : cleaned($0, key: key, isProse: isProse, &reader) }), at: value.range)
        case .mapping: return key == "beslut" ? escaped(value, ResponseDecision.fields, &reader) : value
        case .empty: return value
        }
    }

    private static func ordered<Root>(_ node: FieldNode, _ fields: [Field<Root>]) -> FieldNode {
        guard case .mapping(let members) = node.value else { return node }
        let order = Dictionary(fields.enumerated().map { ($1.key, $0) }, uniquingKeysWith: min)
        let sorted = members.enumerated().sorted { (order[$0.element.key.value] ?? Int.max, $0.offset) < (order[$1.element.key.value] ?? Int.max, $1.offset) }
        return FieldNode(.mapping(sorted.map(\.element)), at: node.range)
    }

    // MARK: What nobody means

    private static func limits(_ response: ConsultationResponse, _ reader: inout FieldReader) {
        if response.viewpoints.count > mostViewpoints, let last = response.viewpoints[mostViewpoints].id {
            reader.report("too-many-viewpoints", Message("Svaret har fler än \(mostViewpoints) synpunkter.", en: "The response has more than \(mostViewpoints) viewpoints."), at: last.range)
        }
        for id in response.viewpoints.compactMap(\.id) where !isID(id.value) {
            reader.report(
                "bad-viewpoint-id", Message("”\(id.value.prefix(60))” är inget id. Skriv bokstäver, bindestreck och siffror, som EAV-07.", en: "'\(id.value.prefix(60))' is no id. Write letters, a hyphen and digits, like EAV-07."),
                at: id.range)
        }
    }

    /// It becomes an anchor, and stands in tables.
    private static func isID(_ text: String) -> Bool {
        text.count <= 40 && text.wholeMatch(of: /[\p{L}0-9]+(-[\p{L}0-9]+)*/) != nil
    }
}
