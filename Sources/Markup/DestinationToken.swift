import Glibc

/// Stands for a destination until it is known where the link will be read: U+0001, decimal digits, U+0002. libcmark's
/// HTML escapes it to `%01n%02`; its CommonMark leaves it alone.
package enum DestinationToken {
    package static func commonMark(_ number: Int) -> [UInt8] {
        var output: [UInt8] = []
        commonMark(number, into: &output)
        return output
    }

    package static func html(_ number: Int, into output: inout [UInt8]) {
        output += "%01".utf8
        digits(number, &output)
        output += "%02".utf8
    }

    package static func commonMark(_ number: Int, into output: inout [UInt8]) {
        output.append(1)
        digits(number, &output)
        output.append(2)
    }

    private static func digits(_ number: Int, _ output: inout [UInt8]) {
        if number >= 10 { digits(number / 10, &output) }
        output.append(UInt8(48 + number % 10))
    }

    /// Copies `bytes`, putting what `href` appends in the place of every token.
    ///
    /// In HTML a token counts only as the beginning of an `href`, so that text that looks like one stays text.
    /// - Parameter headingShift: HTML only; `<h2 …>` becomes `<h(2+shift) …>`, at most `h6`.
    package static func replace(
        in bytes: [UInt8], format: Format, headingShift: Int = 0, into output: inout [UInt8], href: (Int, inout [UInt8]) -> Void
    ) {
        bytes.withUnsafeBufferPointer { text in
            var copied = 0
            func copy(upTo end: Int) {
                output += UnsafeBufferPointer(rebasing: text[copied..<end])
                copied = end
            }
            let sought = format == .commonMark ? UInt8(1) : headingShift == 0 ? UInt8(ascii: "%") : UInt8(ascii: "<")
            var index = 0
            func next(_ byte: UInt8, from start: Int, to end: Int) -> Int? {
                guard start < end, let found = memchr(text.baseAddress! + start, Int32(byte), end - start) else { return nil }
                return found - UnsafeMutableRawPointer(mutating: text.baseAddress!)
            }
            func token(at place: Int, open: String.UTF8View, close: String.UTF8View) -> (number: Int, end: Int)? {
                guard place + open.count < text.count, text[place..<place + open.count].elementsEqual(open) else { return nil }
                var number = 0
                var digit = place + open.count
                while digit < text.count, (48...57).contains(text[digit]), number < 1_000_000_000 {
                    number = number * 10 + Int(text[digit] - 48)
                    digit += 1
                }
                guard digit > place + open.count, digit + close.count <= text.count, text[digit..<digit + close.count].elementsEqual(close)
                else { return nil }
                return (number, digit + close.count)
            }
            let hrefOpen = "href=\"".utf8
            func replaceHTML(at place: Int) -> Int? {
                guard place >= hrefOpen.count, text[place - hrefOpen.count..<place].elementsEqual(hrefOpen),
                    let token = token(at: place, open: "%01".utf8, close: "%02".utf8)
                else { return nil }
                copy(upTo: place)
                href(token.number, &output)
                copied = token.end
                return token.end
            }
            while let place = next(sought, from: index, to: text.count) {
                index = place + 1
                switch sought {
                case 1:
                    guard let token = token(at: place, open: "\u{1}".utf8, close: "\u{2}".utf8) else { continue }
                    copy(upTo: place)
                    href(token.number, &output)
                    copied = token.end
                    index = token.end
                case UInt8(ascii: "%"): index = replaceHTML(at: place) ?? index
                default:
                    guard place + 3 < text.count else { continue }
                    let slash = text[place + 1] == UInt8(ascii: "/") ? 1 : 0
                    let letter = text[place + 1 + slash]
                    if letter == UInt8(ascii: "h"), place + 2 + slash < text.count, (49...54).contains(text[place + 2 + slash]) {
                        let level = min(6, Int(text[place + 2 + slash] - 48) + headingShift)
                        copy(upTo: place + 2 + slash)
                        output.append(UInt8(48 + level))
                        copied += 1
                    } else if letter == UInt8(ascii: "a"), let end = next(UInt8(ascii: ">"), from: place, to: text.count),
                        let percent = next(UInt8(ascii: "%"), from: place, to: end), let after = replaceHTML(at: percent)
                    {
                        index = after
                    }
                }
            }
            copy(upTo: text.count)
        }
    }
}

/// Text as HTML.
package enum HTMLText {
    /// Appends `text` with `& < > "` escaped, whole runs at a time.
    package static func escape(_ text: String, into output: inout [UInt8]) {
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            for (index, byte) in bytes.enumerated() {
                let entity: StaticString
                switch byte {
                case UInt8(ascii: "&"): entity = "&amp;"
                case UInt8(ascii: "<"): entity = "&lt;"
                case UInt8(ascii: ">"): entity = "&gt;"
                case UInt8(ascii: "\""): entity = "&quot;"
                default: continue
                }
                output += UnsafeBufferPointer(rebasing: bytes[start..<index])
                entity.withUTF8Buffer { output += $0 }
                start = index + 1
            }
            output += UnsafeBufferPointer(rebasing: bytes[start...])
        }
    }

    package static func escaped(_ text: String) -> [UInt8] {
        var output: [UInt8] = []
        escape(text, into: &output)
        return output
    }
}
