import Diagnostics

/// The fields of one kind of element.
package protocol ElementContent: Record, LinkTarget {
    static var elementKind: ElementKind { get }
}

extension ElementContent {
    package static var kind: ElementKind? { elementKind }
    /// The keys of its fields.
    package static var keys: [String] { fields.map { $0.key } }
}

/// One element of a programme: what all kinds have in common, and the fields of its kind.
package final class Element: Sendable {
    package let address: Address
    /// Where the element says its slug: the `id` of a register entry, the top of a Markdown file.
    package let range: SourceRange
    package let title: Located<String>
    /// Addresses the element had before; links to them still resolve.
    package let formerAddresses: [Located<String>]
    /// Requirements (R1 …) that the element answers.
    package let requirements: [Located<String>]
    package let body: Prose?
    package let content: any ElementContent
    /// Keys that stand there and couldn't be read, which reading has told: what they say isn't known, but it isn't missing.
    package let misread: Set<String>

    package init(
        address: Address, range: SourceRange, title: Located<String>, formerAddresses: [Located<String>],
        requirements: [Located<String>], body: Prose?, content: any ElementContent, misread: Set<String> = []
    ) {
        self.misread = misread
        self.address = address
        self.range = range
        self.title = title
        self.formerAddresses = formerAddresses
        self.requirements = requirements
        self.body = body
        self.content = content
    }
}

/// The type behind each kind: the one list of what a programme can hold.
package let elementTypes: [any ElementContent.Type] = [
    Chapter.self, Goal.self, Role.self, Assignment.self, Concept.self, Theory.self, FocusArea.self,
    WorkingMethod.self, SteeringDocument.self, ConflictType.self, ConflictStep.self, EscalationPath.self,
    Perspective.self, Cause.self, Measure.self, PlaceFunction.self, Forum.self, Learning.self, Development.self,
    Gap.self,
]
