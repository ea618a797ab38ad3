import Markup

/// The form of a reference: text with fields, parts that go when a field is missing, and alternatives.
///
///     [{upphov} ({år}). *{titel}*|*{titel}* ({år})].[ {förlag}.]
package struct WordingTemplate: Sendable {
    indirect enum Node: Sendable {
        case text(String)
        case field(String)
        case emphasis([Node])
        /// The first alternative whose own fields are all there.
        case choice([[Node]])
    }

    /// Where a form can't be read, counted in characters from its start.
    package struct Mistake: Error {
        package let offset: Int
        package let what: String
    }

    let nodes: [Node]

    package init(_ form: String, knowing fields: Set<String>) throws(Mistake) {
        var parser = Parser(characters: Array(form), fields: fields)
        nodes = try parser.nodes(until: nil)
    }

    /// The inlines of the form; `value` gives nil for what a source lacks.
    package func inlines(_ value: (String) -> [Inline]?) -> [Inline] {
        var writer = Writer()
        Self.write(nodes, value, &writer)
        return writer.inlines
    }

    private static func write(_ nodes: [Node], _ value: (String) -> [Inline]?, _ writer: inout Writer) {
        for node in nodes {
            switch node {
            case .text(let text): writer.add(text)
            case .field(let name): for inline in value(name) ?? [] { writer.add(inline) }
            case .emphasis(let inner):
                var own = Writer()
                write(inner, value, &own)
                if !own.inlines.isEmpty { writer.add(.emphasis(own.inlines)) }
            case .choice(let alternatives):
                if let chosen = alternatives.first(where: { isWhole($0, value) }) { write(chosen, value, &writer) }
            }
        }
    }

    private static func isWhole(_ nodes: [Node], _ value: (String) -> [Inline]?) -> Bool {
        nodes.allSatisfy { node in
            switch node {
            case .text, .choice: true
            case .field(let name): value(name) != nil
            case .emphasis(let inner): isWhole(inner, value)
            }
        }
    }

    /// Puts inlines together so that no mark of punctuation comes twice and no blank stands first.
    private struct Writer {
        var inlines: [Inline] = []
        private var last: Character?

        mutating func add(_ text: String) {
            var text = text[...]
            if last == nil { text = text.drop { $0 == " " } }
            while let first = text.first, let last, Self.isRepeated(first, after: last) { text.removeFirst() }
            guard !text.isEmpty else { return }
            last = text.last
            inlines.append(.text(String(text)))
        }

        mutating func add(_ inline: Inline) {
            if case .text(let text) = inline {
                add(text)
            } else {
                inlines.append(inline)
                last = Self.lastCharacter(of: inline) ?? "x"
            }
        }

        private static func isRepeated(_ mark: Character, after last: Character) -> Bool {
            switch mark {
            case ".": ".?!".contains(last)
            case ",": ",.".contains(last) && last == ","
            case " ": last == " "
            default: false
            }
        }

        private static func lastCharacter(of inline: Inline) -> Character? {
            switch inline {
            case .text(let text): text.last
            case .emphasis(let inner), .strong(let inner), .language(_, let inner), .span(_, let inner), .link(_, let inner), .url(_, let inner):
                inner.last.flatMap(lastCharacter)
            case .anchor, .ready: nil
            }
        }
    }

    private struct Parser {
        let characters: [Character]
        let fields: Set<String>
        var index = 0

        mutating func nodes(until end: Character?) throws(Mistake) -> [Node] {
            var nodes: [Node] = []
            var text = ""
            func flush() { if !text.isEmpty { nodes.append(.text(text)); text = "" } }
            while index < characters.count {
                let character = characters[index]
                if character == end || (end == "]" && character == "|") {
                    flush()
                    return nodes
                }
                switch character {
                case "{":
                    flush()
                    guard let close = characters[index...].firstIndex(of: "}") else { throw Mistake(offset: index, what: "{ saknar }") }
                    let name = String(characters[index + 1..<close])
                    guard fields.contains(name) else { throw Mistake(offset: index + 1, what: "fältet ”\(name)” finns inte") }
                    nodes.append(.field(name))
                    index = close + 1
                case "*":
                    flush()
                    let start = index
                    index += 1
                    let inner = try self.nodes(until: "*")
                    guard index < characters.count else { throw Mistake(offset: start, what: "* saknar ett avslutande *") }
                    nodes.append(.emphasis(inner))
                    index += 1
                case "[":
                    flush()
                    let start = index
                    var alternatives: [[Node]] = []
                    repeat {
                        index += 1
                        alternatives.append(try self.nodes(until: "]"))
                        guard index < characters.count else { throw Mistake(offset: start, what: "[ saknar ]") }
                    } while characters[index] == "|"
                    nodes.append(.choice(alternatives))
                    index += 1
                case "]", "}", "|": throw Mistake(offset: index, what: "\(character) står ensamt")
                default:
                    text.append(character)
                    index += 1
                }
            }
            guard end == nil else { return nodes }
            flush()
            return nodes
        }
    }
}
