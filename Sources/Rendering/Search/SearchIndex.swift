import Model

/// The search index of a folder of pages, as files in its folder `sok`: the register with every entry and word, the uses
/// of the words and the texts in pieces that are loaded when a search needs them.
package struct SearchIndex: Sendable {
    package struct Page: Sendable {
        /// Address of the file from the folder.
        package let file: String
        package let title: String

        package init(file: String, title: String) {
            self.file = file
            self.title = title
        }
    }

    static let folder = "sok"
    /// A file of uses holds about this much.
    static let usesSize = 96_000

    /// A finished part whose texts are in the sink, unless they are too short for files of their own.
    package struct StoredPart: Sendable {
        package let part: SearchPart
        package let pages: [Page]
        /// The entry that each file of texts begins with, and its name.
        package let files: [(first: Int, name: String)]
    }

    /// - Parameters:
    ///   - pages: those that the part's entries stand on.
    ///   - name: tells the files of this part from the others'.
    package static func store(_ part: SearchPart, of pages: [Page], name: String, below path: String, into sink: some FileSink) -> StoredPart {
        var part = part
        part.finish()
        guard part.texts.reduce(0, { $0 + $1.bytes.count }) > SearchPart.textSize / 2 else {
            return StoredPart(part: part, pages: pages, files: [])
        }
        let files = part.takeTexts().enumerated().map { number, text in
            let file = number == 0 ? name : "\(name)-\(number + 1)"
            texts([text.bytes], name: file, below: path, into: sink)
            return (text.first, file)
        }
        return StoredPart(part: part, pages: pages, files: files)
    }

    private static func texts(_ texts: [[UInt8]], name: String, below path: String, into sink: some FileSink) {
        let frame = SearchScript.textsFrame(name)
        var pieces = [Array(frame.opening.utf8)]
        for text in texts {
            if pieces.count > 1 { pieces.append(Array(",\n".utf8)) }
            pieces.append(text)
        }
        sink.accept(RenderedFile(path: "\(path)\(folder)/text-\(name).js", parts: pieces + [Array(frame.closing.utf8)]))
    }

    /// The files of all texts by the entry that they begin with; short texts of neighbours are put together.
    private static func textFiles(_ parts: [StoredPart], _ bases: [UInt32], below path: String, into sink: some FileSink) -> [(first: Int, name: String)] {
        var files: [(first: Int, name: String)] = []
        var waiting: [[UInt8]] = []
        func close() {
            guard !waiting.isEmpty, let name = files.last?.name else { return }
            texts(waiting, name: name, below: path, into: sink)
            waiting = []
        }
        for (part, base) in zip(parts, bases) where !part.part.entries.isEmpty {
            guard part.files.isEmpty else {
                close()
                files += part.files.map { (Int(base) + $0.first, $0.name) }
                continue
            }
            if waiting.isEmpty { files.append((Int(base), "e\(base)")) }
            waiting += part.part.texts.map(\.bytes)
            if waiting.reduce(0, { $0 + $1.count }) > SearchPart.textSize { close() }
        }
        close()
        return files
    }

    /// Joins the parts in their order, and puts the register and the uses into the sink.
    /// - Parameter meanwhile: is done on this core while another joins the words.
    package static func write(_ parts: [StoredPart], title: String, below path: String, into sink: some FileSink, meanwhile: () -> Void = {}) {
        var bases: [UInt32] = []
        var total: UInt32 = 0
        for stored in parts {
            bases.append(total)
            total += UInt32(stored.part.entries.count)
        }
        let joined = Meanwhile { [bases] in (lexicon(parts, bases, below: path, into: sink), Listing(parts)) }
        meanwhile()
        let files = textFiles(parts, bases, below: path, into: sink).map { Array("[\($0.first), \"\($0.name)\"]".utf8) }
        let (words, listing) = joined.value
        register(
            [
                ("title", literal(title)), ("kinds", list(listing.kinds.map(literal))), ("pages", listing.pages), ("entries", listing.entries),
                ("words", literal(words.bytes[...])), ("uses", list(words.firsts.map { Array(String($0).utf8) })), ("texts", list(files)),
            ], below: path, into: sink)
    }

    /// Pages and entries of all parts, as the register lists them.
    private struct Listing: Sendable {
        private(set) var kinds: [String] = []
        let pages: [UInt8]
        let entries: [UInt8]

        init(_ parts: [StoredPart]) {
            var numbers: [String: Int] = [:]
            var rows: [UInt8] = []
            var pages: [String] = []
            for part in parts {
                let firstPage = pages.count
                pages += part.pages.map { "\($0.file)\t\($0.title)" }
                for entry in part.part.entries {
                    if numbers[entry.kind] == nil {
                        numbers[entry.kind] = kinds.count
                        kinds.append(entry.kind)
                    }
                    if !rows.isEmpty { rows.append(10) }
                    rows += "\(firstPage + entry.page)\t\(numbers[entry.kind] ?? 0)\t\(entry.anchor)\t".utf8
                    rows += entry.title.utf8.lazy.map { $0 < 32 ? 32 : $0 }
                }
            }
            self.pages = literal(pages.joined(separator: "\n"))
            entries = literal(rows[...])
        }
    }

    /// All words in order, a line each; their uses go into the sink.
    /// - Returns: also the number of the word that each file of uses begins with.
    private static func lexicon(_ parts: [StoredPart], _ bases: [UInt32], below path: String, into sink: some FileSink) -> (bytes: [UInt8], firsts: [Int]) {
        var words = WordPool()
        let numbers = parts.map { words.add($0.part.words) }
        // For each word the pieces of it that the parts have, counted out rather than in an array a word.
        var starts = Array(repeating: 0, count: words.count + 1)
        for numbers in numbers { for word in numbers { starts[Int(word) + 1] += 1 } }
        for index in 1..<starts.count { starts[index] += starts[index - 1] }
        var next = starts
        var pieces = Array(repeating: (part: Int32(0), start: Int32(0), end: Int32(0)), count: starts[words.count])
        for (index, (stored, numbers)) in zip(parts, numbers).enumerated() {
            for (local, word) in numbers.enumerated() {
                pieces[next[Int(word)]] = (Int32(index), stored.part.starts[local], stored.part.starts[local + 1])
                next[Int(word)] += 1
            }
        }

        var lexicon: [UInt8] = []
        var firsts: [Int] = []
        var uses: [UInt8] = []
        uses.reserveCapacity(usesSize * 5 / 4)
        func close() {
            guard !uses.isEmpty else { return }
            let number = firsts.count - 1
            let frame = SearchScript.usesFrame(number)
            sink.accept(RenderedFile(path: "\(path)\(folder)/ord-\(number).js", parts: [Array(frame.opening.utf8), uses, Array(frame.closing.utf8)]))
            uses.removeAll(keepingCapacity: true)
        }
        for (position, word) in words.sorted().enumerated() {
            if position > 0 { lexicon.append(10) }
            lexicon += words.word(word)
            if uses.isEmpty { firsts.append(position) } else { uses += "\\n".utf8 }
            var last: UInt32 = 0
            for piece in pieces[starts[word]..<starts[word + 1]] {
                let base = bases[Int(piece.part)] << 2
                parts[Int(piece.part)].part.uses.withUnsafeBufferPointer { all in
                    for local in all[Int(piece.start)..<Int(piece.end)] {
                        SearchScript.append(number: local + base - last, to: &uses)
                        last = (local + base) & ~3
                    }
                }
            }
            if uses.count >= usesSize { close() }
        }
        close()
        return (lexicon, firsts)
    }

    /// An index of other indexes.
    /// - Parameter folders: their folders, from this one.
    static func write(folders: [String], title: String, below path: String, into sink: some FileSink) {
        register([("title", literal(title)), ("folders", list(folders.map(literal)))], below: path, into: sink)
    }

    private static func list(_ values: [[UInt8]]) -> [UInt8] {
        Array("[".utf8) + Array(values.joined(separator: Array(", ".utf8))) + Array("]".utf8)
    }

    private static func register(_ members: [(name: String, value: [UInt8])], below path: String, into sink: some FileSink) {
        let opening = "styrdokSok.register({\n"
        let parts = members.enumerated().flatMap { number, member in [Array("\(number > 0 ? ",\n" : "")\"\(member.name)\": ".utf8), member.value] }
        sink.accept(RenderedFile(path: "\(path)\(folder)/register.js", parts: [Array(opening.utf8)] + parts + [Array("\n});\n".utf8)]))
    }

    private static func literal(_ text: String) -> [UInt8] { literal(Array(text.utf8)[...]) }

    private static func literal(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.count * 5 / 4)
        SearchScript.append(text, to: &output)
        return output
    }
}
