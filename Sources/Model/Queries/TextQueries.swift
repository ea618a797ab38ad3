import Diagnostics

extension FactValue {
    /// Every text in it.
    package func forEachProse(_ body: (Prose) -> Void) {
        switch self {
        case .prose(let prose): body(prose)
        case .list(let values): for value in values { value.forEachProse(body) }
        case .record(let facts): for fact in facts { fact.value.forEachProse(body) }
        case .text, .link, .citation: break
        }
    }
}

extension Element {
    /// Where its texts stand: the title, the texts of its fields, its own prose.
    package var textRanges: [(range: SourceRange, kind: TextKind)] {
        var result: [(SourceRange, TextKind)] = [(title.range, .title)]
        for fact in content.facts { fact.value.forEachProse { result.append(($0.range, .field)) } }
        if let body { result.append((body.range, .body)) }
        return result
    }
}

/// What a text is to its element.
package enum TextKind: Sendable {
    case title, field, body
}

extension Prose {
    /// The words without links' marks and citations; for short texts.
    package var words: [Substring] { document.plainText.split { $0 == " " || $0 == "\n" } }
}
