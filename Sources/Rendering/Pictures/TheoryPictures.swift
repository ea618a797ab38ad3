import Model

extension Picture {
    /// Theory → working methods → focus areas → goals.
    static func theory(_ chain: TheoryChain, _ catalog: ResolvedCatalog, _ plan: SitePlan) -> Picture {
        var diagram = Diagram(.across)
        func add(_ id: ElementID, rank: Int) -> String {
            let box = Diagram.Box(of: id, catalog, plan, rank: rank)
            diagram.add(box)
            return box.id
        }
        let theory = add(chain.theory, rank: 0)
        for method in chain.methods { diagram.connect(theory, add(method, rank: 1)) }
        for area in chain.areas { _ = add(area, rank: 2) }
        for goal in chain.goals { _ = add(goal, rank: 3) }
        func anchor(_ id: ElementID) -> String { catalog[id].address.anchor }
        for method in chain.methods {
            for area in chain.areasOfMethods[method] ?? [] { diagram.connect(anchor(method), anchor(area)) }
        }
        for area in chain.directAreas { diagram.connect(theory, anchor(area)) }
        for area in chain.areas {
            for goal in chain.goalsOfAreas[area] ?? [] { diagram.connect(anchor(area), anchor(goal)) }
        }
        let title = catalog[chain.theory].title.value
        return Picture(id: "bild-\(theory)", label: "Vad ”\(title)” bär", sentences: sentences(chain, title), diagram: diagram)
    }

    private static func sentences(_ chain: TheoryChain, _ title: String) -> String {
        let areas = PictureText.count(chain.areas.count, "ett fokusområde", "fokusområden")
        let goals = PictureText.count(chain.goals.count, "ett mål", "mål")
        let throughMethods = Set(chain.areasOfMethods.values.joined()).count
        var text: String
        switch (chain.methods.count, throughMethods) {
        case (0, _):
            guard !chain.areas.isEmpty else { return "Inget arbetssätt och inget fokusområde anger ”\(title)” som utgångspunkt." }
            text = "Inget arbetssätt anger ”\(title)” som utgångspunkt, men teorin tillämpas i \(areas)"
        case (let methods, 0): text = "\(title) bär \(PictureText.count(methods, "ett arbetssätt", "arbetssätt")), som inte hör till något fokusområde"
        case (let methods, let reached):
            text = "\(title) bär \(PictureText.count(methods, "ett arbetssätt", "arbetssätt")), som används i \(PictureText.count(reached, "ett fokusområde", "fokusområden"))"
        }
        if chain.methods.count > 0, !chain.directAreas.isEmpty {
            text += ". Teorin tillämpas också i \(PictureText.count(chain.directAreas.count, "ett fokusområde", "fokusområden")) utan ett arbetssätt som bygger på den"
        }
        if !chain.areas.isEmpty {
            let subject = chain.areas.count == 1 ? "Området" : "Områdena"
            text += chain.goals.isEmpty ? ". \(subject) anger inget mål" : ". \(subject) bidrar till \(goals)"
        }
        return text + "."
    }
}

extension Diagram.Box {
    /// The box of an element, which links to where the element stands.
    init(of id: ElementID, _ catalog: ResolvedCatalog, _ plan: SitePlan, rank: Int) {
        let element = catalog[id]
        let kind = element.address.kind.name.singular
        self.init(
            id: element.address.anchor, kind: kind.prefix(1).uppercased() + kind.dropFirst(), texts: [(element.title.value, plan.destination(id))], rank: rank)
    }
}
