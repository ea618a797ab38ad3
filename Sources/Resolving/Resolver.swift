import Diagnostics
import Model

/// Every reference of a `Catalog` → its target.
package enum Resolver {
    /// One resolved catalog an edition, in the catalog's order, with what dangles.
    /// - Parameter day: the day to judge as of.
    package static func resolve(_ catalog: Catalog, asOf day: PartialDate? = nil) -> Checked<[ResolvedCatalog]> {
        let entries = index(catalog.bibliography)
        var diagnostics = entries.diagnostics
        let linked = catalog.editions.map { EditionLinks($0, catalog: catalog, entries: entries.value) }
        diagnostics += linked.flatMap(\.diagnostics)
        diagnostics += danglingSources(linked)
        diagnostics += catalog.editions.flatMap { FigureFiles.findings($0, catalog.assets) }
        let cited = Set(
            linked.flatMap { links in
                links.entryUses.indices.filter { !links.entryUses[$0].isEmpty }.map { EntryID($0) }
            })
        return Checked(linked.map { $0.resolved(citedEntries: cited, asOf: day) }, diagnostics)
    }

    /// Editions share their sources: one that is missing is told once, first where the current editions name it.
    private static func danglingSources(_ linked: [EditionLinks]) -> [Diagnostic] {
        var sites: [String: [ReferenceSite]] = [:]
        for links in linked.filter({ !$0.isHistory }) + linked.filter(\.isHistory) {
            for (key, own) in links.danglingSources { sites[key, default: []] += own }
        }
        return linked.first.map { first in sites.values.map(first.danglingFinding) } ?? []
    }

    private static func index(_ bibliography: [BibliographyEntry]) -> Checked<[String: EntryID]> {
        var index: [String: EntryID] = [:]
        index.reserveCapacity(bibliography.count)
        var diagnostics: [Diagnostic] = []
        for (number, entry) in bibliography.enumerated() {
            if let first = index[entry.key.value] {
                diagnostics.append(
                    Diagnostic(
                        "duplicate-id", .error,
                        Message(
                            "Två källposter har nyckeln ”\(entry.key.value)”. Ta bort eller byt namn på den ena.",
                            en: "Two entries have the key '\(entry.key.value)'. Remove or rename one."),
                        at: entry.key.range,
                        notes: [.init(Message("den första", en: "the first one"), at: bibliography[first.index].key.range)]))
            } else {
                index[entry.key.value] = EntryID(number)
            }
        }
        return Checked(index, diagnostics)
    }
}
