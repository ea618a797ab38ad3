import Diagnostics
import Model

extension Rule {
    static let citedLawListed = Rule(
        "cited-law-listed",
        summary: Message("Varje lag som citeras finns i registret över styrdokument.", en: "Every law that is cited stands in the register of documents."),
        rationale: Message(
            "En lag som bara syns i en källhänvisning saknar plats för status och betydelse.",
            en: "A law that shows only in a citation has no place for its status and meaning."),
        requirements: ["R26"],
        yieldsTo: ["steering-document-cited"],
        rejects: [
            Example([
                "referenser.json": (Example.surroundings["referenser.json"] ?? "").replacing(
                    "[\n", with: "[\n  { \"id\": \"polislagen\", \"type\": \"legislation\", \"title\": \"Polislag\", \"number\": \"1984:387\", \"issued\": { \"date-parts\": [[1984]] } },\n",
                    maxReplacements: 1),
                "program/kapitel/start.md":
                    "---\ntitel: Start\n---\nVi utgår från <teori:tillfalle> och <styrdokument:trygghetsplanen> [@↓polislagen].\n",
            ])
        ]
    ) { catalog in
        let listed = Set(catalog.all(SteeringDocument.self).flatMap { $0.content.sources.compactMap { catalog.entry(of: $0) } })
        let files = Set(catalog.edition.files)
        return catalog.catalog.bibliography.indices.compactMap { index in
            let id = EntryID(index)
            guard catalog[id].type == "legislation", !listed.contains(id),
                let use = catalog.uses(of: id).first(where: { files.contains($0.site.file) })
            else { return nil }
            return Finding(
                Message(
                    "Lagen ”\(catalog[id].title)” citeras men finns inte i styrdokument.yaml. Lägg till en post med källan \(catalog[id].key.value).",
                    en: "The law '\(catalog[id].title)' is cited but not in styrdokument.yaml. Add an entry with the source \(catalog[id].key.value)."),
                at: catalog.site(use.site).range)
        }
    }.needing(.kind(.steeringDocument))
}
