import Markup
import Model

/// The papers of a consultation: each response as the respondent's own document, and the compilation.
struct ConsultationDocuments: Sendable {
    private let plan: ConsultationPlan
    private let print: PrintShell
    private let converter: (any DocumentConverter)?

    init(_ plan: ConsultationPlan, _ print: PrintShell, _ converter: (any DocumentConverter)?) {
        self.plan = plan
        self.print = print
        self.converter = converter
    }

    private var consultation: ResolvedConsultation { plan.consultation }
    private var judgementDay: PartialDate? { consultation.consulted.catalog.project.judgementDay?.value }

    /// - Parameter content: of its page, whose first heading is its title.
    func response(_ index: Int, _ content: PageContent) -> PendingDocuments? {
        begin(
            plan.slug(index), title: ResponseRenderer.title(consultation), author: consultation.name(ofResponse: index),
            day: consultation.file.responses[index].response.date?.value ?? judgementDay, html: { content.html }, markdown: { content.commonMark })
    }

    /// - Parameter contents: of its pages; each begins with a title of its own.
    func compilation(_ contents: [PageContent]) -> PendingDocuments? {
        guard !contents.isEmpty else { return nil }
        let title = "Remissammanställning"
        return begin(
            "sammanstallning", title: title, author: consultation.consultation.consultingBody?.value ?? "", day: judgementDay,
            html: {
                guard contents.count > 1 else { return contents[0].html }
                var output = Array("<h1>\(title)</h1>\n".utf8)
                for content in contents { DestinationToken.replace(in: content.html, format: .html, headingShift: 1, into: &output) { _, _ in } }
                return output
            },
            markdown: { contents.count > 1 ? Array("# \(title)\n\n".utf8) + contents.flatMap { deeper($0.commonMark) } : contents[0].commonMark })
    }

    /// The same with every heading one level down.
    private func deeper(_ commonMark: [UInt8]) -> [UInt8] {
        commonMark.split(separator: 10, omittingEmptySubsequences: false).map { $0.first == UInt8(ascii: "#") ? [UInt8(ascii: "#")] + $0 : Array($0) }.joined(separator: [10]) + [10, 10]
    }

    private func begin(
        _ stem: String, title: String, author: String, day: PartialDate?, html: () -> [UInt8], markdown: () -> [UInt8]
    ) -> PendingDocuments? {
        guard let converter else { return nil }
        return PendingDocuments(
            DocumentSource(
                path: "remisser/\(consultation.file.folder)/\(stem)", title: title, html: print.html(title: title, author: author, day: day, content: [html()]),
                markdown: WordText.converted(Self.withoutTitle(markdown())), author: author, day: day),
            converter)
    }

    /// The title is metadata: without its heading, and the others one level up.
    private static func withoutTitle(_ commonMark: [UInt8]) -> [UInt8] {
        var lines = commonMark.split(separator: 10, omittingEmptySubsequences: false)
        if let title = lines.firstIndex(where: { $0.starts(with: "# ".utf8) }) { lines.remove(at: title) }
        return Array(lines.map { $0.starts(with: "##".utf8) ? $0.dropFirst() : $0 }.joined(separator: [10]))
    }
}
