import Model

extension Picture {
    /// Roles → the assignments that they bear, one picture for each level, since all at once is too much for one sheet.
    static func responsibilities(_ catalog: ResolvedCatalog, _ plan: SitePlan) -> [Picture] {
        var assignments: [ElementID: [ElementID]] = [:]
        for (id, _, assignment) in catalog.all(Assignment.self) {
            for role in Set(assignment.bearers.compactMap { catalog.element(of: $0) }) { assignments[role, default: []].append(id) }
        }
        let roles = catalog.all(Role.self).filter { assignments[$0.id] != nil }
        return (RoleLevel.allCases.map(Optional.some) + [nil]).compactMap { level in
            let members = roles.filter { $0.content.level?.value == level }.map(\.id)
            guard !members.isEmpty else { return nil }
            var diagram = Diagram(.across)
            for role in members { diagram.add(.init(of: role, catalog, plan, rank: 0)) }
            for role in members {
                for assignment in assignments[role] ?? [] {
                    let box = Diagram.Box(of: assignment, catalog, plan, rank: 1)
                    diagram.add(box)
                    diagram.connect(catalog[role].address.anchor, box.id)
                }
            }
            let place = place(level)
            return Picture(
                id: "bild-ansvar-\(Anchors.slug(level?.rawValue ?? "utan niva"))", label: "Uppdragen \(place)",
                sentences: sentences(place, roles: members.count, assignments: diagram.boxes.count - members.count), diagram: diagram)
        }
    }

    private static func sentences(_ place: String, roles: Int, assignments: Int) -> String {
        let place = place.prefix(1).uppercased() + place.dropFirst()
        return "\(place) bär \(PictureText.count(roles, "en roll", "roller")) \(PictureText.count(assignments, "ett uppdrag", "uppdrag"))."
    }

    private static func place(_ level: RoleLevel?) -> String {
        switch level {
        case .central: "på central nivå"
        case .local: "på lokal nivå"
        case .specialist: "på facknivå"
        case .all: "på alla nivåer"
        case .external: "utanför staden"
        case nil: "utan angiven nivå"
        }
    }
}
