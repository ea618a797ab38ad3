import Model

/// A file format of offices, made from a finished document by a program of the system.
package enum DocumentForm: String, CaseIterable, Sendable {
    case pdf, docx

    /// As a reader knows it.
    package var name: String {
        switch self {
        case .pdf: "PDF"
        case .docx: "Word"
        }
    }
}

/// A whole document, with nothing in it that has to be fetched.
package struct DocumentSource: Sendable {
    /// Path of the finished file, without its ending.
    package let path: String
    package let title: String
    /// What PDF is made from; the styles stand in it.
    package let html: [UInt8]
    /// What DOCX is made from: pandoc's CommonMark with pipe tables, notes, spans and divs.
    package let markdown: [UInt8]
    package let author: String
    /// The document's own day, which stands in the place of the time of making; nil when it isn't known.
    package let day: PartialDate?

    package init(path: String, title: String, html: [UInt8], markdown: [UInt8], author: String, day: PartialDate?) {
        self.path = path
        self.title = title
        self.html = html
        self.markdown = markdown
        self.author = author
        self.day = day
    }
}

/// Makes other forms of documents while the rest is rendered.
package protocol DocumentConverter: Sendable {
    /// The forms that are wanted.
    var forms: [DocumentForm] { get }

    /// Begins at once; nil where it failed, which the converter tells.
    func begin(_ source: DocumentSource, _ form: DocumentForm) -> Meanwhile<RenderedFile?>
}

/// The files being made of one document.
struct PendingDocuments: Sendable {
    private let files: [(form: DocumentForm, file: Meanwhile<RenderedFile?>)]

    init(_ source: DocumentSource, _ converter: any DocumentConverter) {
        files = converter.forms.map { ($0, converter.begin(source, $0)) }
    }

    /// Waits, puts what was made into the sink, and returns links to it.
    func finish(into sink: some FileSink) -> [DownloadLink] {
        files.compactMap { form, file in
            guard let file = file.value else { return nil }
            sink.accept(file)
            return DownloadLink(file: file, form: form)
        }
    }
}
