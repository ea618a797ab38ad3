import Diagnostics
import Model

/// Reads the wording of references (`källor.yaml`).
package enum WordingReader {
    package static func read(_ text: SourceText) -> Checked<ReferenceWording?> {
        let file = FileID(0)
        let read = ReadFile.record(text, file: file, into: \.wording)
        return Checked(read.wording, read.diagnostics)
    }
}

/// Reads a bibliography that stands alone (CSL-JSON).
package enum BibliographyFile {
    package static func read(_ text: SourceText) -> Checked<[BibliographyEntry]> {
        let read = ReadFile.bibliography(text, file: FileID(0))
        return Checked(read.bibliography, read.diagnostics)
    }
}
