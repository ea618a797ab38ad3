import Diagnostics
import Model

/// Something that a programme must fulfil, with its reason and its own examples: these are its documentation and its
/// tests.
package struct Rule: Sendable {
    /// What a rule found; the runner stamps id and severity.
    package struct Finding: Sendable {
        package let message: Message
        package let range: SourceRange
        package let notes: [Diagnostic.Note]
        package let fixes: [Diagnostic.Fix]

        package init(
            _ message: Message, at range: SourceRange, notes: [Diagnostic.Note] = [], fixes: [Diagnostic.Fix] = []
        ) {
            self.message = message
            self.range = range
            self.notes = notes
            self.fixes = fixes
        }
    }

    /// A small piece of content. In a rejected example `↓` stands directly before the text that the finding points at.
    package struct Example: Sendable {
        /// Text of each file by its path under the content root; what an example leaves out comes from
        /// `Example.surroundings`.
        package let files: [String: String]

        package init(_ files: [String: String]) {
            self.files = files
        }
    }

    package let id: RuleID
    package let severity: Severity
    package let summary: Message
    package let rationale: Message
    /// Requirements of the programme's requirement list that the rule answers.
    package let requirements: [String]
    /// Rules whose findings usually are the same mistake: while one of them finds something, this rule waits.
    package let yieldsTo: [RuleID]
    /// Whether the rule judges that something is *not* used. It waits while references dangle, since the missing use
    /// may be one of them.
    package let judgesAbsence: Bool
    package let accepts: [Example]
    package let rejects: [Example]
    package let findings: @Sendable (ResolvedCatalog) -> [Finding]

    package init(
        _ id: RuleID, _ severity: Severity = .error, summary: Message, rationale: Message, requirements: [String] = [],
        yieldsTo: [RuleID] = [], judgesAbsence: Bool = false, accepts: [Example], rejects: [Example],
        findings: @escaping @Sendable (ResolvedCatalog) -> [Finding]
    ) {
        self.id = id
        self.severity = severity
        self.summary = summary
        self.rationale = rationale
        self.requirements = requirements
        self.yieldsTo = yieldsTo
        self.judgesAbsence = judgesAbsence
        self.accepts = accepts
        self.rejects = rejects
        self.findings = findings
    }

    /// Every rule there is. A file in `Rules/` that is not here fails a test.
    package static let all: [Rule] = [
        .referenceYearAndTitle, .theoryCited, .theoryCrossReferenced, .steeringDocumentCited,
        .steeringDocumentCrossReferenced, .referenceCited, .readingOrderComplete,
    ]
}

/// Runs the rules over a catalog.
package enum RuleRunner {
    /// The findings, and the rules that waited because other findings must be mended first.
    package static func judge(_ catalog: ResolvedCatalog, by rules: [Rule] = Rule.all) -> (diagnostics: [Diagnostic], waiting: [RuleID]) {
        var diagnostics: [Diagnostic] = []
        var waiting: [RuleID] = []
        var finding: Set<RuleID> = []
        let results = rules.parallelMap { rule in
            rule.judgesAbsence && catalog.isIncomplete ? nil : rule.findings(catalog)
        }
        // A rule yields to rules that stand before it in the list.
        for (rule, findings) in zip(rules, results) {
            guard let findings else {
                waiting.append(rule.id)
                continue
            }
            guard !findings.isEmpty else { continue }
            if rule.yieldsTo.contains(where: finding.contains) {
                waiting.append(rule.id)
                continue
            }
            finding.insert(rule.id)
            diagnostics += findings.map {
                Diagnostic(rule.id, rule.severity, $0.message, at: $0.range, notes: $0.notes, fixes: $0.fixes)
            }
        }
        return (diagnostics, waiting)
    }
}
