/// HTML of a page as it stands on paper.
///
/// Links to other pages of the site lead nowhere there and become plain text: a renderer would make paths of this machine
/// of them, and a tag for a link that is none would be a false mark in the PDF. A drawing gets its label as a title, where
/// the renderer looks for the text alternative. Pictures stand in the text itself: the renderer may read no file.
package enum PrintedHTML {
    /// - Parameter pictures: the address that holds a picture, by its name; nil for what isn't known.
    package static func append(_ html: [UInt8], pictures: (String) -> String? = { _ in nil }, into output: inout [UInt8]) {
        var copied = 0
        var index = 0
        var isDrawing = false
        /// Whether the `a` that is open has become another element; they don't nest.
        var isPlain = false
        /// A group in a drawing, and a span in text.
        var plainName: String { isDrawing ? "g" : "span" }
        func put(_ text: some Collection<UInt8>, at start: Int, over length: Int) {
            output += html[copied..<start]
            output += text
            copied = start + length
        }
        while let place = html[index...].firstIndex(of: UInt8(ascii: "<")) {
            index = place + 1
            if html[index...].starts(with: "a ".utf8), let end = html[index...].firstIndex(of: UInt8(ascii: ">")) {
                let address = attribute(" href=\"", of: html[index..<end])
                isPlain = address.map { !isComplete(html[$0.value]) } ?? true
                if isPlain {
                    put(plainName.utf8, at: index, over: 1)
                    if let address { put([], at: address.whole.lowerBound, over: address.whole.count) }
                }
                index = end
            } else if isPlain, html[index...].starts(with: "/a>".utf8) {
                put("/\(plainName)".utf8, at: index, over: 2)
                isPlain = false
            } else if html[index...].starts(with: "svg ".utf8), let end = html[index...].firstIndex(of: UInt8(ascii: ">")) {
                isDrawing = true
                if let label = attribute(" aria-label=\"", of: html[index..<end]) { put("<title>".utf8 + html[label.value] + "</title>".utf8, at: end + 1, over: 0) }
                index = end
            } else if html[index...].starts(with: "img ".utf8), let end = html[index...].firstIndex(of: UInt8(ascii: ">")) {
                if let source = attribute(" src=\"", of: html[index..<end]), let address = pictures(String(decoding: html[source.value], as: UTF8.self)) {
                    put(address.utf8, at: source.value.lowerBound, over: source.value.count)
                }
                index = end
            } else if isDrawing, html[index...].starts(with: "/svg>".utf8) {
                isDrawing = false
            }
        }
        output += html[copied...]
    }

    /// An attribute of a tag, by its beginning, and what stands in it.
    private static func attribute(_ beginning: String, of tag: ArraySlice<UInt8>) -> (whole: Range<Int>, value: Range<Int>)? {
        let name = Array(beginning.utf8)
        guard let start = tag.indices.first(where: { tag[$0...].starts(with: name) }) else { return nil }
        let value = start + name.count
        guard let end = tag[value...].firstIndex(of: UInt8(ascii: "\"")) else { return nil }
        return (start..<end + 1, value..<end)
    }

    /// Whether an address means the same wherever it stands.
    private static func isComplete(_ address: ArraySlice<UInt8>) -> Bool {
        address.first == UInt8(ascii: "#") || ["http://", "https://", "mailto:", "tel:"].contains { address.starts(with: $0.utf8) }
    }
}
