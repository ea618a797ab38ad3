import Diagnostics

/// A consultation whose viewpoints are bound to the edition that was sent out, and whose dispositions are bound to the
/// edition that answers them.
package final class ResolvedConsultation: Sendable {
    /// One viewpoint with what belongs to it; the index is the number in `rows`.
    package struct Row: Sendable {
        /// Index in `file.responses`.
        package let response: Int
        package let viewpoint: Viewpoint
        /// What came of it, when that is known.
        package let disposition: Disposition?
        /// The elements that it is about, each once; empty for the whole and for what is missing.
        package let anchors: [ElementID]
        /// Where what is missing would belong.
        package let missingIn: ElementID?
        /// The elements of the answering edition that show what came of it.
        package let shownIn: [ElementID]
    }

    package let file: ConsultationFile
    package let consulted: ResolvedCatalog
    /// The consulted edition itself while there is no new one.
    package let answering: ResolvedCatalog
    /// Every viewpoint: by the list of respondents, then as their response has them.
    package let rows: [Row]
    /// The numbers of each response's rows.
    package let rowsOfResponse: [Range<Int>]
    /// Index in `consultation.respondents` of each response; nil for one that was not asked.
    package let respondentOfResponse: [Int?]
    /// Index in `file.responses` for each respondent; nil for one that did not answer.
    package let responseOfRespondent: [Int?]
    /// Whether nothing may be left without an outcome.
    package let isClosing: Bool

    /// The elements of the answering edition that are new or say something else than the consulted one; nil while there is
    /// no new edition.
    package let changed: Set<ElementID>?

    package var consultation: Consultation { file.consultation }
    /// Whether it can still be answered.
    package var isOpen: Bool { file.consultation.closed?.value != .yes }
    package var hasNewEdition: Bool { consulted !== answering }

    package init(_ file: ConsultationFile, consulted: ResolvedCatalog, answering: ResolvedCatalog, changed: Set<ElementID>?, isClosing: Bool) {
        self.changed = changed
        self.file = file
        self.consulted = consulted
        self.answering = answering
        self.isClosing = isClosing || file.consultation.closed?.value == .yes
        let respondents = file.consultation.respondents
        let places = Dictionary(respondents.enumerated().compactMap { place, respondent in respondent.id.map { ($0.value, place) } }, uniquingKeysWith: min)
        let respondentOfResponse = file.responses.map { $0.response.respondent.flatMap { places[$0.value] } }
        var responseOfRespondent: [Int?] = Array(repeating: nil, count: respondents.count)
        for (index, place) in respondentOfResponse.enumerated() { if let place, responseOfRespondent[place] == nil { responseOfRespondent[place] = index } }
        self.respondentOfResponse = respondentOfResponse
        self.responseOfRespondent = responseOfRespondent
        var first = 0
        rowsOfResponse = file.responses.map { response in
            defer { first += response.response.viewpoints.count }
            return first..<first + response.response.viewpoints.count
        }
        let dispositions = Dictionary(file.dispositions.compactMap { disposition in disposition.viewpoint.map { ($0.value, disposition) } }, uniquingKeysWith: { first, _ in first })
        rows = file.responses.enumerated().flatMap { index, response in
            response.response.viewpoints.map { viewpoint in
                let disposition = viewpoint.id.flatMap { dispositions[$0.value] }
                return Row(
                    response: index, viewpoint: viewpoint, disposition: disposition,
                    anchors: viewpoint.anchors.compactMap { consulted.element(of: $0) }.unique(),
                    missingIn: viewpoint.missingIn.flatMap { consulted.element(of: $0) },
                    shownIn: disposition?.shownIn.compactMap { answering.element(of: $0) }.unique() ?? [])
            }
        }
    }

    /// The consultations of a catalog whose editions are there.
    /// - Parameter changed: the elements that differ between two editions.
    package static func all(
        _ editions: [ResolvedCatalog], isClosing: Bool = false, changed: (_ old: ResolvedCatalog, _ new: ResolvedCatalog) -> Set<ElementID>
    ) -> [ResolvedConsultation] {
        guard let catalog = editions.first?.catalog else { return [] }
        return catalog.consultations.compactMap { file in
            guard let consulted = editions.first(where: { $0.edition.folder == file.consultation.document?.value }),
                let answering = editions.first(where: { $0.edition.folder == file.answeringFolder })
            else { return nil }
            return ResolvedConsultation(
                file, consulted: consulted, answering: answering, changed: consulted === answering ? nil : changed(consulted, answering), isClosing: isClosing)
        }
    }

    /// The name of who gave a response, as the list of respondents has it.
    package func name(ofResponse index: Int) -> String {
        let response = file.responses[index]
        return respondentOfResponse[index].flatMap { consultation.respondents[$0].name?.value } ?? response.response.administration?.value
            ?? response.response.respondent?.value ?? response.slug
    }
}

extension Viewpoint {
    /// What it is fastened to; what is written, or what follows from the rest.
    package var anchoring: AnchorKind {
        anchorKind?.value ?? (missingIn != nil ? .missing : anchors.isEmpty ? .whole : .element)
    }
}

extension Array where Element: Hashable {
    /// Each once, where it stood first.
    package func unique() -> [Element] {
        guard count > 1 else { return self }
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
