import Diagnostics
import Language
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
        /// Where a rule answers several requirements: the one that this finding is about.
        package let requirement: String?
        /// The keys that the thing lacks, where that is the finding.
        private let lack: Lack?

        private struct Lack: Sendable {
            let title: Located<String>
            let keys: [String]
            let why: Message
        }

        /// One finding for everything that one thing lacks; none when it lacks nothing.
        static func lacking(_ title: Located<String>, _ keys: [String], _ why: Message, requirement: String? = nil) -> [Finding] {
            guard !keys.isEmpty else { return [] }
            return [
                Finding(
                    Message(
                        "”\(title.value)” saknar \(keys.quoted.formatted("och")). \(why.swedish)",
                        en: "'\(title.value)' lacks \(keys.quotedInEnglish.formatted("and")). \(why.english)"),
                    at: title.range, requirement: requirement, lack: Lack(title: title, keys: keys, why: why))
            ]
        }

        /// What is left of a finding at an element where some keys couldn't be read: those aren't missing. Nil when nothing is,
        /// or when the finding may come from them.
        func passingOver(_ misread: Set<String>) -> Finding? {
            guard let lack else { return nil }
            let keys = lack.keys.filter { key in !misread.contains { key == $0 || key.hasPrefix($0 + ":") || key.hasPrefix($0 + " ") || key.contains(" i \($0) ") } }
            return Self.lacking(lack.title, keys, lack.why, requirement: requirement).first
        }

        package init(
            _ message: Message, at range: SourceRange, notes: [Diagnostic.Note] = [], fixes: [Diagnostic.Fix] = [],
            requirement: String? = nil
        ) {
            self.init(message, at: range, notes: notes, fixes: fixes, requirement: requirement, lack: nil)
        }

        private init(
            _ message: Message, at range: SourceRange, notes: [Diagnostic.Note] = [], fixes: [Diagnostic.Fix] = [],
            requirement: String? = nil, lack: Lack?
        ) {
            self.lack = lack
            self.requirement = requirement
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
        /// What the finding depends on in the surroundings and in this example: the day to judge as of.
        package let day: PartialDate?
        /// Other rules that find something in it as well, and rightly.
        package let allowed: [RuleID]

        package init(_ files: [String: String], day: String? = nil) {
            self.files = files
            allowed = []
            self.day = day.flatMap { PartialDate(authored: $0) }
        }

        /// One file of the surroundings with some text exchanged, each the first time it stands there.
        package init(_ path: String, _ exchanges: (right: String, wrong: String)..., day: String? = nil) {
            var text = Self.surroundings[path] ?? ""
            for (right, wrong) in exchanges {
                if let range = text.firstRange(of: right) { text.replaceSubrange(range, with: wrong) }
            }
            self.init([path: text], day: day)
        }

        /// Another file changed as well.
        package func and(_ path: String, _ exchanges: (right: String, wrong: String)...) -> Example {
            var files = self.files
            var text = files[path] ?? Self.surroundings[path] ?? ""
            for (right, wrong) in exchanges {
                if let range = text.firstRange(of: right) { text.replaceSubrange(range, with: wrong) }
            }
            files[path] = text
            return Example(files: files, day: day, allowed: allowed)
        }

        /// The files of another example as well.
        package func and(_ other: Example) -> Example {
            Example(files: files.merging(other.files) { $1 }, day: day, allowed: allowed)
        }

        /// Judged on another day, where other rules may have findings as well.
        package func on(_ day: String, allowing others: [RuleID]) -> Example {
            Example(files: files, day: PartialDate(authored: day), allowed: others)
        }

        private init(files: [String: String], day: PartialDate?, allowed: [RuleID] = []) {
            self.allowed = allowed
            self.files = files
            self.day = day
        }
    }

    package let id: RuleID
    package let severity: Severity
    package let summary: Message
    package let rationale: Message
    /// Requirements of the programme's requirement list that the rule answers.
    package let requirements: [String]
    /// Points of the response that the rule answers; those of its requirements unless it is more precise.
    package let viewpoints: [String]
    /// Rules whose findings usually are the same mistake: while one of them finds something, this rule waits.
    package let yieldsTo: [RuleID]
    /// Whether the rule judges that something is *not* used. It waits while references dangle, since the missing use
    /// may be one of them.
    package let judgesAbsence: Bool
    /// What the rule compares with: it can say nothing while that couldn't be read.
    package enum Need: Sendable, Equatable {
        /// Names in sources, and the programme's own words.
        case names
        case kind(ElementKind)
        case responses
    }

    package internal(set) var needs: [Need] = []
    package let accepts: [Example]
    package let rejects: [Example]
    /// What the rule looks at.
    package enum Subject: Sendable {
        case edition(@Sendable (ResolvedCatalog) -> [Finding])
        case language(@Sendable (LanguageBasis, LanguageSurvey) -> [Finding])
        case consultation(@Sendable (ResolvedConsultation) -> [Finding])
    }

    package let subject: Subject

    package init(
        _ id: RuleID, _ severity: Severity = .error, summary: Message, rationale: Message, requirements: [String] = [],
        viewpoints: [String]? = nil, yieldsTo: [RuleID] = [], judgesAbsence: Bool = false,
        accepts: [Example] = [Example([:])], rejects: [Example],
        subject: Subject
    ) {
        self.viewpoints = viewpoints ?? requirements.flatMap { Requirement.named($0)?.viewpoints ?? [] }
        self.id = id
        self.severity = severity
        self.summary = summary
        self.rationale = rationale
        self.requirements = requirements
        self.yieldsTo = yieldsTo
        self.judgesAbsence = judgesAbsence
        self.accepts = accepts
        self.rejects = rejects
        self.subject = subject
    }

    /// The same rule, waiting while something can't be read.
    func needing(_ needs: Need...) -> Rule {
        var rule = self
        rule.needs = needs
        return rule
    }

    /// A rule on language: it knows only the texts and what stands in the basis.
    package init(
        _ id: RuleID, _ severity: Severity = .error, summary: Message, rationale: Message, requirements: [String] = [],
        viewpoints: [String]? = nil, yieldsTo: [RuleID] = [], judgesAbsence: Bool = false,
        accepts: [Example] = [Example([:])], rejects: [Example],
        language findings: @escaping @Sendable (LanguageBasis, LanguageSurvey) -> [Finding]
    ) {
        self.init(
            id, severity, summary: summary, rationale: rationale, requirements: requirements, viewpoints: viewpoints,
            yieldsTo: yieldsTo, judgesAbsence: judgesAbsence, accepts: accepts, rejects: rejects, subject: .language(findings))
    }

    /// A rule on a consultation, its responses and what came of them.
    package init(
        _ id: RuleID, _ severity: Severity = .error, summary: Message, rationale: Message, yieldsTo: [RuleID] = [], accepts: [Example] = [Example([:])],
        rejects: [Example], consultation findings: @escaping @Sendable (ResolvedConsultation) -> [Finding]
    ) {
        self.init(
            id, severity, summary: summary, rationale: rationale, yieldsTo: yieldsTo, accepts: accepts, rejects: rejects, subject: .consultation(findings))
    }

    /// A rule that looks at the typed content alone.
    package init(
        _ id: RuleID, _ severity: Severity = .error, summary: Message, rationale: Message, requirements: [String] = [],
        viewpoints: [String]? = nil, yieldsTo: [RuleID] = [], judgesAbsence: Bool = false,
        accepts: [Example] = [Example([:])], rejects: [Example],
        findings: @escaping @Sendable (ResolvedCatalog) -> [Finding]
    ) {
        self.init(
            id, severity, summary: summary, rationale: rationale, requirements: requirements, viewpoints: viewpoints,
            yieldsTo: yieldsTo, judgesAbsence: judgesAbsence, accepts: accepts, rejects: rejects, subject: .edition(findings))
    }

    /// Every rule there is, in the order of the requirements. A file in `Rules/` that is not here fails a test.
    package static let all: [Rule] = [
        // The owner's own: nothing left empty, nothing without a source, nothing unused.
        .placeholderLeft, .referenceYearAndTitle, .referenceTypeKnown, .referenceDOI, .referenceISBN, .referenceSameWork, .theoryCited, .theoryCrossReferenced, .steeringDocumentCited, .steeringDocumentCrossReferenced,
        .referenceCited, .readingOrderComplete,
        // R1–R4
        .programmeIdentified, .bodyTypeAssigned, .rolePlaced, .roleAssigned, .assignmentHasGoal, .assignmentPlanned,
        // R5–R11
        .assignmentBounded, .assignmentKindStated, .assignmentLegalBasis, .coordinationBounded, .authorityStated, .noDecisionWithoutAuthority,
        .municipalMatter, .conceptDelimited, .lawDated, .developmentDated, .assignmentOnLawInForce, .coordinationResourced,
        // R12–R18
        .goalBaseline, .goalMeasured, .borrowedConceptOwned, .borrowedConceptSpread, .causeAnswered, .areaHasMeasure, .causeSourced,
        .conceptSourced, .conceptUnique, .localGoalAnchored,
        // R19–R24
        .elementRequired, .chapterRequired, .registerGathered, .theoryOnlyInFramework, .theoryDescribed, .theoryReasoned,
        .theorySourceKinds, .areaResearched, .researchCurrent,
        // R25–R28
        .documentDescribed, .documentStatusDated, .replacementEnds, .citedLawListed, .namedDocumentListed, .documentRetold,
        // R29–R39
        .coordinatorPerBody, .roleMandated, .placeFunctionLed, .placeActors, .escalationPathPerParty, .escalationPathComplete,
        .escalationPathEndsCentral, .conflictStepLed, .conflictDescribed, .conflictRuleBinding, .conflictFunded, .conflictReported,
        .forumComplete, .forumPerLevel, .learningPlanned, .learningComplete,
        // R40–R46
        .areaSameParts, .blockOneKind, .blockSourced, .areaObligations, .methodObligated, .readingGuide, .chapterParts, .stageCovered, .physicalLinkedToSocial,
        // R47–R52
        .perspectiveCarried, .areaGlobalGoals, .measureComplete, .communicationPerLevel, .areaCommunicates, .intrusionTested,
        // R53–R55
        .viewpointHasRequirement, .factDated, .requirementCarried, .requirementKnown,
        // Consultations
        .responseAsked, .respondentAnswered, .responseOfSameEdition, .registryNumberForm, .responseDecided, .delegatedResponse, .responseHasViewpoints,
        .stanceConsistent, .viewpointUnique, .viewpointAnchored, .viewpointQuoteFound, .objectionReasoned, .changeWorded, .viewpointOneClaim,
        .dispositionOfViewpoint, .dispositionShown, .dispositionReasoned, .viewpointHandled,
        // Language
        .lawCitationForm, .lawKnown, .lapsedLawTold, .partOfPeriodTold, .obligesOnlyOwn, .effectClaimSourced, .termDefined, .termPreferred, .spelling,
        .sentenceLength, .sectionReadability,
    ]
}

/// Runs the rules over a catalog.
package enum RuleRunner {
    /// The findings, the rules that waited because other findings must be mended first, and what the rules on language had.
    package static func judge(
        _ catalog: ResolvedCatalog, _ scan: LanguageScan, by rules: [Rule] = Rule.all, dictionary: SpellingDictionary?
    ) -> (diagnostics: [Diagnostic], waiting: [RuleID], survey: LanguageSurvey, basis: LanguageBasis) {
        var diagnostics: [Diagnostic] = []
        var waiting: [RuleID] = []
        var finding: Set<RuleID> = []
        let survey = LanguageSurvey(catalog, scan, dictionary: dictionary)
        let basis = LanguageBasis(catalog)
        let excepted = Set(catalog.edition.programme.required.exceptions.compactMap(\.requirement?.value))
        // Where something couldn't be read, what is found at the whole may come from that.
        var misread: [SourceRange: Set<String>] = [:]
        for element in catalog.edition.elements where !element.misread.isEmpty { misread[element.title.range] = element.misread }
        if let title = catalog.edition.programme.title, !catalog.edition.misread.isEmpty { misread[title.range] = catalog.edition.misread }
        let unreadKinds = catalog.catalog.unread.kinds.union(catalog.edition.elements.lazy.filter { !$0.misread.isEmpty }.map(\.address.kind))
        @Sendable func isUnread(_ need: Rule.Need) -> Bool {
            switch need {
            case .names: catalog.catalog.unread.hasNames
            case .kind(let kind): unreadKinds.contains(kind)
            case .responses: false
            }
        }
        func isHeld(_ requirements: [String]) -> Bool { requirements.isEmpty || !excepted.isSuperset(of: requirements) }
        let results = rules.parallelMap(runLength: 1) { rule -> [Rule.Finding]? in
            if case .consultation = rule.subject { return [] }
            if rule.judgesAbsence, catalog.isIncomplete { return nil }
            if rule.needs.contains(where: isUnread) { return nil }
            return switch rule.subject {
            case .edition(let findings): findings(catalog)
            case .language(let findings): findings(basis, survey)
            case .consultation: []
            }
        }
        // A rule yields to rules that stand before it in the list.
        for (rule, findings) in zip(rules, results) {
            guard let findings else {
                waiting.append(rule.id)
                continue
            }
            var waits = false
            let diagnosed = findings.compactMap { found -> Diagnostic? in
                var found = found
                if let misread = misread[found.range] {
                    guard let left = found.passingOver(misread) else {
                        waits = true
                        return nil
                    }
                    found = left
                }
                let requirements = found.requirement.map { [$0] } ?? rule.requirements
                guard isHeld(requirements) else { return nil }
                return Diagnostic(
                    rule.id, rule.severity, found.message, at: found.range, notes: found.notes, fixes: found.fixes, requirements: requirements)
            }
            guard !diagnosed.isEmpty else {
                if waits { waiting.append(rule.id) }
                continue
            }
            if rule.yieldsTo.contains(where: finding.contains) {
                waiting.append(rule.id)
                continue
            }
            finding.insert(rule.id)
            diagnostics += diagnosed
        }
        return (diagnostics, waiting, survey, basis)
    }

    /// Whether the rules on language find nothing in texts that have been read.
    package static func findsNothing(_ basis: LanguageBasis, _ survey: LanguageSurvey) -> Bool {
        Rule.all.allSatisfy { rule in
            guard case .language(let findings) = rule.subject else { return true }
            return findings(basis, survey).isEmpty
        }
    }

    /// What the rules on consultations find. A rule yields only within the same consultation.
    package static func judge(_ consultation: ResolvedConsultation, by rules: [Rule] = Rule.all) -> [Diagnostic] {
        let isUnread = consultation.consulted.catalog.unread.consultations.contains(consultation.file.folder)
        let results = rules.parallelMap(runLength: 1) { rule -> [Rule.Finding] in
            guard case .consultation(let findings) = rule.subject else { return [] }
            return rule.needs.contains(.responses) && isUnread ? [] : findings(consultation)
        }
        var finding: Set<RuleID> = []
        var diagnostics: [Diagnostic] = []
        for (rule, findings) in zip(rules, results) where !findings.isEmpty && !rule.yieldsTo.contains(where: finding.contains) {
            finding.insert(rule.id)
            diagnostics += findings.map {
                Diagnostic(rule.id, rule.severity, $0.message, at: $0.range, notes: $0.notes, fixes: $0.fixes, requirements: rule.requirements)
            }
        }
        return diagnostics
    }
}

extension [String] {
    /// Names of keys as words of a sentence: `”även”`, `”gräns: utanför”`, `”kontakt” i steg 2`. Other words stay as they are.
    var quoted: [String] { map { Self.quoted($0, "”", "”") } }
    var quotedInEnglish: [String] { map { Self.quoted($0, "'", "'") } }

    private static func quoted(_ key: String, _ open: String, _ close: String) -> String {
        guard !key.contains("”"), let space = key.firstIndex(of: " ") else { return key.contains("”") ? key : open + key + close }
        let (first, rest) = (key[..<space], key[space...])
        if first.hasSuffix(":"), !rest.dropFirst().contains(" ") { return open + key + close }
        if rest.hasPrefix(" (eller "), rest.hasSuffix(")") { return "\(open)\(first)\(close) (eller \(open)\(rest.dropFirst(" (eller ".count).dropLast())\(close))" }
        return rest.hasPrefix(" i steg ") || first.contains("-") ? open + first + close + rest : key
    }

    /// `a, b och c`.
    func formatted(_ conjunction: String) -> String {
        guard count > 1, let last else { return first ?? "" }
        return dropLast().joined(separator: ", ") + " \(conjunction) " + last
    }
}
