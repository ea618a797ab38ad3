import Diagnostics

/// Data as calls in a classic script: what can be read from a folder on disk, where nothing can be fetched.
enum SearchScript {
    /// Appends a string literal. Also `<` is escaped, and the two line ends that old engines end a literal at.
    static func append(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        text.withUnsafeBufferPointer { text in
            var start = 0
            var index = 0
            while true {
                index = ByteRuns.end(in: text, from: index, before: UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"), 0xE2)
                if index < text.count, text[index] == 0xE2, !isLineEnd(text, index) {
                    index += 1
                    continue
                }
                output += UnsafeBufferPointer(rebasing: text[start..<index])
                guard index < text.count else { break }
                let byte = text[index]
                switch byte {
                case 10: output += "\\n".utf8
                case 9: output += "\\t".utf8
                case UInt8(ascii: "\""): output += "\\\"".utf8
                case UInt8(ascii: "\\"): output += "\\\\".utf8
                case 0xE2:
                    output += (text[index + 2] == 0xA8 ? "\\u2028" : "\\u2029").utf8
                    index += 2
                default:
                    output += "\\u00".utf8
                    output += [byte >> 4, byte & 15].map { $0 < 10 ? $0 + 48 : $0 + 87 }
                }
                index += 1
                start = index
            }
        }
        output.append(UInt8(ascii: "\""))
    }

    private static func isLineEnd(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] & 0xFE == 0xA8
    }

    /// A number in base 32, the lowest digit first; a digit from 32 on says that more follow. All digits are plain
    /// characters, so that a list of numbers is a string.
    static func append(number: UInt32, to output: inout [UInt8]) {
        var rest = number
        while rest >= 32 {
            output.append(digits[Int(rest & 31) + 32])
            rest >>= 5
        }
        output.append(digits[Int(rest)])
    }

    static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
}
