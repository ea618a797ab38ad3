import Diagnostics
import Language
import Model

extension Rule {
    static let documentRetold = Rule(
        "document-retold",
        summary: Message(
            "Ett annat dokument beskrivs med högst så många ord som kravprofilen säger.",
            en: "Another document is described in at most as many words as the profile says."),
        rationale: Message(
            "Att återge handböcker, överenskommelser och strategier gör texten lång utan att avsikten blir tydligare. Hänvisa till registret.",
            en: "Retelling handbooks, agreements and strategies makes a text long, not clear. Refer to the register."),
        requirements: ["R28"],
        rejects: [
            Example(
                "program/styrdokument.yaml", ("betydelse: Anger var kommunen börjar.", "betydelse: ↓" + Array(repeating: "Planen säger att torget är viktigt för alla.", count: 8).joined(separator: " "))),
            Example(
                "program/kapitel/start.md", ("planen>.\n", "planen>.\n\n↓Enligt <styrdokument:trygghetsplanen> är torget viktigt. " + Array(repeating: "Där är torget viktigt för alla.", count: 10).joined(separator: " ") + "\n")),
            Example(
                "program/kapitel/start.md", ("planen>.\n", "planen>.\n\n↓Trygghetsplanen beskriver torget. " + Array(repeating: "Där är torget viktigt för alla.", count: 10).joined(separator: " ") + "\n"))
                .and("program/styrdokument.yaml", ("titel: Plan för trygghet", "titel: Kommunens trygghetsplan för torget")),
        ],
        language: { basis, survey in
            guard let limit = basis.wordsOnOtherDocument else { return [] }
            let names = DocumentNames(basis)
            return survey.paragraphs(longerThan: limit).compactMap { first, range, words in
                let isRegister = first.owner?.kind == .steeringDocument
                let opening = String(decoding: survey.bytes(of: range.file)[first.range.bytes].prefix(140), as: UTF8.self).lowercased()
                guard isRegister || opening.contains("(styrdokument:") || opening.contains("<styrdokument:") || names.isNamed(in: opening.prefix(60)) else { return nil }
                return Finding(
                    Message(
                        "Beskrivningen av dokumentet har \(words) ord; gränsen är \(limit). Säg vad det betyder här, och hänvisa till registret för resten.",
                        en: "The description of the document has \(words) words; the limit is \(limit). Say what it means here, and refer to the register."),
                    at: range)
            }
        })
}

/// The names of the register, found by their first word, and the words in them that name a document by themselves:
/// «Övergripande samverkansöverenskommelse mellan …» is spoken of as `samverkansöverenskommelsen`.
private struct DocumentNames {
    private var byFirstWord: [Substring: [String]] = [:]
    private var stems: Set<String> = []

    init(_ basis: LanguageBasis) {
        let general = Set(basis.generalDocumentWords.flatMap { DocumentWords.forms(of: $0.lowercased()) })
        for document in basis.documents {
            for name in [document.title] + document.others {
                let name = name.lowercased()
                if let first = name.split(separator: " ").first { byFirstWord[first, default: []].append(name) }
                for word in name.split(whereSeparator: { !$0.isLetter && $0 != "-" }).map(String.init) where DocumentWords.isCompound(word) && !general.contains(word) {
                    stems.formUnion(DocumentWords.forms(of: word).filter(DocumentWords.isCompound))
                }
            }
        }
    }

    /// - Parameter opening: lower case.
    func isNamed(in opening: Substring) -> Bool {
        opening.split(whereSeparator: { !$0.isLetter && $0 != "-" }).contains { word in
            if byFirstWord[word]?.contains(where: { opening[word.startIndex...].hasPrefix($0) }) ?? false { return true }
            return DocumentWords.forms(of: String(word)).contains { stems.contains($0) }
        }
    }
}
