import Markup

/// Our CommonMark as pandoc reads it for Word: anchors become spans, notes real notes, captions captions.
///
/// Only what the renderers themselves write is changed; each form is known by its exact beginning.
package enum WordText {
    /// What pandoc is told of the text.
    package static let reader = "commonmark+pipe_tables+footnotes+bracketed_spans+fenced_divs-raw_html"

    /// - Parameter pictures: the address that holds a picture, by its name; nil for what isn't known.
    package static func converted(_ commonMark: [UInt8], pictures: (String) -> String? = { _ in nil }) -> [UInt8] {
        let lines = commonMark.split(separator: 10, omittingEmptySubsequences: false)
        let notes = Set(lines.compactMap { note($0)?.id })
        var output: [UInt8] = []
        output.reserveCapacity(commonMark.count * 5 / 4)
        /// An anchor that stood alone: it goes into the heading that follows.
        var pending: [ArraySlice<UInt8>] = []
        for (number, line) in lines.enumerated() {
            if let id = loneAnchor(line) {
                pending.append(id)
                continue
            }
            if !pending.isEmpty, line.isEmpty { continue }
            var rest = line
            if !pending.isEmpty {
                let marks = line.prefix { $0 == UInt8(ascii: "#") }
                let isHeading = !marks.isEmpty && line.dropFirst(marks.count).first == 32
                if isHeading {
                    output += marks + [32]
                    rest = line.dropFirst(marks.count + 1)
                }
                for id in pending { anchor(id, &output) }
                if !isHeading { output += [10, 10] }
                pending = []
            }
            if let note = note(rest) {
                // A note is a block of its own.
                output += [10] + "[^".utf8 + note.id + "]: ".utf8
                inlines(note.text, notes, &output)
                output.append(10)
            } else if isCaption(rest), number + 2 < lines.count, lines[number + 1].isEmpty, lines[number + 2].first == UInt8(ascii: "|") {
                output += "::: {custom-style=\"Table Caption\"}\n".utf8
                inlines(rest.dropFirst().dropLast(), notes, &output)
                output += "\n:::\n".utf8
            } else if let (place, name) = picture(rest), let address = pictures(name) {
                output += rest[..<place] + address.utf8 + ")\n".utf8
            } else {
                inlines(rest, notes, &output)
                if number + 1 < lines.count { output.append(10) }
            }
        }
        return output
    }

    private static let anchorOpen = Array("<a id=\"".utf8)
    private static let anchorClose = Array("\"></a>".utf8)

    /// The id of `<a id="…"></a>` at the beginning, and where the anchor ends.
    private static func anchor(at text: ArraySlice<UInt8>) -> (id: ArraySlice<UInt8>, end: Int)? {
        guard text.starts(with: anchorOpen) else { return nil }
        let rest = text.dropFirst(anchorOpen.count)
        guard let end = rest.firstIndex(of: UInt8(ascii: "\"")), rest[end...].starts(with: anchorClose) else { return nil }
        return (rest[..<end], end + anchorClose.count)
    }

    private static func loneAnchor(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        anchor(at: line).flatMap { $0.end == line.endIndex ? $0.id : nil }
    }

    private static func anchor(_ id: ArraySlice<UInt8>, _ output: inout [UInt8]) {
        output += "[]{#".utf8 + id + "}".utf8
    }

    /// A line `1. <a id="…--fotnot-…"></a>text`.
    private static func note(_ line: ArraySlice<UInt8>) -> (id: ArraySlice<UInt8>, text: ArraySlice<UInt8>)? {
        let digits = line.prefix { (48...57).contains($0) }
        guard !digits.isEmpty, line.dropFirst(digits.count).starts(with: ". ".utf8) else { return nil }
        guard let (id, end) = anchor(at: line.dropFirst(digits.count + 2)), isNote(id) else { return nil }
        return (id, line[end...])
    }

    private static func isNote(_ id: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: id, as: UTF8.self)
        return text.contains("--fotnot-") || text.contains("--kalla-")
    }

    /// A line `![…](name)`: where the name begins, and the name.
    private static func picture(_ line: ArraySlice<UInt8>) -> (place: Int, name: String)? {
        guard line.starts(with: "![".utf8), line.last == UInt8(ascii: ")") else { return nil }
        guard let start = line.indices.last(where: { line[$0...].starts(with: "](".utf8) }) else { return nil }
        return (start + 2, String(decoding: line[(start + 2)...].dropLast(), as: UTF8.self))
    }

    private static func isCaption(_ line: ArraySlice<UInt8>) -> Bool {
        line.count > 2 && line.first == UInt8(ascii: "*") && line.last == UInt8(ascii: "*") && line.dropFirst().first != UInt8(ascii: "*")
    }

    private static func inlines(_ text: ArraySlice<UInt8>, _ notes: Set<ArraySlice<UInt8>>, _ output: inout [UInt8]) {
        var index = text.startIndex
        var copied = index
        func copy(to end: Int) {
            output += text[copied..<end]
        }
        while index < text.endIndex {
            switch text[index] {
            case UInt8(ascii: "\\"): index += 2
            case UInt8(ascii: "<"):
                guard let (id, end) = anchor(at: text[index...]) else {
                    index += 1
                    continue
                }
                copy(to: index)
                anchor(id, &output)
                index = end
                copied = end
            case UInt8(ascii: "["):
                guard let (id, end) = mark(text[index...]), notes.contains(id) else {
                    index += 1
                    continue
                }
                copy(to: index)
                output += "[^".utf8 + id + "]".utf8
                index = end
                copied = end
            default: index += 1
            }
        }
        copy(to: text.endIndex)
    }

    /// `[\[1\]](#id)`: the mark of a note.
    private static func mark(_ text: ArraySlice<UInt8>) -> (id: ArraySlice<UInt8>, end: Int)? {
        guard text.starts(with: "[\\[".utf8) else { return nil }
        let digits = text.dropFirst(3).prefix { (48...57).contains($0) }
        let rest = text[digits.endIndex...]
        guard !digits.isEmpty, rest.starts(with: "\\]](#".utf8), let end = rest.firstIndex(of: UInt8(ascii: ")")) else { return nil }
        return (rest[(rest.startIndex + 5)..<end], end + 1)
    }
}
