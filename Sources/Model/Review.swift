import Diagnostics

/// What judging an edition came to, for people (granskning): the findings, and all that the report sets beside them.
package struct Review: Sendable {
    /// A rule as the report names it.
    package struct JudgingRule: Sendable {
        package let id: RuleID
        package let summary: String
        package let requirements: [String]

        package init(id: RuleID, summary: String, requirements: [String]) {
            self.id = id
            self.summary = summary
            self.requirements = requirements
        }
    }

    /// A section that is heavy to read.
    package struct Section: Sendable {
        package let element: ElementID?
        package let heading: String
        package let words: Int
        package let lix: Int

        package init(element: ElementID?, heading: String, words: Int, lix: Int) {
            self.element = element
            self.heading = heading
            self.words = words
            self.lix = lix
        }
    }

    package let catalog: ResolvedCatalog
    /// Of this edition and of what belongs to no edition, in reading order.
    package let findings: [Diagnostic]
    package let rules: [JudgingRule]
    /// Rules that waited for other findings to be mended.
    package let waiting: [RuleID]
    /// Whether spelling and terms could be judged.
    package let hasDictionary: Bool
    /// LIX of all running text, and the heaviest sections, heaviest first.
    package let lix: Int
    package let heaviest: [Section]

    package init(
        catalog: ResolvedCatalog, findings: [Diagnostic], rules: [JudgingRule], waiting: [RuleID], hasDictionary: Bool, lix: Int, heaviest: [Section]
    ) {
        self.catalog = catalog
        self.findings = findings
        self.rules = rules
        self.waiting = waiting
        self.hasDictionary = hasDictionary
        self.lix = lix
        self.heaviest = heaviest
    }
}
