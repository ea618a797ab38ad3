import Diagnostics

/// One entry of the bibliography (källpost), as reference managers export it (CSL-JSON).
package struct BibliographyEntry: Sendable {
    package struct Name: Sendable, Equatable {
        package var family = ""
        package var given = ""
        /// `von`, `de la`: belongs before the family name and is written as it stands.
        package var particle = ""
        /// A body, or a name that isn't split.
        package var literal = ""

        package init() {}

        package var sortText: String { literal.isEmpty ? family : literal }
        package var displayFamily: String {
            literal.isEmpty ? (particle.isEmpty ? family : "\(particle) \(family)") : literal
        }
    }

    package var key: Located<String>
    /// The whole entry in the file.
    package var range: SourceRange
    package var type = ""
    /// Where the values stand that rules judge; nil for what isn't there.
    package var typeRange: SourceRange?
    package var doiRange: SourceRange?
    package var isbnRange: SourceRange?
    package var title = ""
    package var shortTitle = ""
    package var authors: [Name] = []
    package var editors: [Name] = []
    package var issued: PartialDate?
    /// The last date of a range.
    package var issuedUntil: PartialDate?
    package var accessed: PartialDate?
    package var isCirca = false
    package var containerTitle = ""
    package var collectionTitle = ""
    package var publisher = ""
    package var publisherPlace = ""
    package var volume = ""
    package var issue = ""
    package var page = ""
    package var number = ""
    package var genre = ""
    package var authority = ""
    package var edition = ""
    package var doi = ""
    package var isbn = ""
    package var url = ""
    package var language = ""
    package var note = ""
    /// Fields that stand there in a form that can't be read, which reading has told.
    package var unreadable: Set<String> = []

    package init(key: Located<String>, range: SourceRange) {
        self.key = key
        self.range = range
    }
}
