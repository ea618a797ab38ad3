/// Two texts word by word.
package enum WordDifference {
    package enum Kind: Sendable {
        case same, removed, added
    }

    package struct Run: Sendable, Equatable {
        package let kind: Kind
        package var text: String
    }

    /// The runs in order; joined, the same and removed ones are the old text, the same and added ones the new, but for a
    /// blank at the end.
    package static func runs(_ old: String, _ new: String) -> [Run] {
        // With a blank after it the last word is like any other.
        let (before, after) = (words(old.isEmpty ? "" : old + " "), words(new.isEmpty ? "" : new + " "))
        let head = zip(before, after).prefix { $0 == $1 }.count
        let tail = min(zip(before.reversed(), after.reversed()).prefix { $0 == $1 }.count, min(before.count, after.count) - head)
        let (one, other) = (before[head..<before.count - tail], after[head..<after.count - tail])
        var runs: [Run] = []
        func add(_ kind: Kind, _ words: some Sequence<Substring>) {
            let text = words.joined()
            guard !text.isEmpty else { return }
            if runs.last?.kind == kind { runs[runs.count - 1].text += text } else { runs.append(Run(kind: kind, text: text)) }
        }
        add(.same, before[..<head])
        // The search takes the product of length and difference: texts that are long and have nothing in common are exchanged whole.
        if one.count + other.count > 4_000 {
            add(.removed, one)
            add(.added, other)
        } else {
            let difference = Array(other).difference(from: Array(one))
            let removed = Set(difference.removals.map { if case .remove(let offset, _, _) = $0 { offset } else { 0 } })
            let inserted = Set(difference.insertions.map { if case .insert(let offset, _, _) = $0 { offset } else { 0 } })
            let (olds, news) = (Array(one), Array(other))
            var (i, j) = (0, 0)
            while i < olds.count || j < news.count {
                if i < olds.count, removed.contains(i) {
                    add(.removed, [olds[i]])
                    i += 1
                } else if j < news.count, inserted.contains(j) {
                    add(.added, [news[j]])
                    j += 1
                } else {
                    add(.same, [news[j]])
                    i += 1
                    j += 1
                }
            }
        }
        add(.same, before[(before.count - tail)...])
        // A few small words in common say nothing of where a text that was written anew came from.
        let kept = runs.lazy.filter { $0.kind == .same }.reduce(0) { $0 + $1.text.utf8.count }
        guard kept * 5 >= max(old.utf8.count, new.utf8.count) * 2 || old.isEmpty || new.isEmpty else {
            return [Run(kind: .removed, text: old), Run(kind: .added, text: new)]
        }
        if let last = runs.indices.last { runs[last].text.removeLast() }
        return runs
    }

    /// Words with the blanks after them.
    private static func words(_ text: String) -> [Substring] {
        var words: [Substring] = []
        var start = text.startIndex
        var isInBlank = false
        var index = text.startIndex
        while index < text.endIndex {
            let isBlank = text[index] == " " || text[index] == "\n"
            if isInBlank, !isBlank {
                words.append(text[start..<index])
                start = index
            }
            isInBlank = isBlank
            index = text.index(after: index)
        }
        if start < text.endIndex { words.append(text[start...]) }
        return words
    }
}
