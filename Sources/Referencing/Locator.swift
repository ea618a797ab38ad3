/// A place in a source as Swedish public documents write it: `s. 12–14`, `2 kap. 3 §`, `3–5 §§`.
package enum Locator {
    /// What an author wrote, put right: page words, hyphens between numbers, `kap` without its full stop, a section sign
    /// before its number.
    package static func text(_ written: String, page: String) -> String {
        if written.isEmpty || isPage(written) { return written }
        let text = dashed(written.split(separator: " ").joined(separator: " "))
        guard !text.isEmpty else { return "" }
        if text.contains("§") || text.lowercased().contains("kap") { return lawful(text) }
        for word in ["pp. ", "p. ", "sid. ", "sidan ", "sidorna ", "s "] where text.lowercased().hasPrefix(word) {
            return "\(page) \(text.dropFirst(word.count))"
        }
        // A bare number is a page.
        if text.allSatisfy({ $0.isNumber || $0 == "–" || $0 == "," || $0 == " " }) { return "\(page) \(text)" }
        return text
    }

    /// Whether it is `s. 12` and nothing else, as most are: nothing is to be put right then.
    private static func isPage(_ written: String) -> Bool {
        let bytes = written.utf8
        return bytes.count > 3 && bytes.starts(with: "s. ".utf8) && bytes.dropFirst(3).allSatisfy { (48...57).contains($0) }
    }

    /// `12-14` → `12–14`, and `12 - 14`; hyphens in words stay.
    private static func dashed(_ text: String) -> String {
        var result = ""
        let characters = Array(text)
        for (index, character) in characters.enumerated() {
            if character == "-", let before = characters[..<index].last(where: { $0 != " " }), let after = characters[(index + 1)...].first(where: { $0 != " " }),
                before.isNumber, after.isNumber
            {
                while result.last == " " { result.removeLast() }
                result.append("–")
            } else if character == " ", result.last == "–", index + 1 < characters.count, characters[index + 1].isNumber {
                continue
            } else {
                result.append(character)
            }
        }
        return result
    }

    private static func lawful(_ text: String) -> String {
        var words = text.split(separator: " ").map(String.init)
        for index in words.indices where words[index].lowercased() == "kap" { words[index] = "kap." }
        // `§ 2` → `2 §`, `kap. 2` → `2 kap.`
        var index = 0
        while index + 1 < words.count {
            let isMark = ["§", "§§", "kap."].contains(words[index])
            let isNumbered = index > 0 && (words[index - 1].first?.isNumber == true || words[index - 1].count == 1)
            if isMark, !isNumbered, words[index + 1].first?.isNumber == true { words.swapAt(index, index + 1) }
            index += 1
        }
        // One sign for one section and after «eller», two after «och» and for a range.
        if let sign = words.firstIndex(where: { $0 == "§" || $0 == "§§" }) {
            let before = words[..<sign]
            let ofChapter = before[(before.lastIndex(of: "kap.").map { $0 + 1 } ?? 0)...]
            let isSeveral = ofChapter.contains("och") || ofChapter.last?.contains("–") == true
            words[sign] = isSeveral && !ofChapter.contains("eller") ? "§§" : "§"
        }
        return words.joined(separator: " ")
    }
}
