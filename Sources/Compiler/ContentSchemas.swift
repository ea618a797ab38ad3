import Diagnostics
import Model
import Reading

/// JSON Schemas (2020-12 but for nothing newer than draft 7, which editors read) of the files that authors write.
package enum ContentSchemas {
    /// By file name.
    package static var files: [(name: String, bytes: [UInt8])] {
        ContentForm.all.map { ("\($0.name).schema.json", text(schema($0))) } + [("inställningar.json", text(settings))]
    }

    private static func text(_ value: JSONValue) -> [UInt8] {
        Array((value.text(indented: true) + "\n").utf8)
    }

    /// What to put in `.vscode/settings.json`: which schema is for which files.
    private static var settings: JSONValue {
        let forms = ContentForm.all.filter { $0.layout != .frontMatter }
        return .object([
            ("yaml.schemas", .object(forms.map { (".vscode/styrdok/\($0.name).schema.json", .string("Content/\($0.pattern)")) })),
            ("yaml.format.enable", .bool(false)),
        ])
    }

    private static func schema(_ form: ContentForm) -> JSONValue {
        let record = record(form.keys)
        let head: [(String, JSONValue)] = [("$schema", .string("http://json-schema.org/draft-07/schema#")), ("title", .string(form.title))]
        guard form.layout == .list else { return .object(head + record) }
        return .object(head + [("type", .string("array")), ("items", .object(record))])
    }

    private static func record(_ keys: [ValueShape.Description]) -> [(String, JSONValue)] {
        let required = keys.filter(\.isRequired)
        return [
            ("type", .string("object")),
            ("properties", .object(keys.map { ($0.key, .object([("title", .string($0.label)), ("description", .string(description($0)))] + value($0.shape))) })),
            ("additionalProperties", .bool(false)),
        ] + (required.isEmpty ? [] : [("required", .array(required.map { .string($0.key) }))])
    }

    private static func description(_ key: ValueShape.Description) -> String {
        [key.help, form(key.shape)].filter { !$0.isEmpty }.joined(separator: " ")
    }

    private static func form(_ shape: ValueShape) -> String {
        switch shape {
        case .text(let form): form.swedish
        case .choice, .record: ""
        case .prose: "Löptext i CommonMark, med länkar till adresser och källor som [@nyckel, s. 1]."
        case .link(let kind): kind.map { "Adressen till \($0.name.singular): \($0.rawValue):namn." } ?? "En adress: slag:namn."
        case .citation: "Källans nyckel i referenser.json och, om det behövs, stället: nyckel, s. 589."
        case .list(let item): ["En eller flera.", form(item)].filter { !$0.isEmpty }.joined(separator: " ")
        }
    }

    /// YAML takes an unquoted year for a number.
    private static let scalar: [(String, JSONValue)] = [("type", .array([.string("string"), .string("number"), .string("null")]))]

    private static func value(_ shape: ValueShape) -> [(String, JSONValue)] {
        switch shape {
        case .text, .prose, .citation: return scalar
        case .choice(let values): return [("enum", .array(values.map { .string($0) }))]
        case .link(let kind):
            let kinds = (kind.map { [$0] } ?? ElementKind.allCases).map(\.rawValue).joined(separator: "|")
            return [("type", .string("string")), ("pattern", .string("^(\(kinds)):[a-z0-9][a-z0-9-]*$"))]
        case .record(let keys): return record(keys)
        case .list(let item):
            let one = value(item)
            return [("anyOf", .array([.object(one), .object([("type", .string("array")), ("items", .object(one))]), .object([("type", .string("null"))])]))]
        }
    }
}
