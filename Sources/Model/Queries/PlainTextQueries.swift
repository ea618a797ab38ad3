import Markup

extension ResolvedCatalog {
    /// What a reader reads of an element: its title, its facts and its prose, without markup.
    package func plainText(of id: ElementID) -> [String] {
        let element = self[id]
        return [element.title.value] + element.content.facts.flatMap { plainText($0.value) } + (element.body.map { [$0.document.plainText] } ?? [])
    }

    /// What stands under the title of an element, for one who is to word it anew: each fact behind its label, then the
    /// prose. A line that has no label begins no fact.
    package func wording(of id: ElementID) -> String {
        let element = self[id]
        let facts = element.content.facts.flatMap { labelled($0) }
        return (facts + (element.body.map { [$0.document.plainText] } ?? [])).joined(separator: "\n")
    }

    private func labelled(_ fact: Fact) -> [String] {
        switch fact.value {
        case .record(let facts): return facts.flatMap(labelled).map { "\(fact.label), \($0.prefix(1).lowercased())\($0.dropFirst())" }
        case .list(let items) where items.contains(where: \.isRecord): return items.flatMap { labelled(Fact(key: fact.key, label: fact.label, value: $0)) }
        case .list(let items):
            let texts = items.flatMap(plainText)
            let isShort = items.allSatisfy { if case .prose = $0 { false } else { true } }
            return texts.isEmpty ? [] : isShort ? ["\(fact.label): \(texts.joined(separator: ", "))"] : texts.map { "\(fact.label): \($0)" }
        case .text, .prose, .link, .citation: return plainText(fact.value).map { "\(fact.label): \($0)" }
        }
    }

    /// Whether a proposal says nothing else than what an element says now: in all, with its labels or without them, or
    /// in one of its texts. Case and blanks play no part.
    package func isPresentWording(_ proposal: Prose, of id: ElementID) -> Bool {
        let element = self[id]
        let texts = element.content.facts.compactMap { fact -> String? in if case .prose(let prose) = fact.value { prose.document.plainText } else { nil } }
        let present = [wording(of: id), plainText(of: id).dropFirst().joined(separator: " ")] + texts + (element.body.map { [$0.document.plainText] } ?? [])
        let proposed = Self.squeezed(proposal.document.plainText)
        return !proposed.isEmpty && present.contains { Self.squeezed($0) == proposed }
    }

    private static func squeezed(_ text: String) -> String {
        text.split { $0.isWhitespace || $0 == "\u{AD}" }.joined(separator: " ").lowercased()
    }

    private func plainText(_ value: FactValue) -> [String] {
        switch value {
        case .text(let text): [text]
        case .prose(let prose): [prose.document.plainText]
        case .link(let site): if case .element(let id)? = target(of: site) { [self[id].title.value] } else { [] }
        case .citation: []
        case .list(let items): items.flatMap { plainText($0) }
        case .record(let facts): facts.flatMap { plainText($0.value) }
        }
    }
}
