import Diagnostics

/// What an author may write behind a key, as far as a schema, a scaffold or a handbook needs to know.
package indirect enum ValueShape: Sendable {
    /// One word or line, and what it should look like.
    case text(Message)
    case choice([String])
    /// CommonMark.
    case prose
    /// The address of an element; of any kind when nil.
    case link(ElementKind?)
    /// The key of a source, and the place in it.
    case citation
    /// Several, or one without dash or brackets.
    case list(ValueShape)
    case record([Description])

    /// One key of a record.
    package struct Description: Sendable {
        package let key: String
        package let label: String
        /// What to write and why, for an author, in Swedish.
        package let help: String
        package let isRequired: Bool
        package let shape: ValueShape

        package init(key: String, label: String, help: String, isRequired: Bool, shape: ValueShape) {
            (self.key, self.label, self.help, self.isRequired, self.shape) = (key, label, help, isRequired, shape)
        }
    }
}

extension Record {
    /// The keys of the record in their order.
    package static var descriptions: [ValueShape.Description] {
        fields.map { ValueShape.Description(key: $0.key, label: $0.label, help: $0.help, isRequired: $0.isRequired, shape: $0.shape()) }
    }

    package static var shape: ValueShape { .record(descriptions) }
}
