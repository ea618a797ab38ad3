import Diagnostics
import Foundation

/// An entry as CSL-JSON says it, every field kept, known here or not.
package struct ReferenceRecord: Sendable, Equatable {
    package var fields: [String: JSONValue]

    package init(_ fields: [String: JSONValue]) {
        self.fields = fields
    }

    package var id: String { text("id") }
    package func text(_ key: String) -> String { if case .string(let text)? = fields[key] { text } else { "" } }

    /// The order in which fields are written; the others follow by name.
    private static let order = [
        "id", "type", "title", "title-short", "author", "editor", "container-title", "collection-title", "genre", "number", "volume", "issue", "page",
        "edition", "publisher", "publisher-place", "authority", "jurisdiction", "issued", "accessed", "DOI", "ISBN", "URL", "language", "note",
    ]

    package var json: JSONValue {
        let known = Self.order.filter { fields[$0] != nil }
        let others = fields.keys.filter { !Self.order.contains($0) }.sorted()
        return .object((known + others).map { ($0, fields[$0] ?? .null) })
    }

    /// The records of a CSL-JSON file; nil when it is no list of objects.
    package static func read(json bytes: [UInt8]) -> [ReferenceRecord]? {
        guard let items = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [Any] else { return nil }
        var records: [ReferenceRecord] = []
        for item in items {
            guard let object = item as? [String: Any] else { return nil }
            records.append(ReferenceRecord(object.mapValues(JSONValue.init(foundation:))))
        }
        return records
    }
}

extension JSONValue {
    fileprivate init(foundation value: Any) {
        switch value {
        case let text as String: self = .string(text)
        case let list as [Any]: self = .array(list.map(JSONValue.init(foundation:)))
        case let object as [String: Any]: self = .object(object.sorted { $0.key < $1.key }.map { ($0.key, JSONValue(foundation: $0.value)) })
        case let number as NSNumber:
            let isBool = ["c", "B"].contains(String(cString: number.objCType))
            self = isBool ? .bool(number.boolValue) : number.doubleValue == Double(number.intValue) ? .integer(number.intValue) : .string("\(number)")
        default: self = .null
        }
    }
}
