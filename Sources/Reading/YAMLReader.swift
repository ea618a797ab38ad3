import CYAML
import Diagnostics
import Markup
import Model

/// Reads YAML into field nodes, with the byte range of every value. The only user of libyaml.
///
/// Scalars stay text. Anchors, aliases, merge keys and tags are refused: an alias can make a small file endless.
struct YAMLReader {
    private let file: FileID
    private let bytes: [UInt8]
    /// Where the YAML begins and ends in the file: after the byte order mark, or the front matter.
    private let region: Range<Int>
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    /// Whether `"\u0007"` and its like are left for somebody else to take away.
    private let keepsControls: Bool
    private var diagnostics: [Diagnostic] = []
    /// A character of the region and the byte it begins at; marks are asked for in the order of the text.
    private var cursor: (character: Int, offset: Int)

    private static let deepestNesting = 40
    private static let controlMessage = Message("Här står ett styrtecken, som inte syns. Ta bort det.", en: "There is a control character here, which can't be seen. Remove it.")

    /// The rest of the file can't be read; a diagnostic says why.
    private struct Unreadable: Error {}

    private init(file: FileID, bytes: [UInt8], region: Range<Int>, keepsControls: Bool, parser: UnsafeMutablePointer<yaml_parser_t>) {
        self.file = file
        self.bytes = bytes
        self.region = region
        self.keepsControls = keepsControls
        self.parser = parser
        cursor = (0, region.lowerBound)
    }

    /// The root node, nil when the region holds nothing or can't be read.
    static func read(_ bytes: [UInt8], region: Range<Int>, file: FileID, keepsControls: Bool = false) -> Checked<FieldNode?> {
        let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
        defer { parser.deallocate() }
        guard yaml_parser_initialize(parser) == 1 else { fatalError("out of memory") }
        defer { yaml_parser_delete(parser) }
        return bytes.withUnsafeBufferPointer { text in
            // An empty region still needs an address.
            let part = UnsafeBufferPointer(rebasing: text[region])
            return withUnsafePointer(to: UInt8(0)) { nothing in
                yaml_parser_set_input_string(parser, part.baseAddress ?? nothing, part.count)
                yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
                var reader = YAMLReader(file: file, bytes: bytes, region: region, keepsControls: keepsControls, parser: parser)
                let node = try? reader.root()
                return Checked(node ?? nil, reader.diagnostics)
            }
        }
    }

    private mutating func root() throws(Unreadable) -> FieldNode? {
        try next { $0.type } // the stream's start
        guard try next({ $0.type }) == YAML_DOCUMENT_START_EVENT else { return nil }
        let root = try value(depth: 0)
        try next { $0.type } // the document's end
        let after = try next { ($0.type, $0.start_mark) }
        if after.0 == YAML_DOCUMENT_START_EVENT {
            let place = offset(of: after.1)
            report("bad-yaml", YAMLProblems.message("but found another document"), at: place..<min(place + 1, region.upperBound))
            throw Unreadable()
        }
        return root
    }

    // MARK: Events

    /// Takes what is wanted of the next event.
    @discardableResult private mutating func next<Result>(_ body: (yaml_event_t) -> Result) throws(Unreadable) -> Result {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else {
            reportProblem()
            throw Unreadable()
        }
        defer { yaml_event_delete(&event) }
        return body(event)
    }

    /// What an event says, free of libyaml's memory.
    private enum Event {
        case scalar(String, ScalarStyle)
        case sequence, mapping, alias, end
    }

    private mutating func event() throws(Unreadable) -> (Event, start: yaml_mark_t, isMarked: Bool) {
        try next { event in
            switch event.type {
            case YAML_SCALAR_EVENT:
                let scalar = event.data.scalar
                let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
                return (.scalar(text, ScalarStyle(scalar.style)), event.start_mark, scalar.anchor != nil || scalar.tag != nil)
            case YAML_SEQUENCE_START_EVENT:
                let sequence = event.data.sequence_start
                return (.sequence, event.start_mark, sequence.anchor != nil || sequence.tag != nil)
            case YAML_MAPPING_START_EVENT:
                let mapping = event.data.mapping_start
                return (.mapping, event.start_mark, mapping.anchor != nil || mapping.tag != nil)
            case YAML_ALIAS_EVENT: return (.alias, event.start_mark, true)
            default: return (.end, event.start_mark, false)
            }
        }
    }

    private mutating func value(depth: Int) throws(Unreadable) -> FieldNode? {
        let (event, mark, isMarked) = try event()
        return try value(event, at: offset(of: mark), isMarked: isMarked, depth: depth)
    }

    /// Nil where something was refused; its events are passed over, so that the rest is still read.
    private mutating func value(_ event: Event, at start: Int, isMarked: Bool, depth: Int) throws(Unreadable) -> FieldNode? {
        guard depth < Self.deepestNesting else {
            report(
                "too-deep",
                Message("Värdena ligger i för många nivåer. Skriv plattare.", en: "The values are nested too deep. Write them flatter."),
                at: start..<start)
            throw Unreadable()
        }
        if isMarked {
            report(
                "yaml-alias",
                Message(
                    "Ankare, alias och typmärken (&, * och !) används inte här. Skriv värdet på båda ställena, eller sätt citattecken om texten.",
                    en: "Anchors, aliases and tags (&, * and !) are not used here. Write the value in both places, or put the text in quotation marks."),
                at: start..<min(start + 1, region.upperBound))
        }
        switch event {
        case .scalar(let text, let style): return isMarked ? nil : scalar(text, style, at: start)
        case .sequence:
            let items = try items(depth: depth)
            return isMarked ? nil : FieldNode(.list(items), at: range(start..<min(start + 1, region.upperBound)))
        case .mapping:
            let members = try members(depth: depth)
            return isMarked ? nil : FieldNode(.mapping(members), at: range(start..<min(start + 1, region.upperBound)))
        case .alias, .end: return nil
        }
    }

    private mutating func items(depth: Int) throws(Unreadable) -> [FieldNode] {
        var items: [FieldNode] = []
        while true {
            let (event, mark, isMarked) = try event()
            if case .end = event { return items }
            if let item = try value(event, at: offset(of: mark), isMarked: isMarked, depth: depth + 1) { items.append(item) }
        }
    }

    private mutating func members(depth: Int) throws(Unreadable) -> [(key: Located<String>, value: FieldNode)] {
        var members: [(key: Located<String>, value: FieldNode)] = []
        // Few keys are compared one by one; many are looked up.
        var seen: [String: SourceRange]?
        func first(_ key: String) -> SourceRange? {
            if let seen { return seen[key] }
            return members.first { $0.key.value == key }?.key.range
        }
        while true {
            let (event, mark, isMarked) = try event()
            if case .end = event { return members }
            let place = offset(of: mark)
            guard case .scalar(let text, let style) = event, !isMarked else {
                if !isMarked {
                    report("bad-yaml", Message("En nyckel ska vara ett ord.", en: "A key must be a word."), at: place..<min(place + 1, region.upperBound))
                }
                _ = try value(event, at: place, isMarked: isMarked, depth: depth + 1)
                _ = try value(depth: depth + 1)
                continue
            }
            let width = style == .plain ? text.utf8.count : text.utf8.count + 2
            let key = Located(text.utf8.allSatisfy { $0 < 0x80 } ? text : composed(text), at: range(place..<min(place + width, region.upperBound)))
            let value = try value(depth: depth + 1)
            if key.value == "<<" {
                report("yaml-alias", Message("Sammanfogning (<<) används inte här.", en: "Merge keys (<<) are not used here."), at: key.range.bytes)
            } else if let first = first(key.value) {
                diagnostics.append(
                    Diagnostic(
                        "duplicate-key", .error,
                        Message("Nyckeln ”\(key.value)” står två gånger. Ta bort den ena.", en: "The key '\(key.value)' stands twice. Remove one."),
                        at: key.range, notes: [.init(Message("den första", en: "the first one"), at: first)]))
            } else if let value {
                members.append((key, value))
                if members.count == 17 { seen = Dictionary(uniqueKeysWithValues: members.map { ($0.key.value, $0.key.range) }) }
                seen?[key.value] = key.range
            }
        }
    }

    private mutating func scalar(_ text: String, _ style: ScalarStyle, at start: Int) -> FieldNode {
        guard !text.isEmpty else {
            let isQuoted = style == .singleQuoted || style == .doubleQuoted
            return FieldNode(.empty, at: range(isQuoted ? start..<start + 2 : start..<start))
        }
        if style == .plain, text == "~" || text == "null" {
            return FieldNode(.empty, at: range(start..<start + text.utf8.count))
        }
        var aligner = ScalarAligner(bytes: bytes, region: region, start: start, style: style)
        let alignment = aligner.align(text)
        let first = alignment.first?.text == 0 ? alignment[0].file : start
        let field = FieldText(text, start: start, alignment: alignment)
        // libyaml refuses such a character that stands in the file itself, but not one that is written as an escape.
        if style == .doubleQuoted, !keepsControls, let place = ControlCharacters.first(in: text) {
            report("control-character", Self.controlMessage, at: field.fileRange(of: place..<place + 1))
        }
        let end = field.fileOffset(of: text.utf8.count - 1) + 1
        return FieldNode(.text(field), at: range(first..<max(first, min(end, region.upperBound))))
    }

    // MARK: Places

    private func range(_ bytes: Range<Int>) -> SourceRange { SourceRange(file: file, bytes) }

    private mutating func report(_ id: RuleID, _ message: Message, at place: Range<Int>) {
        diagnostics.append(Diagnostic(id, .error, message, at: range(place)))
    }

    /// libyaml counts Unicode scalars from the beginning of the region.
    private mutating func offset(of mark: yaml_mark_t) -> Int {
        let wanted = Int(mark.index)
        if wanted < cursor.character { cursor = (0, region.lowerBound) }
        var (character, offset) = cursor
        bytes.withUnsafeBufferPointer { text in
            while character < wanted, offset < region.upperBound {
                offset += 1
                while offset < region.upperBound, text[offset] & 0xC0 == 0x80 { offset += 1 }
                character += 1
            }
        }
        cursor = (character, offset)
        return offset
    }

    private mutating func reportProblem() {
        let problem = parser.pointee.problem.map { String(cString: $0) } ?? ""
        if parser.pointee.error == YAML_READER_ERROR {
            let place = min(region.lowerBound + Int(parser.pointee.problem_offset), region.upperBound)
            report(
                "control-character", Self.controlMessage,
                at: place..<min(place + 1, region.upperBound))
        } else {
            let place = offset(of: parser.pointee.problem_mark)
            let context = parser.pointee.context.map { (what: String(cString: $0), place: offset(of: parser.pointee.context_mark)) }
            let (message, range) = YAMLProblems.diagnose(problem, at: place, context: context, bytes, region)
            report("bad-yaml", message, at: range)
        }
    }
}

/// How a scalar is written.
enum ScalarStyle {
    case plain, singleQuoted, doubleQuoted, literal, folded

    init(_ style: yaml_scalar_style_t) {
        switch style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE: self = .singleQuoted
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE: self = .doubleQuoted
        case YAML_LITERAL_SCALAR_STYLE: self = .literal
        case YAML_FOLDED_SCALAR_STYLE: self = .folded
        default: self = .plain
        }
    }
}
