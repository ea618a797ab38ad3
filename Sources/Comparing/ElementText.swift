import Markup
import Model

/// What an element says, field by field, as text that can be compared: CommonMark for prose, addresses and keys for
/// references.
package struct ElementText: Sendable, Equatable {
    package struct Part: Sendable, Equatable {
        package let key: String
        package let label: String
        /// With markup, addresses and keys: what differs here differs.
        package let source: String
        /// As it is read.
        package let plain: String
    }

    package let parts: [Part]

    package init(_ element: Element, _ catalog: Catalog) {
        var parts = [Part(key: "titel", label: "Titel", source: element.title.value, plain: element.title.value)]
        parts += element.content.facts.map { fact in
            Part(key: fact.key, label: fact.label, source: Self.text(fact.value, catalog, Self.source), plain: Self.text(fact.value, catalog, \.document.plainLines))
        }
        if let body = element.body {
            let text = Self.source(body)
            if !text.isEmpty { parts.append(Part(key: "", label: "Löptext", source: text, plain: body.document.plainLines)) }
        }
        self.parts = parts
    }

    private static func source(_ prose: Prose) -> String {
        var text = String(decoding: prose.document.render(.commonMark), as: UTF8.self)
        while text.hasSuffix("\n") { text.removeLast() }
        return text
    }

    private static func text(_ value: FactValue, _ catalog: Catalog, _ text: (Prose) -> String) -> String {
        switch value {
        case .text(let text): return text
        case .prose(let prose): return text(prose)
        case .link(let id): return wanted(id, catalog)
        case .citation(let citation): return wanted(citation.site, catalog) + (citation.locator.isEmpty ? "" : ", \(citation.locator)")
        case .list(let items):
            let texts = items.map { self.text($0, catalog, text) }
            let isShort = items.allSatisfy { if case .link = $0 { true } else if case .text = $0 { true } else { false } }
            return texts.joined(separator: isShort ? ", " : "\n")
        case .record(let facts): return facts.map { "\($0.label): \(self.text($0.value, catalog, text))" }.joined(separator: "; ")
        }
    }

    private static func wanted(_ id: SiteID, _ catalog: Catalog) -> String {
        switch catalog.sites[Int(id.file.index)][Int(id.number)].wanted {
        case .element(let text, _): text
        case .source(let key): "@" + key
        }
    }
}
