import Diagnostics

/// Index of an element in `Edition.elements`.
package struct ElementID: Hashable, Sendable, Comparable {
    package let index: Int

    package init(_ index: Int) { self.index = index }
    package static func < (left: ElementID, right: ElementID) -> Bool { left.index < right.index }
}

/// Index of an entry in `Catalog.bibliography`.
package struct EntryID: Hashable, Sendable, Comparable {
    package let index: Int

    package init(_ index: Int) { self.index = index }
    package static func < (left: EntryID, right: EntryID) -> Bool { left.index < right.index }
}

/// What a reference leads to. Only things that exist can be said.
package enum Target: Hashable, Sendable {
    case element(ElementID)
    case entry(EntryID)
    /// A typed block of the same file, by the scheme and slug that name it: `tabell:ansvar`, `register:teori`.
    case block(BlockReference)
    /// A page outside the document, or a mail address.
    case external
}

/// A typed block that prose places or marks.
package struct BlockReference: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case register
        case overview = "oversikt"
        case table = "tabell"
        case figure = "figur"
        case definitions = "definitioner"
        case footnote = "fotnot"
    }

    package let kind: Kind
    package let name: String

    package init(_ kind: Kind, _ name: String) {
        self.kind = kind
        self.name = name
    }
}

/// A place that uses an element or an entry.
package struct Use: Sendable {
    package let site: SiteID
    /// The element that holds the place; nil in the metadata of an edition and in responses.
    package let owner: ElementID?

    package init(site: SiteID, owner: ElementID?) {
        self.site = site
        self.owner = owner
    }
}

/// An edition in which every reference that stands has its target: what rules judge and renderers render.
///
/// A class, as `Element` is, since it is handed to every small renderer: copying its fields would cost more than their
/// work.
package final class ResolvedCatalog: Sendable {
    package let catalog: Catalog
    package let edition: Edition
    /// The day that the content is judged as of: what law applies, which research is old.
    package let day: PartialDate?
    package let elementsByAddress: [Address: ElementID]
    /// Whether something that was referred to does not exist. Then uses are not fully known.
    package let isIncomplete: Bool
    /// Entries that this or another edition, or a response, cites.
    package let citedEntries: Set<EntryID>
    /// Where each kind stands in `edition.elements`, which is grouped by kind.
    package let placesOfKinds: [ElementKind: Range<Int>]
    private let targets: [FileID: [Target?]]
    private let elementUses: [[Use]]
    private let entryUses: [[Use]]

    package init(
        catalog: Catalog, edition: Edition, elementsByAddress: [Address: ElementID], targets: [FileID: [Target?]],
        elementUses: [[Use]], entryUses: [[Use]], citedEntries: Set<EntryID>, isIncomplete: Bool, day: PartialDate?
    ) {
        self.day = day
        var places: [ElementKind: Range<Int>] = [:]
        for (index, element) in edition.elements.enumerated() {
            let kind = element.address.kind
            places[kind] = (places[kind]?.lowerBound ?? index)..<index + 1
        }
        placesOfKinds = places
        self.citedEntries = citedEntries
        self.catalog = catalog
        self.edition = edition
        self.elementsByAddress = elementsByAddress
        self.targets = targets
        self.elementUses = elementUses
        self.entryUses = entryUses
        self.isIncomplete = isIncomplete
    }

    package subscript(id: ElementID) -> Element { edition.elements[id.index] }
    package subscript(id: EntryID) -> BibliographyEntry { catalog.bibliography[id.index] }

    package func site(_ id: SiteID) -> ReferenceSite { catalog.sites[Int(id.file.index)][Int(id.number)] }

    /// Nil where the reference was told as dangling.
    package func target(of site: SiteID) -> Target? { targets[site.file]?[Int(site.number)] ?? nil }

    package func element<Kind>(of link: Link<Kind>) -> ElementID? {
        if case .element(let id)? = target(of: link.site) { id } else { nil }
    }

    package func entry(of citation: Citation) -> EntryID? {
        if case .entry(let id)? = target(of: citation.site) { id } else { nil }
    }

    /// Every place of the edition and of the responses to it that leads to the element, in reading order.
    package func uses(of id: ElementID) -> [Use] { elementUses[id.index] }
    package func uses(of id: EntryID) -> [Use] { entryUses[id.index] }

    /// The elements of one kind with their fields, in the order of the register.
    package func all<Content: ElementContent>(_ type: Content.Type) -> [(id: ElementID, element: Element, content: Content)] {
        (placesOfKinds[type.elementKind] ?? 0..<0).compactMap { index in
            guard let content = edition.elements[index].content as? Content else { return nil }
            return (ElementID(index), edition.elements[index], content)
        }
    }

    package var elementIDs: [ElementID] { edition.elements.indices.map { ElementID($0) } }
}
