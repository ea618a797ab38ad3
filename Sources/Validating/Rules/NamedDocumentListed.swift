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
        accepts: [Example("program/kapitel/start.md", ("planen>.", "planen>. Kommunallagens gräns gäller, och samarbetsprogrammet är nytt. En policy för belysning saknas. Någon strategi, för torget som helhet, finns inte."))],
        rejects: [
            Example("program/kapitel/start.md", ("planen>.", "planen>. Vi följer ↓klimathandlingsplanen.")),
            Example("program/kapitel/start.md", ("planen>.", "planen>. Vi följer kommunens ↓handlingsplan mot skadegörelse.")),
            Example("program/kapitel/start.md", ("planen>.", "planen>. ↓Policyn för belysning gäller.")),
        ],
        language: { basis, survey in
            let words = survey.words.filter { $0.marks.contains(.namesDocument) && DocumentWords.canBeName($0.word.lowercased()) }
            let sorts = survey.marked(.documentSort)
            guard !words.isEmpty || !sorts.isEmpty else { return [] }
            let names = [basis.title] + basis.generalDocumentWords + (basis.documents + basis.concepts).flatMap { [$0.title] + $0.others }
            let known = names.joined(separator: "\n").lowercased()
            var told: Set<String> = []
            let named = sorts.compactMap { mark -> Finding? in
                let bytes = survey.bytes(of: mark.range.file)
                let end = Int(mark.range.upper)
                guard let naming = DocumentWords.naming(after: end, in: bytes), let base = DocumentWords.sorts[survey.plain(mark.range).lowercased()] else { return nil }
                let before = survey.plain(SourceRange(file: mark.range.file, mark.sentence.bytes.lowerBound..<Int(mark.range.lower)))
                let word = before.reversed().drop { !$0.isLetter }.prefix(while: \.isLetter).reversed()
                guard !DocumentWords.isIndefinite(String(word).lowercased()) else { return nil }
                // A link says which document it is.
                let rest = String(decoding: bytes[end...].prefix(160), as: UTF8.self)
                if rest.prefix(while: { $0 != "[" }).contains("](styrdokument:") { return nil }
                let name = "\(base) \(naming)"
                guard !known.contains(name), told.insert(name).inserted else { return nil }
                return Finding(
                    Message(
                        "”\(name)” nämns men finns inte i registret. Lägg till dokumentet i styrdokument.yaml (namnet kan stå under ”kallas”) och hänvisa dit.",
                        en: "'\(name)' is named but not in the register. Add it to styrdokument.yaml (its name may stand under 'kallas') and refer to it."),
                    at: mark.range, requirement: "R26")
            }
            return named + words.compactMap { word in
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
