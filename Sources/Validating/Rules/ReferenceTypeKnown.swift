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
            guard let (message, near) = entry.unknownType else { return nil }
            let range = entry.typeRange ?? entry.key.range
            return Finding(
                message,
                at: range,
                fixes: entry.typeRange == nil ? [] : near.map { [Diagnostic.Fix(Message("skriv ”\($0)”", en: "write '\($0)'"), replacing: range, with: $0, isCertain: isSameName(entry.type, $0))] } ?? [])
        }
    }
}
