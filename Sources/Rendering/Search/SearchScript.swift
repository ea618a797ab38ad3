import Diagnostics

/// Data as calls in a classic script: what can be read from a folder on disk, where nothing can be fetched.
enum SearchScript {
    /// What stands around the texts of a file, and around the uses of words.
    static func textsFrame(_ name: String) -> (opening: String, closing: String) { ("styrdokSok.texts(\"\(name)\", [\n", "\n]);\n") }
    static func usesFrame(_ number: Int) -> (opening: String, closing: String) { ("styrdokSok.uses(\(number), \"", "\");\n") }

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

    /// What a literal that `append` wrote says; nil when it is none.
    static func plain(_ literal: some RandomAccessCollection<UInt8>) -> [UInt8]? {
        let quote = UInt8(ascii: "\"")
        guard literal.count > 1, literal.first == quote, literal.last == quote else { return nil }
        var output: [UInt8] = []
        output.reserveCapacity(literal.count)
        var index = literal.index(after: literal.startIndex)
        let end = literal.index(before: literal.endIndex)
        while index < end {
            let byte = literal[index]
            index = literal.index(after: index)
            guard byte == UInt8(ascii: "\\") else {
                output.append(byte)
                continue
            }
            guard index < end else { return nil }
            let kind = literal[index]
            index = literal.index(after: index)
            switch kind {
            case UInt8(ascii: "n"): output.append(10)
            case UInt8(ascii: "t"): output.append(9)
            case UInt8(ascii: "u"):
                guard literal.distance(from: index, to: end) >= 4 else { return nil }
                let next = literal.index(index, offsetBy: 4)
                guard let value = UInt32(String(decoding: literal[index..<next], as: UTF8.self), radix: 16), let scalar = Unicode.Scalar(value) else { return nil }
                output += String(scalar).utf8
                index = next
            default: output.append(kind)
            }
        }
        return output
    }

    /// The uses of a word as they stand in a file: numbers of entries and weights, each counted from the one before.
    static func uses(_ text: ArraySlice<UInt8>) -> [UInt32]? {
        var uses: [UInt32] = []
        var (last, number, shift) = (UInt32(0), UInt32(0), UInt32(0))
        for byte in text {
            guard let digit = digits.firstIndex(of: byte), shift < 32 else { return nil }
            number |= UInt32(digit & 31) << shift
            guard digit < 32 else {
                shift += 5
                continue
            }
            uses.append(last + number)
            last = (last + number) & ~3
            (number, shift) = (0, 0)
        }
        return shift == 0 ? uses : nil
    }

    /// - Parameter uses: in their order.
    static func text(ofUses uses: [UInt32]) -> [UInt8] {
        var output: [UInt8] = []
        var last: UInt32 = 0
        for use in uses {
            append(number: use - last, to: &output)
            last = use & ~3
        }
        return output
    }

    static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
}
