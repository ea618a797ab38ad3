import Diagnostics
import Model

extension Rule {
    static let municipalMatter = Rule(
        "municipal-matter",
        summary: Message(
            "Inget uppdrag läggs på kommunen om saken är någon annans enligt lag, och varje uppdrag anger huvudman.",
            en: "No assignment is laid on the city if the matter is somebody else's by law; each names whose it is."),
        rationale: Message(
            "Kommunallagen hindrar kommunen från att sköta det som enbart staten, en region eller någon annan ska ha hand om (2 kap. 2 §).",
            en: "The Local Government Act keeps a municipality from what only the state, a region or somebody else is to do."),
        requirements: ["R8"],
        rejects: [
            Example("program/uppdrag.yaml", ("huvudman: kommun", "huvudman: ↓stat")),
            Example("program/uppdrag.yaml", ("titel: Samordna på", "titel: ↓Samordna på"), ("  huvudman: kommun\n", "")),
        ]
    ) { catalog in
        catalog.all(Assignment.self).flatMap { _, element, assignment -> [Finding] in
            guard let principal = assignment.principal else {
                return Finding.lacking(element.title, ["huvudman"], Message("Välj kommun, stat, region eller annan.", en: "Choose kommun, stat, region or annan."))
            }
            guard principal.value != .municipality else { return [] }
            guard let bearer = assignment.bearers.lazy.compactMap({ catalog.content(of: $0) }).first(where: { !$0.content.isExternal }) else { return [] }
            return [
                Finding(
                    Message(
                        "Saken hör till \(principal.value.rawValue), men ”\(bearer.element.title.value)” bär uppdraget. Begränsa uppdraget till kommunens del, eller ta bort det.",
                        en: "The matter belongs to \(principal.value.rawValue), but '\(bearer.element.title.value)' bears it. Limit it to the city's part, or remove it."),
                    at: principal.range)
            ]
        }
    }
}
