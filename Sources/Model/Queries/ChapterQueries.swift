import Markup

extension ResolvedCatalog {
    /// Every place where a chapter or focus area places the register of a kind, in full or as an overview, with its page.
    package func placements(ofRegister kind: String) -> [(page: ElementID, site: SiteID)] {
        elementIDs.flatMap { id -> [(page: ElementID, site: SiteID)] in
            guard let body = self[id].body else { return [] }
            let outline = body.document.outline
            return outline.placements.compactMap { placement in
                ["register:\(kind)", "oversikt:\(kind)"].contains(outline.links[placement.linkIndex].destination) ? (id, body.site(ofLink: placement.linkIndex)) : nil
            }
        }
    }

    /// What stands under a heading of an element's prose: its bytes and whether a source is cited there; nil when there is
    /// no such heading. `gräns` finds `Gräns mot polis och andra`.
    package func part(_ name: String, of id: ElementID) -> (isEmpty: Bool, isCited: Bool)? {
        guard let body = self[id].body else { return nil }
        let headings = body.document.outline.headings
        guard let index = headings.firstIndex(where: { Self.isHeading($0.text, named: name) }) else { return nil }
        let start = headings[index].range.upperBound
        let end = headings[(index + 1)...].first { $0.level <= headings[index].level }?.range.lowerBound ?? body.range.bytes.upperBound
        guard start < end else { return (true, false) }
        let text = catalog.map[body.range.file].bytes[start..<end]
        return (!text.contains { $0 > 32 }, body.document.outline.citations.contains { (start..<end).contains($0.range.lowerBound) })
    }

    private static func isHeading(_ text: String, named name: String) -> Bool {
        let (text, name) = (text.lowercased(), name.lowercased())
        return text == name || text.hasPrefix(name + " ")
    }
}
