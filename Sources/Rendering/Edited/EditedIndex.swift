import Model

/// What an edited page changes in a search index: its words where they are others than before, and its texts. Its entries
/// stay what they were.
struct EditedIndex {
    private let number: Int
    private let before: SearchPart
    private let after: SearchPart

    /// - Parameters:
    ///   - number: of the page in the index.
    ///   - before: the content of the page as it was.
    ///   - after: as it is.
    init(_ search: EditionSearch, _ page: SitePlan.Page, number: Int, before: [UInt8], after: [UInt8]) {
        func part(_ html: [UInt8]) -> SearchPart {
            var part = SearchPart()
            search.add(page, number, html, to: &part)
            part.finish()
            return part
        }
        self.number = number
        self.before = part(before)
        self.after = part(after)
    }

    /// Whether the change could be made.
    /// - Parameter path: of the folder whose index it is.
    func exchange(in files: StandingFiles, below path: String) -> Bool {
        let folder = "\(path)\(SearchIndex.folder)/"
        guard before.entries.count == after.entries.count, zip(before.entries, after.entries).allSatisfy({ $0.anchor == $1.anchor && $0.title == $1.title && $0.kind == $1.kind })
        else { return false }
        guard let register = StoredRegister(files, folder), let first = register.firstEntry(ofPage: number, count: after.entries.count) else { return false }
        return exchangeTexts(from: first, register, in: files, folder) && exchangeWords(from: first, register, in: files, folder)
    }

    // MARK: Texts

    private func exchangeTexts(from first: Int, _ register: StoredRegister, in files: StandingFiles, _ folder: String) -> Bool {
        guard let last = register.texts.lastIndex(where: { $0.first <= first }) else { return false }
        // Texts of several parts in one file are shared out by the size of all.
        let base = String(register.texts[last].name.prefix { $0 != "-" })
        guard base.first?.isNumber == true else { return false }
        let indices = register.texts.indices.filter { register.texts[$0].name == base || register.texts[$0].name.hasPrefix(base + "-") }
        var lines: [[ArraySlice<UInt8>]] = []
        for index in indices {
            let name = register.texts[index].name
            guard let text = StoredScript(files, "\(folder)text-\(name).js", in: SearchScript.textsFrame(name)) else { return false }
            lines.append(text.lines())
        }
        let start = register.texts[indices[0]].first
        let new = after.texts.flatMap { StoredScript.lines(of: $0.bytes[...]) }
        guard new.count == after.entries.count, first >= start, first - start + new.count <= lines.reduce(0, { $0 + $1.count }) else { return false }
        var all = Array(lines.joined())
        all.replaceSubrange(first - start..<first - start + new.count, with: new)
        // Files end where they ended, or the register is another; a short part has no file of its own.
        guard all.reduce(0, { $0 + $1.count + 2 }) - 2 * lines.count > SearchPart.textSize / 2 else { return false }
        var place = 0
        for (index, old) in zip(indices, lines) {
            let size = all[place..<place + old.count].reduce(0) { $0 + $1.count + 2 } - 2
            let isLast = index == indices.last
            guard old.count > 0, isLast || size >= SearchPart.textSize else { return false }
            guard size - (all[place + old.count - 1].count + 2) < SearchPart.textSize else { return false }
            let name = register.texts[index].name
            let path = "\(folder)text-\(name).js"
            let frame = SearchScript.textsFrame(name)
            let bytes = Array(frame.opening.utf8) + Array(all[place..<place + old.count].joined(separator: Array(",\n".utf8))) + Array(frame.closing.utf8)
            files.exchange(0..<files[path]!.bytes.count, in: path, for: bytes)
            place += old.count
        }
        return true
    }

    // MARK: Words

    /// The uses of each word in the entries of the page, as the index numbers them.
    private static func uses(_ part: SearchPart, from first: Int) -> [[UInt8]: [UInt32]] {
        var uses: [[UInt8]: [UInt32]] = [:]
        for word in 0..<part.words.count {
            uses[Array(part.words.word(word))] = part.uses[Int(part.starts[word])..<Int(part.starts[word + 1])].map { $0 + UInt32(first) << 2 }
        }
        return uses
    }

    private func exchangeWords(from first: Int, _ register: StoredRegister, in files: StandingFiles, _ folder: String) -> Bool {
        let (old, new) = (Self.uses(before, from: first), Self.uses(after, from: first))
        let changed = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.sorted { $0.lexicographicallyPrecedes($1) }
        guard !changed.isEmpty else { return true }
        guard let words = register.words(), let stored = Self.stored(register, in: files, folder), words.count == stored.count else { return false }
        // Both lists in the order of the words' bytes: they are merged.
        var newWords: [ArraySlice<UInt8>] = []
        var newUses: [ArraySlice<UInt8>] = []
        newWords.reserveCapacity(words.count + changed.count)
        newUses.reserveCapacity(words.count + changed.count)
        var place = 0
        for word in changed {
            var (low, high) = (place, words.count)
            while low < high {
                let middle = (low + high) / 2
                if words[middle].lexicographicallyPrecedes(word) { low = middle + 1 } else { high = middle }
            }
            newWords += words[place..<low]
            newUses += stored[place..<low]
            place = low
            var uses: [UInt32] = []
            if low < words.count, words[low].elementsEqual(word) {
                guard let known = SearchScript.uses(stored[low]) else { return false }
                uses = known
                place += 1
            }
            let gone = Set(old[word] ?? [])
            guard gone.isSubset(of: uses) else { return false }
            uses = (uses.filter { !gone.contains($0) } + (new[word] ?? [])).sorted()
            guard !uses.isEmpty else { continue }
            newWords.append(word[...])
            newUses.append(SearchScript.text(ofUses: uses)[...])
        }
        newWords += words[place...]
        newUses += stored[place...]
        return write(newWords, newUses, register, in: files, folder)
    }

    private static func stored(_ register: StoredRegister, in files: StandingFiles, _ folder: String) -> [ArraySlice<UInt8>]? {
        var lines: [ArraySlice<UInt8>] = []
        for number in 0..<register.usesCount {
            guard let script = StoredScript(files, "\(folder)ord-\(number).js", in: SearchScript.usesFrame(number)) else { return nil }
            lines += script.escapedLines()
        }
        return lines
    }

    private func write(_ words: [ArraySlice<UInt8>], _ uses: [ArraySlice<UInt8>], _ register: StoredRegister, in files: StandingFiles, _ folder: String) -> Bool {
        var firsts: [Int] = []
        var bytes: [UInt8] = []
        bytes.reserveCapacity(SearchIndex.usesSize * 5 / 4)
        func close() -> Bool {
            guard !bytes.isEmpty else { return true }
            let number = firsts.count - 1
            let path = "\(folder)ord-\(number).js"
            guard let file = files[path] else { return false }
            let frame = SearchScript.usesFrame(number)
            files.exchange(0..<file.bytes.count, in: path, for: Array(frame.opening.utf8) + bytes + Array(frame.closing.utf8))
            bytes.removeAll(keepingCapacity: true)
            return true
        }
        for (position, line) in uses.enumerated() {
            if bytes.isEmpty { firsts.append(position) } else { bytes += "\\n".utf8 }
            bytes += line
            if bytes.count >= SearchIndex.usesSize { guard close() else { return false } }
        }
        guard close(), firsts.count == register.usesCount else { return false }
        register.exchange(words: Array(words.joined(separator: [10])), firsts: firsts, in: files)
        return true
    }
}

/// The register of an index as it stands: a member a line.
struct StoredRegister {
    private let path: String
    private let file: StandingFiles.File
    private let entries: [UInt8]
    /// The files of texts with the entry that each begins with.
    let texts: [(first: Int, name: String)]
    let usesCount: Int

    init?(_ files: StandingFiles, _ folder: String) {
        path = folder + "register.js"
        guard let file = files[path] else { return nil }
        self.file = file
        guard let entries = Self.value("entries", file), let texts = Self.value("texts", file), let uses = Self.value("uses", file) else { return nil }
        guard let plain = SearchScript.plain(file.bytes[entries]) else { return nil }
        self.entries = plain
        // [[0, "0"], [57, "0-2"]]
        self.texts = String(decoding: file.bytes[texts], as: UTF8.self).split(separator: "]").compactMap { item in
            let parts = item.drop { !$0.isNumber }.split(separator: ",")
            guard parts.count == 2, let first = Int(parts[0]) else { return nil }
            return (first, parts[1].filter { $0 != "\"" && $0 != " " })
        }
        usesCount = uses.count > 2 ? file.bytes[uses].count { $0 == UInt8(ascii: ",") } + 1 : 0
    }

    /// Where the value of a member stands.
    private static func value(_ name: String, _ file: StandingFiles.File) -> Range<Int>? {
        let key = Array("\n\"\(name)\": ".utf8)
        guard let start = file.bytes.place(of: key).map({ $0 + key.count }), let end = file.bytes.place(of: [10], in: start..<file.bytes.count) else { return nil }
        return start..<(file.bytes[end - 1] == UInt8(ascii: ",") ? end - 1 : end)
    }

    /// The number of the first entry of a page; nil when it hasn't as many, one after the other.
    func firstEntry(ofPage page: Int, count: Int) -> Int? {
        var (row, start, found, first) = (0, 0, 0, 0)
        let wanted = Array("\(page)\t".utf8)
        while start < entries.count {
            if entries[start...].starts(with: wanted) {
                if found == 0 { first = row }
                found += 1
            }
            start = (entries[start...].firstIndex(of: 10) ?? entries.count) + 1
            row += 1
        }
        return found == count && found > 0 ? first : nil
    }

    func words() -> [ArraySlice<UInt8>]? {
        guard let range = Self.value("words", file), let plain = SearchScript.plain(file.bytes[range]) else { return nil }
        return plain.isEmpty ? [] : plain.split(separator: 10, omittingEmptySubsequences: false)
    }

    func exchange(words: [UInt8], firsts: [Int], in files: StandingFiles) {
        guard let wordsPlace = Self.value("words", file), let usesPlace = Self.value("uses", file) else { return }
        var literal: [UInt8] = []
        SearchScript.append(words[...], to: &literal)
        files.exchange(wordsPlace, in: path, for: literal)
        files.exchange(usesPlace, in: path, for: Array("[\(firsts.map(String.init).joined(separator: ", "))]".utf8))
    }
}

/// A script of an index as it stands, between its opening and its closing.
struct StoredScript {
    private let bytes: ArraySlice<UInt8>

    init?(_ files: StandingFiles, _ path: String, in frame: (opening: String, closing: String)) {
        let (opening, closing) = frame
        guard let file = files[path], file.bytes.starts(with: opening.utf8), file.bytes.count >= opening.utf8.count + closing.utf8.count,
            file.bytes.suffix(closing.utf8.count).elementsEqual(closing.utf8)
        else { return nil }
        bytes = Array(file.bytes[opening.utf8.count..<file.bytes.count - closing.utf8.count])[...]
    }

    /// A literal a line, without the commas between.
    func lines() -> [ArraySlice<UInt8>] { Self.lines(of: bytes) }

    static func lines(of bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        bytes.split(separator: 10).map { $0.last == UInt8(ascii: ",") ? $0.dropLast() : $0 }
    }

    /// What stands between escaped line ends.
    func escapedLines() -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = bytes.startIndex
        while let slash = bytes[start...].firstIndex(of: UInt8(ascii: "\\")) {
            lines.append(bytes[start..<slash])
            start = slash + 2
        }
        return lines + [bytes[start...]]
    }
}
