import Markup
import Model

/// The page to search a folder of pages from. The script puts the form and the hits there; without it the page says what
/// to do.
struct SearchPage: Sendable {
    /// What is searched.
    let title: String
    /// From the page to the top of the output.
    let root: String
    /// A page with all that is searched, when there is one.
    var wholeText: String?

    static let file = "sok.html"

    /// The way to search, for the slot of the page template: a link, and the script that opens the search on the page
    /// itself.
    /// - Parameter root: from the page to the top of the output, where the script lies.
    static func link(root: String) -> [UInt8] {
        Array("<p class=\"sok-lank\"><a href=\"\(file)\">Sök</a></p>\n".utf8) + script(root)
    }

    private static func script(_ root: String) -> [UInt8] { Array("<script src=\"\(root)\(SearchIndex.folder)/sok.js\" defer></script>".utf8) }

    func write(_ shell: PageShell, below path: String, into sink: some FileSink) {
        let html = shell.page(reserving: 4_000) { slot, output in
            switch slot {
            case .title: output += "Sök".utf8
            case .document: HTMLText.escape(title, into: &output)
            case .root: output += root.utf8
            case .search: output += Self.script(root)
            case .breadcrumbs: PageShell.breadcrumbs((root.isEmpty ? [] : [("\(root)index.html", "Start")]) + [("index.html", title)], to: "Sök", &output)
            case .content: content(&output)
            case .markdown: output += "index.md".utf8
            default: break
            }
        }
        sink.accept(RenderedFile(path: path + Self.file, bytes: html))
    }

    private func content(_ output: inout [UInt8]) {
        output += "<section class=\"sida sida-sok\" id=\"sok\">\n<h1>Sök i ".utf8
        HTMLText.escape(title, into: &output)
        // Not `noscript`: it is told too when the script can't be read. The script takes it away.
        output += "</h1>\n<p>Sökningen behöver JavaScript, som är avstängt eller inte gick att läsa. ".utf8
        if let wholeText {
            output += "Öppna <a href=\"\(wholeText)\">hela programmet som en sida</a> och sök där med webbläsarens egen sökning: Ctrl+F, eller ⌘F på Mac. ".utf8
        }
        output += "Det går också att leta i <a href=\"index.html\">innehållet</a>.</p>\n</section>\n".utf8
    }
}
