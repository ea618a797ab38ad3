import Markup
import Model
import Referencing
import Synchronization

/// The notes of one page, where sources are cited in notes. A mark gets its number when the page is whole, in the order
/// in which the marks stand; until then a token stands there: U+000E, the number in this list, U+000F.
final class CitationNotes: Sendable {
    typealias Item = (entry: EntryID, text: WrittenCitation, prefix: String)

    private let state = Mutex<(numbers: [SiteID: Int], notes: [[Item]])>(([:], []))

    /// The token of a citation; the same for both formats.
    func mark(_ site: SiteID, _ items: [Item]) -> [UInt8] {
        let number = state.withLock { state -> Int in
            if let known = state.numbers[site] { return known }
            state.numbers[site] = state.notes.count
            state.notes.append(items)
            return state.notes.count - 1
        }
        return NoteMarks.citations.token(number)
    }

    /// The page with its marks numbered and its notes last.
    /// - Parameters:
    ///   - taken: numbers that the page's own footnotes have.
    func finish(_ content: PageContent, anchor: String, after taken: Int, _ prose: ProseRenderer) -> PageContent {
        var content = content
        var order = Order()
        content.html = NoteMarks.citations.replaced(in: content.html) { note, isFirst in
            let number = order.number(of: note) + taken
            let id = "\(anchor)--kalla-\(number)"
            return "<sup\(isFirst ? " id=\"\(id)-mark\"" : "")><a href=\"#\(id)\" aria-label=\"Källa i not \(number)\">\(number)</a></sup>"
        }
        content.commonMark = NoteMarks.citations.replaced(in: content.commonMark) { note, _ in
            let number = order.number(of: note) + taken
            return "[\\[\(number)\\]](#\(anchor)--kalla-\(number))"
        }
        guard !order.notes.isEmpty else { return content }
        let notes = state.withLock { $0.notes }
        let entries = order.notes.enumerated().map { number, index in
            let id = "\(anchor)--kalla-\(number + 1 + taken)"
            return (id: id, back: id + "-mark", content: text(notes[index], prose))
        }
        let document = Document([.footnotes(entries)])
        let end = "</section>\n".utf8
        content.html.removeLast(end.count)
        content.html += document.render(.html) + end
        content.commonMark += [10] + document.render(.commonMark)
        return content
    }

    /// `Cohen & Felson 1979, s. 589; prop. 2022/23:43.` with links to the list of sources.
    private func text(_ items: [Item], _ prose: ProseRenderer) -> [Inline] {
        var inlines: [Inline] = []
        for (number, item) in items.enumerated() {
            if number > 0 { inlines.append(.text("; ")) }
            if !item.prefix.isEmpty { inlines.append(.text(item.prefix + " ")) }
            // A note stands alone: the law's number is always there.
            let words = item.text.full
            inlines.append(.link(destination: prose.plan.destination(item.entry), [.text(number == 0 && item.prefix.isEmpty ? words.prefix(1).uppercased() + words.dropFirst() : words)]))
        }
        let last = items.last?.text.full.last
        return inlines + (last == "." ? [] : [.text(".")])
    }

    /// The notes as their marks stand.
    private struct Order {
        private(set) var notes: [Int] = []
        private var numbers: [Int: Int] = [:]

        /// From 1.
        mutating func number(of note: Int) -> Int {
            if let number = numbers[note] { return number }
            notes.append(note)
            numbers[note] = notes.count
            return notes.count
        }
    }
}
