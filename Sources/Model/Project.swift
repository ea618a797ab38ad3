import Diagnostics

/// The project file (`styrdok.yaml`).
package struct Project: Record {
    package var name: Located<String>?
    package var language: Located<String>?
    package var judgementDay: Located<PartialDate>?
    package var documents: [Located<String>] = []
    package var consultations: [Located<String>] = []

    package init() {}

    package static let fields: [Field<Project>] = [
        Field("namn", "Namn", \.name, required: true),
        Field("språk", "Språk", \.language),
        Field("bedömningsdag", "Bedömningsdag", \.judgementDay),
        Field("dokument", "Dokument", \.documents, required: true),
        Field("remisser", "Remisser", \.consultations),
    ]
}
