import Diagnostics
import Model

/// One form of file that authors write: where it lies, and which keys it has.
package struct ContentForm: Sendable {
    package enum Layout: Sendable {
        /// One record, or a list of them; or a record between two lines `---` before CommonMark.
        case record, list, frontMatter
    }

    /// In file names of schemas.
    package let name: String
    /// Where such files lie below the content folder, with `*` for any name.
    package let pattern: String
    package let title: String
    package let layout: Layout
    package let keys: [ValueShape.Description]
    /// The elements that it holds, if any.
    package let kind: ElementKind?

    private init(_ name: String, _ pattern: String, _ title: String, _ layout: Layout, _ keys: [ValueShape.Description], kind: ElementKind? = nil) {
        self.name = name
        self.pattern = pattern
        self.title = title
        self.layout = layout
        self.keys = keys
        self.kind = kind
    }

    /// Every form but the bibliography, which has the schema of CSL-JSON.
    package static let all: [ContentForm] =
        [
            ContentForm("styrdok", "styrdok.yaml", "Projektet", .record, Project.descriptions),
            ContentForm("program", "*/program.yaml", "Uppgifterna om ett program", .record, Programme.descriptions),
            ContentForm("ordlista", "*/ordlista.yaml", "Ord som den svenska ordlistan saknar", .record, WordList.descriptions),
            ContentForm("remiss", "remisser/*/remiss.yaml", "En remiss", .record, Consultation.descriptions),
            ContentForm("svar", "remisser/*/svar/*.yaml", "Ett remissvar", .record, ConsultationResponse.descriptions),
            ContentForm("hantering", "remisser/*/hantering.yaml", "Utfallet av synpunkterna i en remiss", .list, Disposition.descriptions),
        ] + elementTypes.map(element)

    private static func element(_ type: any ElementContent.Type) -> ContentForm {
        let kind = type.elementKind
        let name = kind.name.plural.prefix(1).uppercased() + kind.name.plural.dropFirst()
        switch kind.home {
        case .folder(let folder):
            return ContentForm(kind.rawValue, "*/\(folder)/*.md", "\(name): uppgifterna överst i filen", .frontMatter, FieldReader.commonKeys + type.descriptions, kind: kind)
        case .register(let file):
            let id = ValueShape.Description(
                key: "id", label: "Id", help: "Postens namn i adressen \(kind.rawValue):id. Små bokstäver a–z, siffror och bindestreck.", isRequired: true,
                shape: Located<String>.shape)
            return ContentForm(kind.rawValue, "*/\(file)", "\(name): en post för varje", .list, [id] + FieldReader.commonKeys + type.descriptions, kind: kind)
        }
    }
}
