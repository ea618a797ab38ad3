import Markup
import Testing

/// Generated documents whose author knows where every link and citation stands.
@Suite struct LocationFuzzTests {
    @Test func `every link and citation of two thousand adversarial documents is found at its place`() {
        var generator = KnownDocumentGenerator(seed: 1_979)
        for number in 0..<2_000 {
            let known = generator.document()
            let outline = Document(parsing: known.bytes).outline
            let links = outline.links.map(\.destinationRange)
            let keys = outline.citations.flatMap(\.items).map(\.keyRange)
            guard links == known.links, keys == known.keys else {
                Issue.record(
                    "document \(number): links \(links) are \(known.links), keys \(keys) are \(known.keys)\n\(String(decoding: known.bytes, as: UTF8.self))")
                return
            }
        }
    }
}

/// A document, with the byte ranges of its destinations and citation keys.
struct KnownDocument {
    var bytes: [UInt8] = []
    var links: [Range<Int>] = []
    var keys: [Range<Int>] = []
}

struct KnownDocumentGenerator {
    private var state: UInt64
    private var count = 0

    init(seed: UInt64) { state = seed }

    private mutating func number(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(limit))
    }

    private mutating func pick(_ choices: [String]) -> String { choices[number(choices.count)] }

    /// First line, further lines; a quote's further lines may be lazy.
    private static let containers = [("", ""), ("", ""), ("> ", "> "), ("> ", ""), ("- ", "  "), ("1. ", "   "), ("> - ", ">   "), ("   ", "  "), ("- > ", "  > "), ("-\t", "\t")]

    mutating func document() -> KnownDocument {
        var known = KnownDocument()
        if number(8) == 0 { known.bytes += "\u{FEFF}".utf8 }
        let end = pick(["\n", "\n", "\r\n"])
        for _ in 0..<1 + number(5) {
            if number(6) == 0 {
                count += 1
                known.bytes += "[def\(count)]: https://example.se/\(count) 'titel'\(end)\(end)".utf8
            }
            let (first, further) = Self.containers[number(Self.containers.count)]
            known.bytes += first.utf8
            if number(6) == 0, first == "" { known.bytes += "## ".utf8 }
            known.bytes += "Ord ".utf8
            let isHeading = known.bytes.suffix(7).starts(with: "## ".utf8)
            for _ in 0..<1 + number(10) {
                inline(&known)
                if !isHeading, number(4) == 0 { known.bytes += (end + further + "ord ").utf8 } else { known.bytes += " ".utf8 }
            }
            known.bytes += (end + end + "<!-- x -->" + end + end).utf8
        }
        return known
    }

    private mutating func inline(_ known: inout KnownDocument) {
        count += 1
        let address = "mal:m\(count)"
        func append(_ text: String) { known.bytes += text.utf8 }
        func destination(_ text: String) {
            let start = known.bytes.count
            append(text)
            known.links.append(start..<known.bytes.count)
        }
        func key(_ text: String) {
            append("@")
            let start = known.bytes.count
            append(text)
            known.keys.append(start..<known.bytes.count)
        }
        switch number(16) {
        case 0: append(pick(["ord", "åäö", "**fet**", "*ö*", "&ouml;", "\\*", "a_b", "!", "(", "\""]))
        case 1:
            append("[å](")
            destination(address)
            append(")")
        case 2:
            append("[text *ö*](<")
            destination(address)
            append("> \"titel\")")
        case 3:
            append("<")
            destination(address)
            append(">")
        case 4: append("`[kod](\(address))`")
        case 5: append("``<\(address)> ` [@k\(count)]``")
        case 6: append("\\[inte](\(address))")
        case 7:
            append("[@")
            known.bytes.removeLast()
            key("k-\(count)")
            append(", s. 3]")
        case 8:
            append("[")
            key("k\(count)")
            append("; ")
            key("q\(count)")
            append(" 2 kap. 3 §]")
        case 9:
            key("n_\(count)")
            append(" säger")
        case 10: append("namn\(count)@example.se")
        case 11: append("\\@k\(count)")
        case 12:
            append("![bild](")
            destination("b\(count).png")
            append(")")
        case 13:
            append("*[i betoning](")
            destination(address)
            append(")*")
        case 14:
            append("[länk med @k\(count)](")
            destination(address)
            append(")")
        default:
            append("[a\\]b](")
            destination(address)
            append(" 'å')")
        }
    }
}
