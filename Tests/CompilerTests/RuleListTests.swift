import Diagnostics
import Model
import Testing
import Validating

/// The rules by name: a rule's own examples go with it when it is removed, and then only this list misses it.
@Suite struct RuleListTests {
    /// Every rule with the requirements that it answers, in the order of `Rule.all`.
    private static let list = """
        # The owner's own: nothing left empty, nothing without a source, nothing unused.
        placeholder-left
        reference-year-title: R21 R26
        reference-type-known: R26
        reference-doi: R26
        reference-isbn: R26
        reference-same-work: R26
        theory-cited: R21
        theory-cross-referenced: R21
        steering-document-cited: R26
        steering-document-cross-referenced: R26
        reference-cited: R21 R26
        reading-order-complete: R43
        # R1–R4
        programme-identified: R1
        body-type-assigned: R2
        role-placed: R2 R3
        role-assigned: R3 R52
        assignment-has-goal: R3
        assignment-planned: R4
        # R5–R11
        assignment-bounded: R5
        assignment-kind-stated: R5
        assignment-legal-basis: R5
        coordination-bounded: R6
        authority-stated: R7
        no-decision-without-authority: R7
        municipal-matter: R8
        concept-delimited: R9
        law-dated: R10
        development-dated: R10
        assignment-on-law-in-force: R10
        coordination-resourced: R11
        # R12–R18
        goal-baseline: R12
        goal-measured: R12 R3
        borrowed-concept-owned: R13
        borrowed-concept-spread: R14
        cause-answered: R15
        area-has-measure: R15
        cause-sourced: R16
        concept-sourced: R17
        concept-unique: R17
        local-goal-anchored: R18
        # R19–R24
        element-required: R20 R26 R30 R31 R32 R47 R52 R13 R4
        chapter-required: R19 R25 R32 R39 R43 R44 R45
        register-gathered: R19 R25
        theory-only-in-framework: R19
        theory-described: R20
        theory-reasoned: R22
        theory-source-kinds: R21
        area-researched: R23
        research-current: R23
        # R25–R28
        document-described: R25
        document-status-dated: R27
        replacement-ends: R27
        cited-law-listed: R26
        named-document-listed: R26 R25
        document-retold: R28
        # R29–R39
        coordinator-per-body: R29
        role-mandated: R29
        place-function-led: R30
        place-actors: R30
        escalation-path-per-party: R31
        escalation-path-complete: R31
        escalation-path-ends-central: R31
        conflict-step-led: R32
        conflict-described: R33
        conflict-rule-binding: R34
        conflict-funded: R35
        conflict-reported: R36
        forum-complete: R37
        forum-per-level: R37
        learning-planned: R38
        learning-complete: R38
        # R40–R46
        area-same-parts: R40
        block-one-kind: R41
        block-sourced: R21 R22
        area-obligations: R42
        method-obligated: R42
        reading-guide: R43
        chapter-parts: R39 R44 R45
        stage-covered: R46
        physical-linked-to-social: R46
        # R47–R52
        perspective-carried: R47
        area-global-goals: R48
        measure-complete: R49 R15
        communication-per-level: R50
        area-communicates: R50
        intrusion-tested: R51
        # R53–R55
        viewpoint-has-requirement: R54
        fact-dated: R55
        requirement-carried: R54
        requirement-known: R54
        # Consultations
        response-asked
        respondent-answered
        response-of-same-edition
        registry-number-form
        response-decided
        delegated-response
        response-has-viewpoints
        stance-consistent
        viewpoint-unique
        viewpoint-anchored
        viewpoint-quote-found
        objection-reasoned
        change-worded
        viewpoint-one-claim
        disposition-of-viewpoint
        disposition-shown
        disposition-reasoned
        viewpoint-handled
        # Language
        law-citation-form: R10
        law-known: R10 R26
        lapsed-law-told: R10
        part-of-period-told: R10
        obliges-only-own: R8
        effect-claim-sourced: R24
        term-defined: R17
        term-preferred: R17
        spelling
        sentence-length
        section-readability
        """

    private static let named: [(id: String, requirements: [String])] = list.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
        let parts = line.split(separator: ":", maxSplits: 1)
        return (String(parts[0]), parts.count > 1 ? parts[1].split(separator: " ").map(String.init) : [])
    }

    @Test(arguments: named)
    func `the rule is there and answers its requirements`(id: String, requirements: [String]) {
        let rule = Rule.all.first { $0.id.rawValue == id }
        #expect(rule != nil, "\(id) is gone")
        #expect(rule?.requirements == requirements)
    }

    @Test func `no rule is missing in the list`() {
        #expect(Rule.all.map(\.id.rawValue) == Self.named.map(\.id))
    }

    @Test func `every requirement has a rule or a question, and what rules read only as declared has both`() {
        let ruled = Set(Rule.all.flatMap(\.requirements))
        #expect(Requirement.all.filter { !ruled.contains($0.id) && $0.question == nil }.map(\.id) == [])
        // Rules on these go by the kind that the author has stated.
        for id in ["R19", "R41"] { #expect(Requirement.named(id)?.question != nil) }
    }
}
