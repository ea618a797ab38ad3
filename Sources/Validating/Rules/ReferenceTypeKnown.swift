import Diagnostics
import Model

extension Rule {
    static let referenceTypeKnown = Rule(
        "reference-type-known",
        summary: Message("Varje källpost har en typ som finns i CSL.", en: "Every reference has a type of CSL."),
        rationale: Message(
            "Typen avgör hur källan skrivs och i vilken grupp den står. En okänd typ hamnar bland övriga.",
            en: "The type decides how a source is written and in which group. An unknown type ends among the rest."),
        requirements: ["R26"],
        rejects: [Example("referenser.json", ("\"type\": \"book\"", "\"type\": \"↓boook\""))]
    ) { catalog in
        catalog.catalog.bibliography.compactMap { entry in
            guard !BibliographyEntry.knownTypes.contains(entry.type) else { return nil }
            let near = nearestName(to: entry.type, among: Array(BibliographyEntry.knownTypes))
            let range = entry.typeRange ?? entry.key.range
            return Finding(
                Message(
                    entry.type.isEmpty ? "Källan ”\(entry.key.value)” saknar typ." : "Typen ”\(entry.type)” finns inte i CSL." + (near.map { " Menade du ”\($0)”?" } ?? ""),
                    en: entry.type.isEmpty ? "The source '\(entry.key.value)' has no type." : "There is no type '\(entry.type)' in CSL." + (near.map { " Did you mean '\($0)'?" } ?? "")),
                at: range,
                fixes: entry.typeRange == nil ? [] : near.map { [Diagnostic.Fix(Message("skriv ”\($0)”", en: "write '\($0)'"), replacing: range, with: $0, isCertain: isSameName(entry.type, $0))] } ?? [])
        }
    }
}
