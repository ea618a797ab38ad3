import Diagnostics
import Model
import Reading

/// A new element with every key at hand, valid as written: what must be there has a value, the rest stands as comments.
package struct ElementScaffold: Sendable {
    package enum Mistake: Error {
        case badSlug(near: String)
        case exists(path: String)
    }

    /// Below the content folder.
    package let path: String
    /// The whole file; for a register what is added to it stands last.
    package let bytes: [UInt8]
    package let address: Address
    /// What remains to be done by hand, in Swedish.
    package let next: String?

    /// - Throws: `Mistake`.
    package init(_ kind: ElementKind, _ slug: String, title: String?, in edition: ResolvedCatalog) throws(Mistake) {
        guard Address.isSlug(slug) else { throw .badSlug(near: Address.slug(near: slug)) }
        address = Address(kind, slug)
        if let old = edition.elementIDs.first(where: { edition[$0].address == Address(kind, slug) }) {
            throw .exists(path: edition.catalog.map[edition[old].range.file].path)
        }
        let title = title ?? String(slug.prefix(1).uppercased() + slug.dropFirst()).replacing("-", with: " ")
        let keys = Self.lines(kind, title: title, edition)
        let folder = edition.edition.folder
        switch kind.home {
        case .folder(let name):
            path = "\(folder)/\(name)/\(slug).md"
            bytes = Array((["---"] + keys + ["---", "", TemplateText.body, ""]).joined(separator: "\n").utf8)
        case .register(let name):
            path = "\(folder)/\(name)"
            let entry = (["- id: \(slug)"] + keys.map { "  " + $0 } + [""]).joined(separator: "\n")
            var register = edition.catalog.map.files.first { $0.path == "\(folder)/\(name)" }?.bytes ?? []
            while let last = register.last, last == 10 || last == 13 || last == 32 { register.removeLast() }
            bytes = register + (register.isEmpty ? [] : [10, 10]) + Array(entry.utf8)
        }
        next = kind.isPage ? "Lägg till \(kind.rawValue):\(slug) i läsordning i \(folder)/program.yaml, så blir det en sida." : nil
    }

    private static func lines(_ kind: ElementKind, title: String, _ edition: ResolvedCatalog) -> [String] {
        guard let form = ContentForm.all.first(where: { $0.kind == kind }) else { return [] }
        let known = form.keys.filter { !["id", "titel", "tidigare", "krav"].contains($0.key) }
        var lines = ["titel: \(quoted(title))"]
        for key in known {
            let value = example(key, edition)
            if !key.help.isEmpty { lines.append("# \(key.help)") }
            lines.append("\(key.isRequired ? "" : "# ")\(key.key): \(value)")
        }
        return lines
    }

    /// What may stand behind a key; a real one where the edition has any to point at.
    private static func example(_ key: ValueShape.Description, _ edition: ResolvedCatalog) -> String {
        func example(_ shape: ValueShape) -> String {
            switch shape {
            case .text: TemplateText.word
            case .choice(let values): values.first ?? ""
            case .prose: TemplateText.prose(key.label)
            case .link(let kind):
                (edition.elementIDs.first { kind == nil || edition[$0].address.kind == kind }.map { "\(edition[$0].address)" }) ?? "\(kind?.rawValue ?? "slag"):namn"
            case .citation: edition.catalog.bibliography.first?.key.value ?? "nyckel"
            case .list(let item): "[\(example(item))]"
            case .record(let keys): "{ \(keys.map { "\($0.key): \(example($0.shape))" }.joined(separator: ", ")) }"
            }
        }
        let value = example(key.shape)
        guard case .choice(let values) = key.shape, values.count > 1 else { return value }
        return "\(value)   # \(values.joined(separator: " · "))"
    }

    private static func quoted(_ text: String) -> String {
        JSONValue.string(text).text(indented: false)
    }
}
