/// The languages that findings and help are told in.
package enum MessageLanguage: String, Sendable, CaseIterable {
    case swedish = "sv"
    case english = "en"
}

/// A text in each language that the command can speak.
package struct Message: Sendable, Hashable {
    package let swedish: String
    package let english: String

    package init(_ swedish: String, en english: String) {
        self.swedish = swedish
        self.english = english
    }

    package func text(in language: MessageLanguage) -> String {
        language == .swedish ? swedish : english
    }
}

/// Name of a rule as authors and machines see it: ASCII, stable for ever.
package struct RuleID: Hashable, Sendable, ExpressibleByStringLiteral, Comparable, CustomStringConvertible {
    package let rawValue: String

    package init(_ rawValue: String) { self.rawValue = rawValue }
    package init(stringLiteral value: String) { rawValue = value }

    package var description: String { rawValue }
    package static func < (left: RuleID, right: RuleID) -> Bool { left.rawValue < right.rawValue }
}

package enum Severity: String, Sendable, Comparable, CaseIterable {
    case information
    case warning
    case error

    package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self)! }

    package var label: Message {
        switch self {
        case .information: Message("upplysning", en: "information")
        case .warning: Message("varning", en: "warning")
        case .error: Message("fel", en: "error")
        }
    }
}

/// One thing an author should know of: what is wrong, why it matters, where, and what to do.
package struct Diagnostic: Sendable {
    /// Another place that belongs to the same finding.
    package struct Note: Sendable {
        package let message: Message
        package let range: SourceRange

        package init(_ message: Message, at range: SourceRange) {
            self.message = message
            self.range = range
        }
    }

    /// A change that would mend the finding.
    package struct Fix: Sendable {
        package let summary: Message
        package let range: SourceRange
        package let replacement: String
        /// Whether it can be nothing but what the author meant: then `check --fix` makes the change.
        package let isCertain: Bool

        package init(_ summary: Message, replacing range: SourceRange, with replacement: String, isCertain: Bool = false) {
            self.isCertain = isCertain
            self.summary = summary
            self.range = range
            self.replacement = replacement
        }
    }

    package let id: RuleID
    package let severity: Severity
    package let message: Message
    package let range: SourceRange
    package let notes: [Note]
    package let fixes: [Fix]
    /// Requirements (`R21`) that aren't met; none for mistakes of form.
    package let requirements: [String]

    package init(
        _ id: RuleID, _ severity: Severity, _ message: Message, at range: SourceRange,
        notes: [Note] = [], fixes: [Fix] = [], requirements: [String] = []
    ) {
        self.requirements = requirements
        self.id = id
        self.severity = severity
        self.message = message
        self.range = range
        self.notes = notes
        self.fixes = fixes
    }
}

/// A value together with what was found while making it. An author's mistake is a diagnostic here, never a thrown
/// error.
package struct Checked<Value> {
    package let value: Value
    package let diagnostics: [Diagnostic]

    package init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
        self.value = value
        self.diagnostics = diagnostics
    }
}

extension Checked: Sendable where Value: Sendable {}

extension [Diagnostic] {
    /// In reading order: by file, place, then rule, so that two runs print the same.
    package func inReadingOrder() -> [Diagnostic] {
        sorted { ($0.range, $0.id, $0.message.swedish) < ($1.range, $1.id, $1.message.swedish) }
    }
}
