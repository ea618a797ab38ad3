import Diagnostics
import Markup
import Model

/// What the rest of a programme can see of a chapter: its fields, what it refers to and in which order, its headings.
/// While that is the same, an edit of its running text changes nothing outside it.
enum ChapterFace {
    static let size = 16

    /// The beginning of its SHA-256.
    static func digest(of body: Prose, in text: SourceText, _ sites: [ReferenceSite]) -> [UInt8] {
        var writer = KeptWriter()
        // The fields stand before the text, byte for byte and in the same place.
        writer.data(text.bytes[..<Int(body.range.lower)])
        writer.number(sites.count)
        for site in sites {
            switch site.wanted {
            case .element(let address, let kind):
                writer.text(address)
                writer.text(kind?.rawValue ?? "")
            case .source(let key):
                writer.number(-1)
                writer.text(key)
            }
            writer.number(site.isPlace ? 1 : 0)
        }
        let outline = body.document.outline
        writer.number(outline.placements.count)
        for placement in outline.placements { writer.number(placement.linkIndex) }
        writer.texts(outline.bracketed.map(\.word))
        for event in events(outline) {
            switch event {
            case .heading(let index):
                let heading = outline.headings[index]
                writer.number(heading.level)
                writer.text(heading.text)
                let end = index + 1 < outline.headings.count ? outline.headings[index + 1].range.lowerBound : body.range.bytes.upperBound
                // Whether anything stands under it.
                writer.number(heading.range.upperBound < end && text.bytes[heading.range.upperBound..<end].contains { $0 > 32 } ? 1 : 0)
            case .link(let index):
                switch outline.links[index].kind {
                case .link: writer.number(0)
                case .autolink: writer.number(1)
                case .image: writer.number(2)
                }
            case .citation(let index):
                let group = outline.citations[index]
                writer.number(group.isNarrative ? 1 : 0)
                writer.number(group.items.count)
                for item in group.items {
                    writer.text(item.key)
                    writer.text(item.prefix)
                    writer.text(item.locator)
                    writer.number(item.suppressesAuthor ? 1 : 0)
                }
            }
        }
        return Array(Fingerprint.sha256(writer.bytes).prefix(size))
    }

    private enum Event {
        case heading(Int), link(Int), citation(Int)
    }

    /// Headings, links and citations in the order of the text.
    private static func events(_ outline: Outline) -> [Event] {
        var events: [Event] = []
        var (heading, link, citation) = (0, 0, 0)
        func place(_ index: Int, _ ranges: [Range<Int>]) -> Int { index < ranges.count ? ranges[index].lowerBound : Int.max }
        let (headings, links, citations) = (outline.headings.map(\.range), outline.links.map(\.range), outline.citations.map(\.range))
        events.reserveCapacity(headings.count + links.count + citations.count)
        while true {
            let next = (place(heading, headings), place(link, links), place(citation, citations))
            let first = min(next.0, next.1, next.2)
            guard first < Int.max else { return events }
            if first == next.0 {
                events.append(.heading(heading))
                heading += 1
            } else if first == next.1 {
                events.append(.link(link))
                link += 1
            } else {
                events.append(.citation(citation))
                citation += 1
            }
        }
    }
}
