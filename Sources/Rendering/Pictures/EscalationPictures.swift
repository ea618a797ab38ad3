import Model

extension Picture {
    /// The steps of a way to support, one below the other, with who decides at each.
    static func escalation(_ id: ElementID, _ path: EscalationPath, _ catalog: ResolvedCatalog, _ plan: SitePlan) -> Picture {
        let anchor = catalog[id].address.anchor
        var diagram = Diagram(.down)
        func roles(_ links: [Link<Role>]) -> [(text: String, destination: Int?)] {
            links.compactMap { catalog.element(of: $0) }.map { (catalog[$0].title.value, plan.destination($0)) }
        }
        var previous = "\(anchor)-part"
        let parties = roles(path.parties)
        diagram.add(.init(id: previous, kind: "Samverkan brister med", texts: parties.isEmpty ? [("en part", nil)] : parties, rank: 0))
        var told: [String] = []
        for (number, step) in path.steps.enumerated() {
            let deciding = roles(step.decisionMakers)
            let level = step.level.map { $0.value == .central ? "central nivå" : "lokal nivå" }
            let box = Diagram.Box(
                id: "\(anchor)-steg-\(number + 1)", kind: ["Steg \(number + 1)", level].compactMap(\.self).joined(separator: ", "),
                texts: deciding.isEmpty ? [("Beslutsfattare är inte angiven", nil)] : deciding, note: step.timeLimit.map { "Tid: \($0.value)" } ?? "",
                rank: number + 1, isStrong: step.level?.value == .central)
            diagram.add(box)
            diagram.connect(previous, box.id)
            previous = box.id
            told.append("Steg \(number + 1)\(level.map { ", \($0)" } ?? ""): \(deciding.isEmpty ? "ingen är angiven" : PictureText.list(deciding.map(\.text))).")
        }
        let title = catalog[id].title.value
        let steps = "\(title) har \(PictureText.count(path.steps.count, "ett steg", "steg"))."
        return Picture(
            id: "bild-\(anchor)", label: "Stegen i ”\(title)”",
            sentences: told.isEmpty ? steps : "\(steps) Så här beslutas det. \(told.joined(separator: " ")) Vad som görs i varje steg står i listan.", diagram: diagram)
    }
}
