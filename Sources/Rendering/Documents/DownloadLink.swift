import Markup
import Model

/// A link to a document that a reader can take home, from a page in the same folder.
struct DownloadLink: Sendable {
    let href: String
    /// The form and the size: what one wants to know before fetching.
    let text: String

    init(file: RenderedFile, form: DocumentForm) {
        href = file.path.split(separator: "/").last.map(String.init) ?? file.path
        text = "\(form.name), \(Self.size(file.size))"
    }

    /// `1,2 MB` or `48 kB`.
    private static func size(_ bytes: Int) -> String {
        guard bytes >= 1_000_000 else { return "\((bytes + 999) / 1000) kB" }
        let tenths = (bytes + 50_000) / 100_000
        return "\(tenths / 10),\(tenths % 10) MB"
    }

    /// One paragraph of links; nil when there is nothing to fetch.
    static func paragraph(_ what: String, _ links: [DownloadLink]) -> Block? {
        links.isEmpty ? nil : .paragraph([.text("\(what): ")] + links.enumerated().flatMap { number, link -> [Inline] in
            (number > 0 ? [.text(" · ")] : []) + [.url(link.href, [.text(link.text)])]
        })
    }
}
