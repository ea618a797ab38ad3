/// A part of a page that a search can lead to.
package struct Passage: Sendable, Equatable {
    /// Id in the page; empty for the page itself.
    package var anchor: String
    package var title: String
    /// UTF-8, a paragraph, list item or table row a line.
    package var text: [UInt8]
    /// Whether it is a viewpoint of a consultation.
    package var isViewpoint: Bool

    package init(anchor: String, title: String = "", text: [UInt8] = [], isViewpoint: Bool = false) {
        self.isViewpoint = isViewpoint
        self.anchor = anchor
        self.title = title
        self.text = text
    }
}

/// Reads the words off a finished page, so that what is found is what the reader sees: citations as they are written,
/// tables, the registers that a chapter places. Nothing is parsed but our own tags.
package struct PassageReader {
    /// A page with more bytes of text than this is cut at its headings.
    package static let longPage = 3_000

    private let html: UnsafeBufferPointer<UInt8>
    private var place = 0
    private var passages = [Passage(anchor: "")]
    /// The passages that are open, with the depth of their element; the last one gets the text.
    private var open: [(passage: Int, depth: Int)] = [(0, 0)]
    /// Sections and list items that are open; they nest.
    private var depth = 0
    /// Where the headings of the page itself stand in its text.
    private var cuts: [(start: Int, end: Int, anchor: String)] = []
    private var heading: (start: Int, anchor: String, isTitle: Bool)?
    private var needsBlank = false
    private var needsLine = false

    private init(_ html: UnsafeBufferPointer<UInt8>) { self.html = html }

    /// The page first, then its parts in order.
    package static func read(_ html: [UInt8]) -> [Passage] {
        html.withUnsafeBufferPointer { buffer in
            var reader = PassageReader(buffer)
            reader.run()
            return reader.finish()
        }
    }

    private mutating func run() {
        while place < html.count {
            if html[place] == UInt8(ascii: "<") { tag() } else { text() }
        }
    }

    /// Cuts a long page at its headings.
    private func finish() -> [Passage] {
        guard let first = cuts.first, passages[0].text.count > Self.longPage else { return passages }
        var page = passages[0]
        page.text = Array(Self.trimmed(page.text[..<first.start]))
        let whole = passages[0].text
        let sections = cuts.indices.map { number in
            let end = number + 1 < cuts.count ? cuts[number + 1].start : whole.count
            return Passage(
                anchor: cuts[number].anchor, title: String(decoding: Self.trimmed(whole[cuts[number].start..<cuts[number].end]), as: UTF8.self),
                text: Array(Self.trimmed(whole[cuts[number].end..<end])))
        }
        return [page] + sections + passages.dropFirst()
    }

    private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var text = text
        while let byte = text.first, byte <= 32 { text.removeFirst() }
        while let byte = text.last, byte <= 32 { text.removeLast() }
        return text
    }

    // MARK: Text

    private mutating func text() {
        let target = open[open.count - 1].passage
        var start = place
        func isPlain(_ byte: UInt8, _ index: Int) -> Bool {
            byte > 38 || byte == 32 && index > start && index + 1 < html.count && html[index + 1] > 32 || byte > 32 && byte < 38
        }
        while place < html.count, html[place] != UInt8(ascii: "<") {
            let byte = html[place]
            if byte != 0xC2, isPlain(byte, place) {
                place += 1
                continue
            }
            append(start..<place, to: target)
            start = place + 1
            switch byte {
            case 0xC2:
                // A soft hyphen is no letter; anything else is text.
                if place + 1 < html.count, html[place + 1] == 0xAD {
                    place += 1
                    start = place + 1
                } else {
                    start = place
                    place += 1
                }
            case UInt8(ascii: "&"): start = entity(to: target) + 1
            default: needsBlank = true
            }
            place += 1
        }
        append(start..<place, to: target)
    }

    /// Appends the character that an entity stands for; the place of its last byte.
    private mutating func entity(to target: Int) -> Int {
        for (name, character) in [("amp;", UInt8(ascii: "&")), ("lt;", UInt8(ascii: "<")), ("gt;", UInt8(ascii: ">")), ("quot;", UInt8(ascii: "\""))]
        where html[(place + 1)...].starts(with: name.utf8) {
            separate(target)
            passages[target].text.append(character)
            place += name.utf8.count
            return place
        }
        separate(target)
        passages[target].text.append(UInt8(ascii: "&"))
        return place
    }

    private mutating func append(_ range: Range<Int>, to target: Int) {
        guard !range.isEmpty else { return }
        separate(target)
        passages[target].text += UnsafeBufferPointer(rebasing: html[range])
    }

    private mutating func separate(_ target: Int) {
        if needsLine || needsBlank, let last = passages[target].text.last, last != 10, needsLine || last != 32 {
            passages[target].text.append(needsLine ? 10 : 32)
        }
        needsLine = false
        needsBlank = false
    }

    // MARK: Tags

    private mutating func tag() {
        let start = place + 1
        while place < html.count, html[place] != UInt8(ascii: ">") { place += 1 }
        let end = place
        place = min(place + 1, html.count)
        guard start < end else { return }
        let isEnd = html[start] == UInt8(ascii: "/")
        var nameEnd = isEnd ? start + 1 : start
        while nameEnd < end, html[nameEnd] > 47 { nameEnd += 1 }
        let name = html[(isEnd ? start + 1 : start)..<nameEnd]
        let attributes = nameEnd..<end
        func isNamed(_ other: StaticString) -> Bool { Self.equal(name, other) }

        if name.count == 2, name.first == UInt8(ascii: "h"), let digit = name.last, (49...54).contains(digit) {
            needsLine = true
            if isEnd { endHeading() } else { startHeading(level: digit - 48, attributes) }
        } else if isNamed("section") {
            needsLine = true
            if isEnd { close() } else { openSection(attributes) }
        } else if isNamed("li") {
            needsLine = true
            if isEnd { close() } else { depth += 1 }
        } else if isNamed("a") {
            if !isEnd, let id = value("id=\"", attributes), id.hasPrefix(Self.sourceAnchor) { begin(id) }
        } else if isNamed("sup") || isNamed("svg") {
            if !isEnd { skip(name) }
        } else if isNamed("div") {
            needsLine = true
            if !isEnd, has("class=\"hanvisas-fran\"", attributes) { skip(name) }
        } else if isNamed("span") {
            if !isEnd, has("class=\"citeras-i\"", attributes) { skip(name) }
        } else if isNamed("dt") {
            if isEnd { appendMark(": ") } else { needsLine = true }
        } else if isNamed("td") || isNamed("th") {
            if !isEnd, !needsLine { appendMark(" · ") }
        } else if isNamed("dd") {
            if isEnd { needsLine = true }
        } else if !(isNamed("strong") || isNamed("em") || isNamed("code") || isNamed("ins") || isNamed("del")) {
            // A paragraph within a definition goes on after its label.
            if isEnd || !endsInMark { needsLine = true }
        }
    }

    private static let sourceAnchor = SitePlan.anchor(ofSource: "")

    private var endsInMark: Bool { passages[open[open.count - 1].passage].text.suffix(2).elementsEqual(": ".utf8) }

    /// Puts a mark between cells, or a label and what it labels.
    private mutating func appendMark(_ mark: String) {
        let target = open[open.count - 1].passage
        guard let last = passages[target].text.last, last > 32 else { return }
        passages[target].text += mark.utf8
        needsBlank = false
    }

    private mutating func startHeading(level: UInt8, _ attributes: Range<Int>) {
        let target = open[open.count - 1].passage
        separate(target)
        let isTitle = passages[target].title.isEmpty && passages[target].text.isEmpty
        heading = (passages[target].text.count, target == 0 && level == 2 ? value("id=\"", attributes) ?? "" : "", isTitle)
    }

    private mutating func endHeading() {
        guard let ended = heading else { return }
        heading = nil
        let target = open[open.count - 1].passage
        let end = passages[target].text.count
        guard ended.start <= end else { return }
        if ended.isTitle {
            passages[target].title = String(decoding: Self.trimmed(passages[target].text[ended.start...]), as: UTF8.self)
            passages[target].text.removeSubrange(ended.start...)
        } else if !ended.anchor.isEmpty {
            cuts.append((ended.start, end, ended.anchor))
        }
    }

    private mutating func openSection(_ attributes: Range<Int>) {
        depth += 1
        let isViewpoint = has("class=\"synpunkt\"", attributes)
        guard isViewpoint || has("class=\"post ", attributes), let id = value("id=\"", attributes) else { return }
        begin(id, isViewpoint: isViewpoint)
    }

    private mutating func begin(_ anchor: String, isViewpoint: Bool = false) {
        open.append((passages.count, depth))
        passages.append(Passage(anchor: anchor, isViewpoint: isViewpoint))
    }

    private mutating func close() {
        if open.count > 1, open[open.count - 1].depth == depth { open.removeLast() }
        depth -= 1
    }

    /// Goes past the end of the element that just began.
    private mutating func skip(_ name: Slice<UnsafeBufferPointer<UInt8>>) {
        var level = 1
        while place < html.count, level > 0 {
            guard html[place] == UInt8(ascii: "<") else {
                place += 1
                continue
            }
            let isEnd = place + 1 < html.count && html[place + 1] == UInt8(ascii: "/")
            let start = place + (isEnd ? 2 : 1)
            if start + name.count < html.count, html[start..<start + name.count].elementsEqual(name), html[start + name.count] <= 62, html[start + name.count] != 45 {
                level += isEnd ? -1 : 1
            }
            while place < html.count, html[place] != UInt8(ascii: ">") { place += 1 }
            place = min(place + 1, html.count)
        }
    }

    // MARK: Attributes

    private static func equal(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ text: StaticString) -> Bool {
        text.withUTF8Buffer { bytes.count == $0.count && bytes.elementsEqual($0) }
    }

    private func find(_ text: StaticString, _ range: Range<Int>) -> Int? {
        text.withUTF8Buffer { sought in
            var index = range.lowerBound
            while index + sought.count <= range.upperBound {
                if html[index] == sought[0], html[index..<index + sought.count].elementsEqual(sought) { return index + sought.count }
                index += 1
            }
            return nil
        }
    }

    private func has(_ text: StaticString, _ attributes: Range<Int>) -> Bool { find(text, attributes) != nil }

    /// - Parameter opening: the attribute's name with `="`.
    private func value(_ opening: StaticString, _ attributes: Range<Int>) -> String? {
        guard let start = find(opening, attributes), let end = html[start..<attributes.upperBound].firstIndex(of: UInt8(ascii: "\"")) else { return nil }
        return String(decoding: html[start..<end], as: UTF8.self)
    }
}
