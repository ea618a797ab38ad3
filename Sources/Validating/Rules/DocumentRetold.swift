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
        ],
        survey: { catalog, survey in
            guard let limit = catalog.edition.programme.required.limits.wordsOnOtherDocument?.value.value else { return [] }
            let names = catalog.all(SteeringDocument.self).flatMap { [$0.element.title.value.lowercased()] + $0.content.shortNames.map { $0.value.lowercased() } }
            return survey.texts.flatMap { text -> [Finding] in
                let isRegister = text.element.map { catalog[$0].address.kind == .steeringDocument } ?? false
                return text.paragraphs.compactMap { sentences -> Finding? in
                    let words = sentences.reduce(0) { $0 + Int($1.words) }
                    guard words > limit, let first = sentences.first, let last = sentences.last else { return nil }
                    let source = String(decoding: catalog.catalog.map[text.file].bytes[Int(first.range.lowerBound)..<Int(first.range.upperBound)], as: UTF8.self)
                    let opening = source.prefix(100).lowercased()
                    guard isRegister || opening.contains("(styrdokument:") || opening.contains("<styrdokument:") || names.contains(where: opening.prefix(60).contains) else { return nil }
                    return Finding(
                        Message(
                            "Beskrivningen av dokumentet har \(words) ord; gränsen är \(limit). Säg vad det betyder här, och hänvisa till registret för resten.",
                            en: "The description of the document has \(words) words; the limit is \(limit). Say what it means here, and refer to the register."),
                        at: survey.range(first.range.lowerBound..<last.range.upperBound, in: text))
                }
            }
        })
}
