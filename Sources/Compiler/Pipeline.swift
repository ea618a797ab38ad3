import Comparing
import Diagnostics
import Language
import Model
import Publishing
import Reading
import Rendering
import Resolving
import Validating

/// The whole way from content to output, in the order of the types.
package struct Pipeline: Sendable {
    package struct Judgement: Sendable {
        package let map: SourceMap
        package let editions: [ResolvedCatalog]
        package let consultations: [ResolvedConsultation]
        /// Of the editions of consultations.
        package let comparisons: [EditionComparison]
        package let diagnostics: [Diagnostic]
        /// Rules that wait for other findings to be mended.
        package let waiting: [RuleID]
        let judged: [(catalog: ResolvedCatalog, waiting: [RuleID], survey: LanguageSurvey, basis: LanguageBasis)]

        /// One for each edition that was judged; made when asked for.
        package var reviews: [Review] {
            judged.map { edition, waiting, survey, _ in
                let others = Set(judged.lazy.filter { $0.catalog !== edition }.flatMap(\.catalog.edition.files))
                return Review(edition, findings: diagnostics.filter { !others.contains($0.range.file) }, waiting: waiting, survey: survey)
            }
        }

        /// What the next run may want of this one.
        package func left() -> [UInt8] { KeptContent(self).bytes }

        fileprivate var content: String? { editions.first.map { ContentDigest.of($0.catalog) } }

        package func fails(strict: Bool) -> Bool {
            diagnostics.contains { $0.severity >= (strict ? .warning : .error) }
        }
    }

    /// Editions to judge, by folder; empty for every current one.
    package let documents: [String]
    /// The day to judge as of; the project's own day when nil.
    package let asOf: PartialDate?

    /// What the day is where neither the command nor the project names one.
    package let today: PartialDate?
    /// Nil where the system has none.
    package let dictionary: SpellingDictionary?
    package let graphviz: Graphviz

    /// Whether every consultation is judged as closed: nothing may be left without an outcome.
    package let isClosing: Bool

    package init(
        documents: [String] = [], isClosing: Bool = false, asOf: PartialDate? = nil, today: PartialDate? = nil,
        dictionary: SpellingDictionary? = .swedish, graphviz: Graphviz = Graphviz()
    ) {
        self.graphviz = graphviz
        self.documents = documents
        self.isClosing = isClosing
        self.asOf = asOf
        self.today = today
        self.dictionary = dictionary
    }

    package func judge(_ files: ContentFiles) -> Judgement {
        let catalog = CatalogReader.read(files)
        let day = asOf ?? catalog.value.project.judgementDay?.value ?? today
        // The scans are made in parts: the core that resolved takes what is left of them.
        let resolving = Meanwhile { Resolver.resolve(catalog.value, asOf: day) }
        let scans = catalog.value.editions.filter(isJudged).map { LanguageScan($0, of: catalog.value) }
        let resolved = resolving.value
        let judged = resolved.value.filter { isJudged($0.edition) }
        let results = zip(judged, scans).map { RuleRunner.judge($0, $1, dictionary: dictionary) }
        dictionary?.remember()
        var comparisons: [EditionComparison] = []
        let consultations = ResolvedConsultation.all(resolved.value, isClosing: isClosing) { old, new in
            let comparison = EditionComparison(old: old, new: new)
            comparisons.append(comparison)
            return comparison.changed
        }
        // Editions share their sources: a rule that waits in one edition says nothing of them by way of another.
        let waiting = Set(results.flatMap(\.waiting))
        let own = Set(resolved.value.flatMap(\.edition.files))
        let judgedFindings = results.flatMap(\.diagnostics).filter { own.contains($0.range.file) || !waiting.contains($0.id) }
        let silent = Set(resolved.value.filter { !isJudged($0.edition) }.flatMap(\.edition.files))
        let diagnostics = (catalog.diagnostics + resolved.diagnostics + judgedFindings + consultations.flatMap { RuleRunner.judge($0) })
            .filter { !silent.contains($0.range.file) }.unique().inReadingOrder()
        return Judgement(
            map: catalog.value.map, editions: resolved.value, consultations: consultations, comparisons: comparisons, diagnostics: diagnostics,
            waiting: waiting.sorted(),
            judged: zip(judged, results).map { ($0, $1.waiting, $1.survey, $1.basis) })
    }

    private func isJudged(_ edition: Edition) -> Bool {
        documents.isEmpty ? !edition.isHistory : documents.contains(edition.folder)
    }

    /// Renders into an output folder, whole or not at all.
    /// - Throws: `TemplateError` before anything is written, `PublishingError`.
    /// - Returns: also what the next build may want of this one.
    package func build(
        _ judgement: Judgement, templates: Templates, extra: ExtraFormats = ExtraFormats(), to output: String
    ) throws -> (publication: Publication, left: [UInt8]) {
        let renderer = try SiteRenderer(templates, layOut: graphviz.layOut)
        let reviews = judgement.reviews
        var pages: [KeptPages] = []
        let publication = try OutputFolder(output).publish(of: judgement.content) { sink in
            pages = renderer.render(judgement, reviews, extra, into: sink)
        }
        // Other forms of a programme are made of all its pages.
        let isPlain = extra.converter == nil && !extra.hasFragments
        return (publication, KeptContent(judgement, pages: isPlain ? pages : [], reviews: isPlain ? reviews : []).bytes)
    }

    /// Writes the report on the judged editions, findings or not, to `granskning` in the output folder, and nothing else.
    /// - Throws: `TemplateError` before anything is written, `PublishingError`.
    package func report(_ judgement: Judgement, templates: Templates, to output: String) throws -> Publication {
        let renderer = try SiteRenderer(templates, layOut: graphviz.layOut)
        return try OutputFolder(output + "/" + SiteRenderer.reportFolder).publish { sink in
            renderer.renderReports(judgement.reviews, into: sink.below(SiteRenderer.reportFolder))
        }
    }

    /// The same files in memory, by path.
    package func files(_ judgement: Judgement, templates: Templates, extra: ExtraFormats = ExtraFormats()) throws -> [RenderedFile] {
        let collected = CollectedFiles()
        try SiteRenderer(templates, layOut: graphviz.layOut).render(judgement, nil, extra, into: collected)
        return collected.files
    }
}

extension SiteRenderer {
    /// - Parameter reviews: of the judgement, where they are made already.
    @discardableResult
    package func render(_ judgement: Pipeline.Judgement, _ reviews: [Review]? = nil, _ extra: ExtraFormats = ExtraFormats(), into sink: some FileSink) -> [KeptPages] {
        render(
            judgement.editions, consultations: judgement.consultations, comparisons: judgement.comparisons, reviews: reviews ?? judgement.reviews, extra: extra, into: sink)
    }
}

/// What makes two findings the same.
private struct FindingKey: Hashable {
    let id: RuleID
    let range: SourceRange
    let message: Message
}

extension [Diagnostic] {
    /// Two editions share a bibliography: what is wrong there is said once.
    fileprivate func unique() -> [Diagnostic] {
        var seen: Set<FindingKey> = []
        return filter { seen.insert(FindingKey(id: $0.id, range: $0.range, message: $0.message)).inserted }
    }
}

extension Review {
    /// How many heavy sections the report lists.
    private static let heavyCount = 15

    /// Whether a section is long enough for its LIX to say something.
    static func weighs(_ readability: Readability) -> Bool { readability.words >= 40 }

    /// LIX of the last section that the report lists; 0 when it lists all.
    var leastHeavy: Int { heaviest.count == Self.heavyCount ? heaviest.last?.lix ?? 0 : 0 }

    fileprivate init(_ catalog: ResolvedCatalog, findings: [Diagnostic], waiting: [RuleID], survey: LanguageSurvey) {
        // The few that are wanted are kept while all are seen: sorting forty thousand would take longer than reading them.
        var heaviest: [LanguageSurvey.Section] = []
        for section in survey.sections where Self.weighs(section.readability) {
            let place = heaviest.firstIndex { $0.readability.lix < section.readability.lix } ?? heaviest.count
            guard place < Self.heavyCount else { continue }
            heaviest.insert(section, at: place)
            if heaviest.count > Self.heavyCount { heaviest.removeLast() }
        }
        self.init(
            catalog: catalog, findings: findings,
            rules: Rule.all.map { JudgingRule(id: $0.id, summary: $0.summary.swedish, requirements: $0.requirements) }, waiting: waiting,
            hasDictionary: survey.dictionary != nil, lix: survey.readability.lix,
            heaviest: heaviest.map { section in
                Section(
                    element: section.owner.flatMap { catalog.elementsByAddress[$0] }, heading: survey.plain(section.start), words: section.readability.words, lix: section.readability.lix)
            })
    }
}
