import Glibc
import Markup
import Model
import Referencing

/// The number of a law stands where the law is first mentioned on a page: `kommunallagen (2017:725)`, then
/// `kommunallagen`. Which mention is the first is known when the page is put together; until then a token stands there:
/// U+0005, the number of the entry, U+0006.
enum FirstMentions {
    static func token(_ entry: EntryID, into output: inout [UInt8]) {
        output.append(5)
        output += String(entry.index).utf8
        output.append(6)
    }

    static func resolved(_ content: PageContent, _ style: CitationStyle) -> PageContent {
        var content = content
        content.html = resolved(content.html, .html, style)
        content.commonMark = resolved(content.commonMark, .commonMark, style)
        return content
    }

    static func resolved(_ bytes: [UInt8], _ format: Format, _ style: CitationStyle) -> [UInt8] {
        let first = bytes.withUnsafeBytes { text in text.baseAddress.flatMap { memchr($0, 5, text.count) }.map { UnsafeRawPointer($0) - text.baseAddress! } }
        guard let first else { return bytes }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + 200)
        var seen: Set<Int> = []
        var copied = 0
        var index = first
        while index < bytes.count {
            guard bytes[index] == 5, let end = bytes[index...].firstIndex(of: 6), let entry = Int(String(decoding: bytes[index + 1..<end], as: UTF8.self)) else {
                index += 1
                continue
            }
            output += bytes[copied..<index]
            if seen.insert(entry).inserted, let number = style.number(EntryID(entry)) { format.append(number, to: &output) }
            copied = end + 1
            index = copied
        }
        return output + bytes[copied...]
    }
}

extension Format {
    /// Words that mean nothing to the format.
    func append(_ text: String, to output: inout [UInt8]) {
        switch self {
        case .html: HTMLText.escape(text, into: &output)
        case .commonMark:
            for byte in text.utf8 {
                if "\\`*_[]<>".utf8.contains(byte) { output.append(UInt8(ascii: "\\")) }
                output.append(byte)
            }
        }
    }
}
