import Diagnostics

/// The project file (`styrdok.yaml`).
package struct Project: Record {
    package var name: Located<String>?
    package var language: Located<String>?
    package var judgementDay: Located<PartialDate>?
    package var documents: [Located<String>] = []
    package var consultations: [Located<String>] = []

    /// A regular expression that the sender's registry numbers match, and an example of one.
    package var registryNumberPattern: Located<String>?
    package var registryNumberExample: Located<String>?

    package init() {}

    package static let fields: [Field<Project>] = [
        Field("namn", "Namn", \.name, required: true),
        Field("språk", "Språk", \.language),
        Field("bedömningsdag", "Bedömningsdag", \.judgementDay),
        Field("dokument", "Dokument", \.documents, required: true),
        Field("remisser", "Remisser", \.consultations),
        Field("diarienummermönster", "Diarienummermönster", \.registryNumberPattern),
        Field("diarienummerexempel", "Diarienummerexempel", \.registryNumberExample),
    ]
}
