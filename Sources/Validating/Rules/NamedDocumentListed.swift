import Diagnostics
import Language
import Model

extension Rule {
    static let namedDocumentListed = Rule(
        "named-document-listed",
        summary: Message("Lagar, program, planer och överenskommelser som texten nämner finns i registret.", en: "Laws, programmes, plans and agreements that the text names stand in the register."),
        rationale: Message(
            "Ett dokument som bara nämns i löpande text har varken ägare, status eller källa, och läsaren hittar det inte.",
            en: "A document only named in running text has neither owner, status nor source, and a reader can't find it."),
        requirements: ["R26", "R25"], viewpoints: ["V22", "V77", "V78"],
        accepts: [Example("program/kapitel/start.md", ("planen>.", "planen>. Kommunallagens gräns gäller, och samarbetsprogrammet är nytt."))],
        rejects: [Example("program/kapitel/start.md", ("planen>.", "planen>. Vi följer ↓klimathandlingsplanen."))],
        survey: { catalog, survey in
            let words = survey.words.filter { $0.marks.contains(.namesDocument) && DocumentWords.canBeName($0.word.lowercased()) }
            guard !words.isEmpty else { return [] }
            let profile = catalog.edition.programme.required
            var names = [catalog.edition.programme.title?.value ?? ""] + profile.generalDocumentWords.map(\.value)
            for (_, element, document) in catalog.all(SteeringDocument.self) { names += [element.title.value] + document.shortNames.map(\.value) }
            for (_, element, concept) in catalog.all(Concept.self) { names += [element.title.value] + concept.synonyms.map(\.value) }
            let known = names.joined(separator: "\n").lowercased()
            return words.compactMap { word in
                guard !DocumentWords.forms(of: word.word.lowercased()).contains(where: known.contains) else { return nil }
                return Finding(
                    Message(
                        "”\(word.word)” nämns men finns inte i registret. Lägg till dokumentet i styrdokument.yaml (namnet kan stå under ”kallas”) och hänvisa dit.",
                        en: "'\(word.word)' is named but not in the register. Add it to styrdokument.yaml (its name may stand under 'kallas') and refer to it."),
                    at: word.range, requirement: "R26")
            }
        }
    ).needing(.kind(.steeringDocument))
}
