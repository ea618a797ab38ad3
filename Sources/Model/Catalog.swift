import Diagnostics

/// Everything that was read: the files, the project, its programme editions and consultations. References are still
/// text.
package struct Catalog: Sendable {
    package let map: SourceMap
    package let project: Project
    package let editions: [Edition]
    package let consultations: [ConsultationFile]
    package let bibliography: [BibliographyEntry]
    /// The reference sites of each file, by `FileID`.
    package let sites: [[ReferenceSite]]
    /// The texts of each file, by `FileID`.
    package let texts: [[TextPlace]]
    /// What says nothing yet.
    package let leftovers: [Leftover]
    /// Files that are neither content nor registers: pictures and the like, by path.
    package let assets: AssetFiles
    package let unread: Unread
    package let digests: FileDigests

    /// What is not here since a file couldn't be read. That is told at the file; a reference to it is no second mistake.
    package struct Unread: Sendable {
        package var hasSources = false
        /// Sources have the names of people, word lists those of everything else.
        package var hasNames = false
        package var kinds: Set<ElementKind> = []
        /// Folders of consultations where a response is among them.
        package var consultations: Set<String> = []
        package var isEmpty: Bool { !hasSources && kinds.isEmpty }

        package init() {}
    }

    package init(
        map: SourceMap, project: Project, editions: [Edition], consultations: [ConsultationFile],
        bibliography: [BibliographyEntry], sites: [[ReferenceSite]], texts: [[TextPlace]], leftovers: [Leftover] = [], assets: AssetFiles, unread: Unread = Unread()
    ) {
        self.map = map
        digests = FileDigests(map)
        self.project = project
        self.editions = editions
        self.consultations = consultations
        self.bibliography = bibliography
        self.sites = sites
        self.texts = texts
        self.leftovers = leftovers
        self.assets = assets
        self.unread = unread
    }
}

/// One edition of a programme: its metadata and its elements.
package struct Edition: Sendable {
    /// Name of its folder, and its name on the command line.
    package let folder: String
    package let file: FileID
    package let programme: Programme
    /// Grouped by kind, in the order of the registers; files of one folder in path order.
    package let elements: [Element]
    /// Words that are right in this programme though no dictionary has them.
    package let words: [Located<String>]
    /// Every file of the edition, its own metadata included.
    package let files: [FileID]
    /// Keys of the metadata that stand there and couldn't be read.
    package let misread: Set<String>

    package init(
        folder: String, file: FileID, programme: Programme, elements: [Element], words: [Located<String>], files: [FileID], misread: Set<String> = []
    ) {
        self.misread = misread
        self.words = words
        self.folder = folder
        self.file = file
        self.programme = programme
        self.elements = elements
        self.files = files
    }

    /// History is built as it stood and judged only when it is named.
    package var isHistory: Bool {
        programme.status?.value == .consulted || programme.status?.value == .replaced
    }
}

/// A consultation with the responses that came.
package struct ConsultationFile: Sendable {
    package let folder: String
    package let file: FileID
    package let consultation: Consultation
    /// In the order of the list of respondents, those not on it last.
    package let responses: [ResponseFile]
    /// The file of dispositions, when there is one.
    package let dispositionFile: FileID?
    package let dispositions: [Disposition]

    package init(
        folder: String, file: FileID, consultation: Consultation, responses: [ResponseFile], dispositionFile: FileID?, dispositions: [Disposition]
    ) {
        self.dispositionFile = dispositionFile
        self.dispositions = dispositions
        self.folder = folder
        self.file = file
        self.consultation = consultation
        self.responses = responses
    }

    /// Folder of the edition that shows what came of the viewpoints: the new one, or while there is none the consulted one.
    package var answeringFolder: String? { consultation.newEdition?.value ?? consultation.document?.value }
}

package struct ResponseFile: Sendable {
    package let file: FileID
    /// File name without its ending.
    package let slug: String
    package let response: ConsultationResponse

    package init(file: FileID, slug: String, response: ConsultationResponse) {
        self.file = file
        self.slug = slug
        self.response = response
    }
}
