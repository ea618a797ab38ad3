/// JSON written on one line, straight to bytes: for what is too much to be held as a `JSONValue` first. Members stand in
/// the order in which they are written.
package struct JSONWriter: Sendable {
    package private(set) var bytes: [UInt8] = []
    private var needsComma = false

    /// - Parameter count: bytes that it may become.
    package init(reserving count: Int = 0) { bytes.reserveCapacity(count) }

    package mutating func object(_ write: (inout JSONWriter) -> Void) { enclose("{", write, "}") }

    package mutating func array(_ write: (inout JSONWriter) -> Void) { enclose("[", write, "]") }

    private mutating func enclose(_ open: Unicode.Scalar, _ write: (inout JSONWriter) -> Void, _ close: Unicode.Scalar) {
        begin()
        bytes.append(UInt8(ascii: open))
        needsComma = false
        write(&self)
        bytes.append(UInt8(ascii: close))
        needsComma = true
    }

    /// The key of the value that is written next.
    package mutating func key(_ name: String) {
        string(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    package mutating func member(_ name: String, _ text: String) {
        key(name)
        string(text)
    }

    package mutating func strings(_ name: String, _ texts: some Sequence<String>) {
        key(name)
        array { json in for text in texts { json.string(text) } }
    }

    package mutating func string(_ text: String) {
        begin()
        JSONText.append(text, to: &bytes)
        needsComma = true
    }

    /// - Parameter text: valid UTF-8.
    package mutating func string(utf8 text: UnsafeBufferPointer<UInt8>) {
        begin()
        JSONText.append(text, to: &bytes)
        needsComma = true
    }

    /// Something that is JSON already, or stands between values.
    package mutating func raw(_ text: StaticString) {
        text.withUTF8Buffer { bytes += $0 }
    }

    private mutating func begin() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
    }
}

/// A string as JSON writes it.
enum JSONText {
    static func append(_ text: String, to output: inout [UInt8]) {
        var text = text
        text.withUTF8 { append($0, to: &output) }
    }

    /// Runs that need no escape are copied whole.
    static func append(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        var start = 0
        var index = 0
        while true {
            index = ByteRuns.end(in: text, from: index, before: UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "\\"))
            output += UnsafeBufferPointer(rebasing: text[start..<index])
            guard index < text.count else { break }
            let byte = text[index]
            index += 1
            start = index
            switch byte {
            case UInt8(ascii: "\""): output += "\\\"".utf8
            case UInt8(ascii: "\\"): output += "\\\\".utf8
            case UInt8(ascii: "\n"): output += "\\n".utf8
            case UInt8(ascii: "\t"): output += "\\t".utf8
            case UInt8(ascii: "\r"): output += "\\r".utf8
            default:
                output += "\\u00".utf8
                output += [byte >> 4, byte & 15].map { $0 < 10 ? $0 + 48 : $0 + 87 }
            }
        }
        output.append(UInt8(ascii: "\""))
    }
}
