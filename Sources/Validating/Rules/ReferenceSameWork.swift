import Diagnostics
import Model

extension Rule {
    static let referenceSameWork = Rule(
        "reference-same-work",
        summary: Message("Två källposter är inte samma verk.", en: "No two references are the same work."),
        rationale: Message(
            "Samma verk med två nycklar står två gånger i källförteckningen och får a och b efter året.",
            en: "One work under two keys stands twice in the list and gets a and b after its year."),
        requirements: ["R26"],
        rejects: [
            Example("referenser.json", ("[\n", "[\n  { \"id\": \"andersson\", \"type\": \"book\", \"title\": \"Om brott.\", \"author\": [{ \"family\": \"Andersson\", \"given\": \"A.\" }], \"issued\": { \"date-parts\": [[2001]] } },\n"), ("andersson-2001", "↓andersson-2001"))
                .and("program/kapitel/start.md", ("tillfällen](teori:tillfalle)", "tillfällen](teori:tillfalle) [@andersson]")),
            Example("referenser.json", ("\"title\": \"Om brott\"", "\"title\": \"Om brott\", \"DOI\": \"10.1000/abc\""), ("berg-2015", "↓berg-2015"), ("\"title\": \"Torg och trygghet\"", "\"title\": \"Torg och trygghet\", \"DOI\": \"10.1000/ABC\"")),
        ]
    ) { catalog in
        var seen: [String: Int] = [:]
        return catalog.catalog.bibliography.enumerated().compactMap { index, entry in
            let keys = entry.workKeys
            let first = keys.compactMap { seen[$0] }.min()
            for key in keys where seen[key] == nil { seen[key] = index }
            guard let first else { return nil }
            let other = catalog.catalog.bibliography[first]
            return Finding(
                Message(
                    "”\(entry.key.value)” ser ut att vara samma verk som ”\(other.key.value)”. Behåll den ena och byt nyckeln där den andra citeras.",
                    en: "'\(entry.key.value)' seems to be the same work as '\(other.key.value)'. Keep one, and change the key where the other is cited."),
                at: entry.key.range, notes: [.init(Message("den första", en: "the first"), at: other.key.range)])
        }
    }
}
