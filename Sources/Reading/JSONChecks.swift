import Diagnostics

/// What libyaml takes and JSON doesn't allow: other programs would refuse the file.
enum JSONChecks {
    /// The first of it, in a text that is YAML.
    static func finding(_ bytes: [UInt8], from start: Int, file: FileID) -> Diagnostic? {
        var index = start
        var comma: Int?
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case 32, 9, 10, 13: index += 1
            case UInt8(ascii: "\""):
                comma = nil
                index += 1
                while index < bytes.count, bytes[index] != UInt8(ascii: "\"") { index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1 }
                index += 1
            case UInt8(ascii: ","):
                comma = index
                index += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                if let comma {
                    let range = SourceRange(file: file, comma..<comma + 1)
                    let close = byte == UInt8(ascii: "]") ? "]" : "}"
                    return Diagnostic(
                        "bad-json", .error,
                        Message("Kommat här är ett för mycket: efter det sista före \(close) står inget komma.", en: "The comma here is one too many: none stands after the last before \(close)."),
                        at: range, fixes: [.init(Message("ta bort kommat", en: "remove the comma"), replacing: range, with: "", isCertain: true)])
                }
                index += 1
            case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ":"):
                comma = nil
                index += 1
            default:
                comma = nil
                let first = index
                while index < bytes.count, isWord(bytes[index]) { index += 1 }
                let word = String(decoding: bytes[first..<index], as: UTF8.self)
                guard ["true", "false", "null"].contains(word) || Double(word) != nil else {
                    return Diagnostic(
                        "bad-json", .error,
                        Message(
                            "Det här är inte JSON. Text och nycklar står inom raka citattecken, och kommentarer finns inte.",
                            en: "This is not JSON. Texts and keys stand in straight quotation marks, and there are no comments."),
                        at: SourceRange(file: file, first..<max(index, first + 1)))
                }
            }
        }
        return nil
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (97...122).contains(byte | 0x20) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
    }
}
