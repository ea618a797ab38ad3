import Markup
import Model

/// The frame of a document on paper: `dokument.mustache` with the styles of `dokument.css` in it.
struct PrintShell: Sendable {
    private let shell: PageShell
    private let styles: [UInt8]

    /// - Throws: `TemplateError` when the template can't be used.
    init(_ template: PrintTemplate) throws {
        shell = try PageShell(template.page, name: "dokument.mustache", requiring: [.title, .styles, .content])
        styles = template.stylesheet
    }

    /// - Parameters:
    ///   - cover: a title page; nil where the content begins with its own title.
    ///   - content: HTML whose links lead to anchors within it.
    func html(title: String, author: String, day: PartialDate?, cover: [UInt8]? = nil, contents: [UInt8] = [], content: [[UInt8]], pictures: (String) -> String? = { _ in nil }) -> [UInt8] {
        shell.page(reserving: content.reduce(contents.count + styles.count) { $0 + $1.count }) { slot, output in
            switch slot {
            case .title: HTMLText.escape(title, into: &output)
            case .document: HTMLText.escape(author, into: &output)
            case .created: output += (day?.isoText ?? "").utf8
            case .styles: output += styles
            case .notice: output += cover ?? []
            case .contents: output += contents
            case .content: for piece in content { PrintedHTML.append(piece, pictures: pictures, into: &output) }
            default: break
            }
        }
    }
}
