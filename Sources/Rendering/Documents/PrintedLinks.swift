/// Links of a page as they stand on paper: those to other pages of the site lead nowhere there and become plain text, and
/// a renderer would make paths of this machine of them. A tag for a link that is none would be a false mark in the PDF.
package enum PrintedLinks {
    package static func append(_ html: [UInt8], into output: inout [UInt8]) {
        var copied = 0
        var index = 0
        /// Whether the `a` that is open has become a `span`; they don't nest.
        var isPlain = false
        func rename(to name: String.UTF8View, from start: Int, length: Int) {
            output += html[copied..<start]
            output += name
            copied = start + length
        }
        while let place = html[index...].firstIndex(of: UInt8(ascii: "<")) {
            index = place + 1
            if html[index...].starts(with: "a ".utf8), let end = html[index...].firstIndex(of: UInt8(ascii: ">")) {
                let address = href(html[index..<end])
                isPlain = address.map { !isComplete(html[$0.value]) } ?? true
                if isPlain {
                    rename(to: "span".utf8, from: index, length: 1)
                    if let address { rename(to: "".utf8, from: address.whole.lowerBound, length: address.whole.count) }
                }
                index = end
            } else if isPlain, html[index...].starts(with: "/a>".utf8) {
                rename(to: "/span".utf8, from: index, length: 2)
                isPlain = false
            }
        }
        output += html[copied...]
    }

    /// The ` href="…"` of a tag, and what stands in it.
    private static func href(_ tag: ArraySlice<UInt8>) -> (whole: Range<Int>, value: Range<Int>)? {
        let name = Array(" href=\"".utf8)
        guard let start = tag.indices.first(where: { tag[$0...].starts(with: name) }) else { return nil }
        let value = start + name.count
        guard let end = tag[value...].firstIndex(of: UInt8(ascii: "\"")) else { return nil }
        return (start..<end + 1, value..<end)
    }

    /// Whether an address means the same wherever it stands.
    static func isComplete(_ address: ArraySlice<UInt8>) -> Bool {
        address.first == UInt8(ascii: "#") || ["http://", "https://", "mailto:", "tel:"].contains { address.starts(with: $0.utf8) }
    }
}
