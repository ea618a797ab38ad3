import Diagnostics
import Markup

/// A value that one word or line says.
package protocol ScalarValue: Sendable {
    init?(authored text: String)
    static var allowed: [String]? { get }
    /// What an author should write, for the message about a bad value.
    static var form: Message { get }
    var text: String { get }
}

extension ScalarValue {
    package static var allowed: [String]? { nil }
}

/// A value from a fixed list.
package protocol ControlledValue: ScalarValue, RawRepresentable, CaseIterable where RawValue == String {}

extension ControlledValue {
    package init?(authored text: String) { self.init(rawValue: text) }
    package static var allowed: [String]? { allCases.map(\.rawValue) }
    package static var form: Message {
        let values = allCases.map(\.rawValue).joined(separator: ", ")
        return Message("Välj bland: \(values).", en: "Choose among: \(values).")
    }
    package var text: String { rawValue }
}

extension String: ScalarValue {
    package init?(authored text: String) { self = text }
    package static var form: Message { Message("Skriv en text.", en: "Write a text.") }
    package var text: String { self }
}

extension Located: FieldValue where Value: ScalarValue {
    package static func read(_ node: FieldNode, _ reader: inout FieldReader) -> Located<Value>? {
        guard let text = reader.text(node) else { return nil }
        if let value = Value(authored: text.text) {
            if Value.self == String.self { reader.noteLeftover(text.text, at: node.range) }
            return Located(value, at: node.range)
        }
        let near = Value.allowed.flatMap { nearestName(to: text.text, among: $0) }
        reader.report(
            "unknown-value",
            Message(
                "Värdet ”\(text.text)” går inte att använda här." + (near.map { " Menade du ”\($0)”?" } ?? "") + " " + Value.form.swedish,
                en: "The value '\(text.text)' can't be used here." + (near.map { " Did you mean '\($0)'?" } ?? "") + " " + Value.form.english),
            at: node.range,
            fixes: near.map {
                [Diagnostic.Fix(Message("skriv ”\($0)”", en: "write '\($0)'"), replacing: node.range, with: $0, isCertain: isSameName(text.text, $0))]
            } ?? [])
        return nil
    }

    package static var shape: ValueShape { Value.allowed.map { .choice($0) } ?? .text(Value.form) }
    package var fact: FactValue? { value.text.isEmpty ? nil : .text(value.text) }
}

extension Optional: FieldValue where Wrapped: FieldValue {
    package static func read(_ node: FieldNode, _ reader: inout FieldReader) -> Wrapped?? {
        Wrapped.read(node, &reader).map { .some($0) }
    }

    package static var shape: ValueShape { Wrapped.shape }
    package var fact: FactValue? { flatMap(\.fact) }
}

extension Array: FieldValue where Element: FieldValue {
    /// A single value is taken as a list of one.
    package static func read(_ node: FieldNode, _ reader: inout FieldReader) -> [Element]? {
        switch node.value {
        case .empty: []
        case .list(let items): items.compactMap { Element.read($0, &reader) }
        case .text, .mapping: Element.read(node, &reader).map { [$0] }
        }
    }

    package static var shape: ValueShape { .list(Element.shape) }
    package var fact: FactValue? {
        let facts = compactMap(\.fact)
        return facts.isEmpty ? nil : .list(facts)
    }
}

extension Prose: FieldValue {
    package static func read(_ node: FieldNode, _ reader: inout FieldReader) -> Prose? {
        guard let text = reader.text(node) else { return nil }
        reader.noteLeftover(text.text, at: node.range)
        return reader.prose(Document(parsing: Array(text.text.utf8)), at: node.range, locate: text.fileRange(of:))
    }

    package static var shape: ValueShape { .prose }
    package var fact: FactValue? { .prose(self) }
}

extension Link: FieldValue {
    package static func read(_ node: FieldNode, _ reader: inout FieldReader) -> Link? {
        guard let text = reader.text(node) else { return nil }
        return Link(site: reader.addSite(.element(text.text, kind: Target.kind), at: node.range))
    }

    package static var shape: ValueShape { .link(Target.kind) }
    package var fact: FactValue? { .link(site) }
}

extension Citation: FieldValue {
    package static func read(_ node: FieldNode, _ reader: inout FieldReader) -> Citation? {
        guard let text = reader.text(node) else { return nil }
        guard let items = CitationText.parse(text.text), items.count == 1, let item = items.first else {
            reader.report(
                "malformed-citation",
                Message(
                    "Skriv källans nyckel och, om det behövs, stället efter ett komma: cohen-felson-1979, s. 589.",
                    en: "Write the key of the source and, if needed, the place after a comma: cohen-felson-1979, s. 589."),
                at: node.range)
            return nil
        }
        let site = reader.addSite(.source(item.key), at: reader.range(text.fileRange(of: item.keyRange)))
        return Citation(site: site, locator: item.locator)
    }

    package static var shape: ValueShape { .citation }
    package var fact: FactValue? { .citation(self) }
}
