/// JSON that keeps the order its author gave, so that the same value always gives the same bytes.
package enum JSONValue: Sendable, Equatable {
    case null
    case bool(Bool)
    case integer(Int)
    case string(String)
    case array([JSONValue])
    case object([(String, JSONValue)])

    package static func == (left: JSONValue, right: JSONValue) -> Bool {
        left.text(indented: false) == right.text(indented: false)
    }

    package func text(indented: Bool) -> String {
        var bytes: [UInt8] = []
        write(to: &bytes, indent: indented ? 0 : nil)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the value as UTF-8.
    /// - Parameter indent: the depth to indent from, two spaces a level; nil for one line.
    package func write(to output: inout [UInt8], indent: Int?) {
        switch self {
        case .null: output += "null".utf8
        case .bool(let value): output += (value ? "true" : "false").utf8
        case .integer(let value): output += String(value).utf8
        case .string(let value): JSONText.append(value, to: &output)
        case .array(let values):
            Self.write(values, open: "[", close: "]", to: &output, indent: indent) { value, output, indent in
                value.write(to: &output, indent: indent)
            }
        case .object(let members):
            Self.write(members, open: "{", close: "}", to: &output, indent: indent) { member, output, indent in
                JSONText.append(member.0, to: &output)
                output += (indent == nil ? ":" : ": ").utf8
                member.1.write(to: &output, indent: indent)
            }
        }
    }

    private static func write<Item>(
        _ items: [Item], open: Unicode.Scalar, close: Unicode.Scalar, to output: inout [UInt8], indent: Int?,
        item: (Item, inout [UInt8], Int?) -> Void
    ) {
        output.append(UInt8(ascii: open))
        for (index, value) in items.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            newLine(indent.map { $0 + 1 }, &output)
            item(value, &output, indent.map { $0 + 1 })
        }
        if !items.isEmpty { newLine(indent, &output) }
        output.append(UInt8(ascii: close))
    }

    private static func newLine(_ indent: Int?, _ output: inout [UInt8]) {
        guard let indent else { return }
        output.append(UInt8(ascii: "\n"))
        output += repeatElement(UInt8(ascii: " "), count: indent * 2)
    }
}
