import Diagnostics

/// One key that authors may write in an element: how it is read, whether it must be there, what readers see.
///
/// The table of a type's fields is the one place that names its keys: reading, the check for unknown keys, the JSON
/// outputs and the rendered facts all follow it.
package struct Field<Root: Sendable>: Sendable {
    package let key: String
    /// Heading of the fact in every output.
    package let label: String
    /// What to write behind the key and why, in Swedish; shown in the author's editor.
    package let help: String
    package let isRequired: Bool
    /// Made when asked for: a record's shape holds those of its fields.
    package let shape: @Sendable () -> ValueShape
    package let read: @Sendable (FieldNode, inout FieldReader, inout Root) -> Void
    package let fact: @Sendable (Root) -> FactValue?

    package init<Value: FieldValue>(
        _ key: String, _ label: String, _ path: WritableKeyPath<Root, Value> & Sendable, required: Bool = false, help: String = ""
    ) {
        self.key = key
        self.label = label
        self.help = help
        isRequired = required
        shape = { Value.shape }
        read = { node, reader, root in
            if let value = Value.read(node, &reader) { root[keyPath: path] = value }
        }
        fact = { $0[keyPath: path].fact }
    }
}

/// A type that stands behind a key.
package protocol FieldValue: Sendable {
    /// Nil, with a diagnostic, when the node is not of this type.
    static func read(_ node: FieldNode, _ reader: inout FieldReader) -> Self?
    static var shape: ValueShape { get }
    /// Nil when there is nothing to show.
    var fact: FactValue? { get }
}

/// What a field says, in the few shapes that an output must know.
package indirect enum FactValue: Sendable {
    case text(String)
    case prose(Prose)
    case link(SiteID)
    case citation(Citation)
    case list([FactValue])
    case record([Fact])

    package var isRecord: Bool {
        if case .record = self { true } else { false }
    }
}

/// A label and what stands behind it.
package struct Fact: Sendable {
    package let key: String
    package let label: String
    package let value: FactValue
}

/// A mapping with keys of its own.
package protocol Record: FieldValue {
    init()
    static var fields: [Field<Self>] { get }
}

extension Record {
    package static func read(_ node: FieldNode, _ reader: inout FieldReader) -> Self? {
        guard case .mapping(let members) = node.value else {
            if case .empty = node.value { return nil }
            reader.report(
                "wrong-shape",
                Message(
                    "Här väntas nycklar och värden: \(fields.map(\.key).joined(separator: ", ")).",
                    en: "Keys and values are expected here: \(fields.map(\.key).joined(separator: ", "))."),
                at: node.range)
            return nil
        }
        return reader.read(Self.self, members, at: node.range)
    }

    package var fact: FactValue? {
        let facts = self.facts
        return facts.isEmpty ? nil : .record(facts)
    }

    package var facts: [Fact] {
        let fields = Self.fields
        return fields.indices.compactMap { index in fields[index].fact(self).map { Fact(key: fields[index].key, label: fields[index].label, value: $0) } }
    }
}

extension Field {
    /// Whether the value is CommonMark, or a list of such.
    package var isProse: Bool {
        switch shape() {
        case .prose, .list(.prose): true
        default: false
        }
    }
}
