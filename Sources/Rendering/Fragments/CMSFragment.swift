import Markup

/// Content to paste into a page of a content management system: no scripts, no frame of its own, and every id and class
/// begins with `styrdok-`, so that nothing meets the names of the page around it.
package enum CMSFragment {
    static let folder = "cms"
    static let prefix = "styrdok-"

    /// - Parameter html: with headings from the level that the fragment is to begin at.
    package static func html(_ html: [[UInt8]]) -> [UInt8] {
        var output = Array("<div class=\"styrdok\" lang=\"sv\">\n".utf8)
        output.reserveCapacity(html.reduce(200) { $0 + $1.count * 5 / 4 })
        for piece in html { append(piece, into: &output) }
        return output + "</div>\n".utf8
    }

    /// Attributes whose values are ids or classes.
    private static let named: Set<String> = ["id", "class", "for", "headers", "aria-labelledby", "aria-describedby"]

    /// Copies HTML with its names prefixed. Only values within tags are names: in text a quotation mark is escaped.
    static func append(_ html: [UInt8], into output: inout [UInt8]) {
        var copied = 0
        var index = 0
        while let quote = html[index...].firstIndex(of: UInt8(ascii: "\"")) {
            guard let end = html[(quote + 1)...].firstIndex(of: UInt8(ascii: "\"")) else { break }
            index = end + 1
            guard quote > 0, html[quote - 1] == UInt8(ascii: "=") else { continue }
            let name = html[..<(quote - 1)].reversed().prefix { $0 == 45 || (97...122).contains($0) }
            let attribute = String(decoding: name.reversed(), as: UTF8.self)
            if named.contains(attribute) {
                var isStart = true
                for place in quote + 1..<end {
                    if isStart, html[place] != 32 {
                        output += html[copied..<place]
                        output += prefix.utf8
                        copied = place
                    }
                    isStart = html[place] == 32
                }
            } else if attribute == "href", let hash = html[quote + 1..<end].firstIndex(of: UInt8(ascii: "#")), !html[quote + 1..<hash].contains(UInt8(ascii: ":")) {
                output += html[copied...hash]
                output += prefix.utf8
                copied = hash + 1
            } else if attribute == "src", !html[quote + 1..<end].contains(UInt8(ascii: ":")) {
                // A picture lies with the pages, one folder up.
                output += html[copied...quote]
                output += "../".utf8
                copied = quote + 1
            }
        }
        output += html[copied...]
    }
}
