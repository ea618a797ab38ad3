import Diagnostics
import Model

/// The JSON Schema of `program.json`, made from the tables of fields: what can be read there is what can be written.
enum EditionSchema {
    static let fileName = "program.schema.json"

    static func file(path: String) -> RenderedFile {
        var bytes: [UInt8] = []
        schema.write(to: &bytes, indent: 0)
        return RenderedFile(path: path, bytes: bytes + [10])
    }

    private static var schema: JSONValue {
        let kinds = elementTypes.map { $0.elementKind }
        var definitions: [(String, JSONValue)] = [
            ("address", .object([("type", .string("string")), ("pattern", .string("^(\(kinds.map(\.rawValue).joined(separator: "|"))):[a-z0-9-]+$"))])),
            (
                "prose",
                object(
                    [
                        ("text", described("Texten utan märkning.", string)), ("markdown", described("CommonMark, där den säger mer än texten.", string)),
                        ("links", described("Adresser och webbadresser som texten länkar till.", array(string))), ("citations", array(reference("citation"))),
                    ], required: ["text"])
            ),
            ("citation", object([("source", described("Källans nyckel.", string)), ("locator", string)], required: ["source"])),
            ("source", source), ("element", element(kinds)),
        ]
        for type in elementTypes {
            let (kind, shape) = (type.elementKind, type.shape)
            definitions.append(("fields-\(kind.rawValue)", described("Uppgifter om \(kind.name.singular).", value(shape))))
        }
        let facts = Programme.descriptions.filter { $0.key != "kräver" }
        return .object(
            [("$schema", .string("https://json-schema.org/draft/2020-12/schema")), ("title", .string("Ett styrdokument som uppgifter"))]
                + members(
                    object(
                        [
                            ("$schema", string), ("version", .object([("const", .integer(EditionData.version))])), ("edition", string), ("language", string), ("title", string),
                            ("status", .object([("enum", .array(EditionStatus.allCases.map { .string($0.rawValue) }))])),
                            ("fingerprint", described("SHA-256 av utgåvans alla filer.", .object([("type", .string("string")), ("pattern", .string("^sha256-[0-9a-f]{64}$"))]))),
                            ("facts", value(.record(facts))), ("readingOrder", array(reference("address"))), ("elements", array(reference("element"))),
                            ("sources", array(reference("source"))),
                        ], required: ["version", "edition", "language", "title", "status", "fingerprint", "facts", "readingOrder", "elements", "sources"]))
                + [("$defs", .object(definitions))])
    }

    private static func element(_ kinds: [ElementKind]) -> JSONValue {
        let common = object(
            [
                ("address", reference("address")), ("kind", .object([("enum", .array(kinds.map { .string($0.rawValue) }))])), ("title", string),
                ("page", described("Sidan där den står, i samma mapp.", string)), ("anchor", described("Ankaret på sidan.", string)),
                ("formerAddresses", array(string)), ("requirements", described("Krav som den svarar på.", array(string))),
                ("fields", .object([("type", .string("object"))])), ("body", reference("prose")),
                ("usedIn", described("Delar som hänvisar hit.", array(reference("address")))),
            ], required: ["address", "kind", "title", "page", "anchor", "requirements", "fields", "usedIn"])
        let choices = kinds.map { kind -> JSONValue in
            .object([
                ("if", .object([("properties", .object([("kind", .object([("const", .string(kind.rawValue))]))]))])),
                ("then", .object([("properties", .object([("fields", reference("fields-\(kind.rawValue)"))]))])),
            ])
        }
        return .object(members(common) + [("allOf", .array(choices))])
    }

    private static var source: JSONValue {
        object(
            [
                ("key", string), ("type", described("Källans typ i CSL.", string)), ("title", string), ("reference", described("Källan som den skrivs i förteckningen.", string)),
                ("anchor", string), ("doi", string), ("url", string), ("citedIn", array(reference("address"))),
            ], required: ["key", "type", "title", "reference", "anchor", "citedIn"])
    }

    private static func value(_ shape: ValueShape) -> JSONValue {
        switch shape {
        case .choice(let values): .object([("enum", .array(values.map { .string($0) }))])
        case .text: string
        case .prose: reference("prose")
        case .link: reference("address")
        case .citation: reference("citation")
        case .list(let item): array(value(item))
        // No key is required: an edition that is history may lack what is asked for today.
        case .record(let fields): object(fields.map { ($0.key, described($0.label, value($0.shape))) }, required: [])
        }
    }

    // MARK: The words of JSON Schema

    private static var string: JSONValue { .object([("type", .string("string"))]) }

    private static func reference(_ name: String) -> JSONValue { .object([("$ref", .string("#/$defs/\(name)"))]) }

    private static func array(_ items: JSONValue) -> JSONValue { .object([("type", .string("array")), ("items", items)]) }

    private static func object(_ properties: [(String, JSONValue)], required: [String]) -> JSONValue {
        .object(
            [("type", .string("object")), ("properties", .object(properties))] + (required.isEmpty ? [] : [("required", .array(required.map { .string($0) }))])
                + [("additionalProperties", .bool(false))])
    }

    private static func described(_ text: String, _ value: JSONValue) -> JSONValue { .object([("description", .string(text))] + members(value)) }

    private static func members(_ value: JSONValue) -> [(String, JSONValue)] {
        if case .object(let members) = value { members } else { [] }
    }
}
