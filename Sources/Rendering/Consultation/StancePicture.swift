import Comparing
import Markup
import Model

/// Where in the programme the viewpoints are, and which stance they take: chapters down, stances across. So it is as wide
/// for five hundred respondents as for one.
struct StancePicture: Sendable {
    private let plan: ConsultationPlan

    init(_ plan: ConsultationPlan) {
        self.plan = plan
    }

    /// More rows than this are a list and no picture.
    private static let mostRows = 60

    /// None while fewer than two chapters have viewpoints: then there is nothing to compare.
    func blocks() -> [Block] {
        let stances = MatrixRenderer.order
        let rows = plan.chapters.map { chapter -> HeatMap.Row in
            // A viewpoint on several parts of a chapter is one viewpoint on the chapter.
            let viewpoints = Set(chapter.lines.flatMap { plan.matrix.lines[$0].rows })
            var counts = Array(repeating: 0, count: stances.count)
            for row in viewpoints {
                if let stance = plan.consultation.rows[row].viewpoint.stance?.value, let column = stances.firstIndex(of: stance) { counts[column] += 1 }
            }
            return HeatMap.Row(text: chapter.title, href: address(chapter, ending: ".html"), counts: counts)
        }
        guard rows.count > 1 else { return [] }
        let table = Table(
            caption: [.text("Synpunkter efter kapitel och hållning")], columns: [[.text("Kapitel")]] + stances.map { [.text($0.rawValue)] },
            rows: zip(plan.chapters, rows).map { chapter, row in
                [[SiteLink.inline(stem(chapter), fragment: fragment(chapter), chapter.title)]] + row.counts.map { [.text("\($0)")] }
            }, rowHeaders: true)
        guard rows.count <= Self.mostRows else {
            return [.paragraph([.text("Synpunkterna gäller \(rows.count) kapitel. En bild av dem skulle inte gå att läsa, så här står bara tabellen.")]), .table(table)]
        }
        let frame = PictureFrame(id: "bild-hallning", label: "Synpunkter efter kapitel och hållning", sentences: sentences(rows, stances))
        let map = HeatMap(columns: stances.map(\.rawValue), rows: rows)
        return [frame.block(map.svg(label: frame.label, description: "\(frame.id)-text")), PictureFrame.folded(table)]
    }

    private func stem(_ chapter: ConsultationPlan.Chapter) -> String { plan.stem(ofLine: chapter.lines[0]) }
    private func fragment(_ chapter: ConsultationPlan.Chapter) -> String { plan.anchor(plan.matrix.lines[chapter.lines[0]].part) }
    private func address(_ chapter: ConsultationPlan.Chapter, ending: String) -> String { "\(stem(chapter))\(ending)#\(fragment(chapter))" }

    private func sentences(_ rows: [HeatMap.Row], _ stances: [Stance]) -> String {
        var told = ["Varje synpunkt räknas efter sin hållning i det kapitel som den gäller. Gäller den flera kapitel räknas den i vart och ett."]
        if let most = most(rows, { $0.counts.reduce(0, +) }) { told.append("Flest synpunkter, \(most.count), gäller \(most.names).") }
        if let column = stances.firstIndex(of: .objects), let most = most(rows, { $0.counts[column] }) {
            told.append("Flest invändningar, \(most.count), gäller \(most.names).")
        }
        return told.joined(separator: " ")
    }

    /// The chapters with the largest number; nil when it is nought or shared by so many that it says nothing.
    private func most(_ rows: [HeatMap.Row], _ count: (HeatMap.Row) -> Int) -> (count: String, names: String)? {
        guard let largest = rows.map(count).max(), largest > 0 else { return nil }
        let names = rows.filter { count($0) == largest }.map { "”\($0.text)”" }
        guard names.count <= 3 else { return nil }
        return (names.count == 1 ? "\(largest)" : "\(largest) var", PictureText.list(names))
    }
}
