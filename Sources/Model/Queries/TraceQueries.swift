import Diagnostics

extension ResolvedCatalog {
    /// The elements that say they answer a requirement, by its id, in the order of the edition.
    package var carriers: [String: [ElementID]] {
        var result: [String: [ElementID]] = [:]
        for id in elementIDs {
            for requirement in self[id].requirements { result[requirement.value, default: []].append(id) }
        }
        return result
    }

    /// The consultations on the edition, and those that it answers.
    package var consultations: [ConsultationFile] {
        catalog.consultations.filter { $0.consultation.document?.value == edition.folder || $0.answeringFolder == edition.folder }
    }

    /// The responses to the edition, and those that it answers.
    package var responses: [(consultation: ConsultationFile, response: ResponseFile)] {
        consultations.flatMap { consultation in consultation.responses.map { (consultation, $0) } }
    }

    /// The viewpoints of these responses.
    package var viewpoints: [Viewpoint] { responses.flatMap(\.response.response.viewpoints) }

    /// The elements of each file, in the order in which they stand there: to find the one that holds a place.
    package var elementsByFile: [FileID: [ElementID]] {
        Dictionary(grouping: elementIDs, by: { self[$0].range.file }).mapValues { $0.sorted { self[$0].range.lower < self[$1].range.lower } }
    }
}
