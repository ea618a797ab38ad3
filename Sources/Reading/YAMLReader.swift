import Diagnostics
import Model
import Yams

/// Reads YAML into field nodes, with the byte range of every value. The only user of Yams.
///
/// Scalars stay text. Anchors, aliases, merge keys and tags are refused: an alias can make a small file endless.
struct YAMLReader {
    private let file: FileID
    private let bytes: [UInt8]
    /// Where the YAML begins and ends in the file: after the byte order mark, or the front matter.
    private let region: Range<Int>
    private var lineStarts: [Int] = []
    private var diagnostics: [Diagnostic] = []

    private static let deepestNesting = 40

    private init(file: FileID, bytes: [UInt8], region: Range<Int>) {
        self.file = file
        self.bytes = bytes
        self.region = region
    }

    /// The root node, nil when the region holds nothing or can't be read.
    static func read(_ bytes: [UInt8], region: Range<Int>, file: FileID) -> Checked<FieldNode?> {
        var reader = YAMLReader(file: file, bytes: bytes, region: region)
        let node = reader.readRoot()
        return Checked(node, reader.diagnostics)
    }

    private mutating func readRoot() -> FieldNode? {
        lineStarts = [region.lowerBound]
        var index = region.lowerBound
        var flowDepth = 0
        while index < region.upperBound {
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "\r"), index < region.upperBound, bytes[index] == UInt8(ascii: "\n") { index += 1 }
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { lineStarts.append(index) }
            if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { flowDepth += 1 }
            if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { flowDepth = max(0, flowDepth - 1) }
            // libyaml and Yams recurse; a file that only opens brackets must not reach the stack.
            if flowDepth > 500 {
                report("too-deep", Self.tooDeep, at: index - 1..<index)
                return nil
            }
        }
        let text = String(decoding: bytes[region], as: UTF8.self)
        do {
            let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
            guard let root = try parser.singleRoot() else { return nil }
            // The parser owns the anchors: it must outlive the look at them.
            return withExtendedLifetime(parser) { node(root, depth: 0) }
        } catch let error as YamlError {
            report(error)
        } catch {
            report("bad-yaml", Message("Filen går inte att läsa som YAML.", en: "The file can't be read as YAML."), at: region)
        }
        return nil
    }

    private static let tooDeep = Message(
        "Värdena ligger i för många nivåer. Skriv plattare.", en: "The values are nested too deep. Write them flatter.")

    private mutating func node(_ node: Node, depth: Int) -> FieldNode? {
        let start = offset(of: node.mark)
        guard depth < Self.deepestNesting else {
            report("too-deep", Self.tooDeep, at: start..<start)
            return nil
        }
        guard node.anchor == nil, !isAlias(node) else {
            report(
                "yaml-alias",
                Message(
                    "Ankare och alias (& och *) används inte här. Skriv värdet på båda ställena.",
                    en: "Anchors and aliases (& and *) are not used here. Write the value in both places."),
                at: start..<min(start + 1, region.upperBound))
            return nil
        }
        switch node {
        case .scalar(let scalar): return self.scalar(scalar, at: start)
        case .sequence(let sequence):
            var items: [FieldNode] = []
            for item in sequence { if let item = self.node(item, depth: depth + 1) { items.append(item) } }
            return FieldNode(.list(items), at: range(start..<min(start + 1, region.upperBound)))
        case .mapping(let mapping):
            var members: [(key: Located<String>, value: FieldNode)] = []
            for (key, value) in mapping {
                let place = offset(of: key.mark)
                guard case .scalar(let name) = key else {
                    report("bad-yaml", Message("En nyckel ska vara ett ord.", en: "A key must be a word."), at: place..<place + 1)
                    continue
                }
                let normal = name.string.utf8.allSatisfy { $0 < 0x80 } ? name.string : composed(name.string)
                guard normal != "<<" else {
                    report(
                        "yaml-alias",
                        Message("Sammanfogning (<<) används inte här.", en: "Merge keys (<<) are not used here."), at: place..<place + 2)
                    continue
                }
                guard let value = self.node(value, depth: depth + 1) else { continue }
                let width = name.style == .plain ? name.string.utf8.count : name.string.utf8.count + 2
                members.append((Located(normal, at: range(place..<min(place + width, region.upperBound))), value))
            }
            return FieldNode(.mapping(members), at: range(start..<min(start + 1, region.upperBound)))
        case .alias: return nil
        }
    }

    private func isAlias(_ node: Node) -> Bool {
        if case .alias = node { true } else { false }
    }

    private mutating func scalar(_ scalar: Node.Scalar, at start: Int) -> FieldNode {
        let text = scalar.string
        guard !text.isEmpty else {
            let isQuoted = scalar.style == .singleQuoted || scalar.style == .doubleQuoted
            return FieldNode(.empty, at: range(isQuoted ? start..<start + 2 : start..<start))
        }
        if scalar.style == .plain, text == "~" || text == "null" {
            return FieldNode(.empty, at: range(start..<start + text.utf8.count))
        }
        var aligner = ScalarAligner(bytes: bytes, region: region, start: start, style: scalar.style)
        let alignment = aligner.align(text)
        let first = alignment.first?.text == 0 ? alignment[0].file : start
        let field = FieldText(text, start: start, alignment: alignment)
        let end = field.fileOffset(of: text.utf8.count - 1) + 1
        return FieldNode(.text(field), at: range(first..<max(first, min(end, region.upperBound))))
    }

    private func range(_ bytes: Range<Int>) -> SourceRange { SourceRange(file: file, bytes) }

    private mutating func report(_ id: RuleID, _ message: Message, at place: Range<Int>) {
        diagnostics.append(Diagnostic(id, .error, message, at: range(place)))
    }

    /// Marks count lines and Unicode scalars from 1.
    private func offset(of mark: Mark?) -> Int {
        guard let mark, mark.line >= 1 else { return region.lowerBound }
        guard mark.line <= lineStarts.count else { return region.upperBound }
        var offset = lineStarts[mark.line - 1]
        var left = mark.column - 1
        while left > 0, offset < region.upperBound {
            offset += 1
            while offset < region.upperBound, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            left -= 1
        }
        return offset
    }
}

extension YAMLReader {
    private mutating func report(_ error: YamlError) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
            let place = offset(of: mark)
            report("bad-yaml", YAMLProblems.message(problem), at: place..<min(place + 1, region.upperBound))
        case .reader(_, let offset, _, _):
            let place = min(region.lowerBound + (offset ?? 0), region.upperBound)
            report(
                "control-character",
                Message("Här står ett tecken som YAML inte tillåter. Ta bort det.", en: "There is a character here that YAML doesn't allow. Remove it."),
                at: place..<min(place + 1, region.upperBound))
        case .duplicatedKeysInMapping(let names, _):
            for name in names { reportDuplicate(name) }
        default:
            report("bad-yaml", Message("Filen går inte att läsa som YAML.", en: "The file can't be read as YAML."), at: region.lowerBound..<region.lowerBound)
        }
    }

    /// Yams says which key, not where: the second line of the same indentation, in the same mapping, that begins with it.
    private mutating func reportDuplicate(_ name: String) {
        var firstAt: [Int: Int] = [:]
        for start in lineStarts {
            var index = start
            while index < region.upperBound, bytes[index] == UInt8(ascii: " ") { index += 1 }
            var isItem = false
            while index + 1 < region.upperBound, bytes[index] == UInt8(ascii: "-"), bytes[index + 1] == UInt8(ascii: " ") {
                isItem = true
                index += 2
                while index < region.upperBound, bytes[index] == UInt8(ascii: " ") { index += 1 }
            }
            let indent = index - start
            // A new list item, or a line further out, ends the mappings that stood deeper.
            if index < region.upperBound, bytes[index] != UInt8(ascii: "\n"), bytes[index] != UInt8(ascii: "#") {
                firstAt = firstAt.filter { $0.key < indent || ($0.key == indent && !isItem) }
            }
            let end = index + name.utf8.count
            guard end < region.upperBound, bytes[end] == UInt8(ascii: ":"), bytes[index..<end].elementsEqual(name.utf8) else { continue }
            guard let first = firstAt[indent] else {
                firstAt[indent] = index
                continue
            }
            diagnostics.append(
                Diagnostic(
                    "duplicate-key", .error,
                    Message("Nyckeln ”\(name)” står två gånger. Ta bort den ena.", en: "The key '\(name)' stands twice. Remove one."),
                    at: range(index..<end),
                    notes: [.init(Message("den första", en: "the first one"), at: range(first..<first + name.utf8.count))]))
            return
        }
        report(
            "duplicate-key",
            Message("Nyckeln ”\(name)” står två gånger. Ta bort den ena.", en: "The key '\(name)' stands twice. Remove one."),
            at: region.lowerBound..<region.lowerBound)
    }
}
