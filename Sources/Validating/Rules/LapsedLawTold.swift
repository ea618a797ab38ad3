import Diagnostics
import Language
import Model

extension Rule {
    static let lapsedLawTold = Rule(
        "lapsed-law-told",
        summary: Message("En text som hänvisar till en lag som inte gäller säger det.", en: "A text that refers to a law not in force says so."),
        rationale: Message(
            "En upphävd lag, eller en som ännu inte gäller, får nämnas som historia men inte läsas som gällande rätt.",
            en: "A repealed or future law may be told as history but not read as the law."),
        requirements: ["R10"],
        yieldsTo: ["steering-document-cross-referenced"],
        accepts: [Example("program/kapitel/start.md", ("planen>.", "planen>. Den äldre [lagen](styrdokument:kommunallagen) gällde då.")).on("2016-01-01", allowing: ["assignment-on-law-in-force"])
                .and("program/kapitel/dokument.md", ("[kommunallagen](styrdokument:kommunallagen)", "den äldre [kommunallagen](styrdokument:kommunallagen)"))
                .and("program/konflikter.yaml", ("\"[Kommunallagen](styrdokument:kommunallagen).\"", "Nämndens regler."))
                .and("program/kapitel/grova-brott.md", ("statens uppgift", "statens uppgift enligt den äldre lagen"))],
        rejects: [
            Example("program/styrdokument.yaml", ("titel: Kommunallagen", "titel: Kommunallagen"), ("  från: 2018-01-01\n", "  från: 2018-01-01\n  till: 2024\n"), day: "2026-01-31")
                .and("program/kapitel/dokument.md", ("(styrdokument:kommunallagen)", "(↓styrdokument:kommunallagen)"))
                .and("program/uppdrag.yaml", ("stöd: [\"[Kommunallagen](styrdokument:kommunallagen).\"]", "saknas: Ingen lag gäller."))
                .and("program/konflikter.yaml", ("\"[Kommunallagen](styrdokument:kommunallagen).\"", "Nämndens regler."))
                .and("program/kapitel/grova-brott.md", ("statens uppgift", "statens uppgift enligt den äldre lagen")),
            Example("program/styrdokument.yaml", ("  från: 2018-01-01\n", "  från: 2018-01-01\n  till: 2024\n"), day: "2026-01-31")
                .and("program/kapitel/dokument.md", ("[kommunallagen](styrdokument:kommunallagen)", "den äldre [kommunallagen](styrdokument:kommunallagen)"))
                .and("program/uppdrag.yaml", ("stöd: [\"[Kommunallagen](styrdokument:kommunallagen).\"]", "saknas: Ingen lag gäller."))
                .and("program/konflikter.yaml", ("\"[Kommunallagen](styrdokument:kommunallagen).\"", "Nämndens regler."))
                .and("program/kapitel/grova-brott.md", ("statens uppgift", "statens uppgift enligt den äldre lagen"))
                .and("program/kapitel/start.md", ("planen>.", "planen>. Det följer av 2 kap. 2 § kommunallagen (↓2017:725).")),
            Example("program/styrdokument.yaml", ("  från: 2018-01-01\n", "  från: 2018-01-01\n  till: 2024\n"), day: "2026-01-31")
                .and("program/kapitel/dokument.md", ("[kommunallagen](styrdokument:kommunallagen)", "den äldre [kommunallagen](styrdokument:kommunallagen)"))
                .and("program/uppdrag.yaml", ("stöd: [\"[Kommunallagen](styrdokument:kommunallagen).\"]", "saknas: Ingen lag gäller."))
                .and("program/konflikter.yaml", ("\"[Kommunallagen](styrdokument:kommunallagen).\"", "Nämndens regler."))
                .and("program/kapitel/grova-brott.md", ("statens uppgift", "statens uppgift enligt den äldre lagen"))
                .and("program/kapitel/start.md", ("planen>.", "planen>. Det följer av [kommunallagen](↓styrdokument:kommunallagen) (2017:725) [@kommunallagen, 2 kap. 2 §].")),
        ],
        language: { basis, survey in
            guard !basis.lapsedLaws.isEmpty else { return [] }
            let numbers = survey.marked(.lawNumber).filter { LawNumber.isNamed(survey.bytes(of: $0.range.file), at: Int($0.range.lower)) }
            return zip(basis.lapsedLaws, survey.references(to: basis.lapsedLaws)).flatMap { law, references -> [Finding] in
                // A sentence that links to the law, cites it and gives its number is one mistake.
                var told: Set<SourceRange> = []
                var places = references.compactMap { owner, site -> (owner: Address, range: SourceRange)? in
                    // The assignment's own rule judges what it rests on.
                    if site.field?.hasPrefix("lagstöd") == true {
                        if let sentence = survey.sentence(at: site.range)?.sentence { told.insert(sentence) }
                        return nil
                    }
                    return (owner, site.range)
                }
                for mark in numbers where law.designation == String(decoding: survey.bytes(of: mark.range.file)[mark.range.bytes], as: UTF8.self) {
                    if let owner = mark.owner { places.append((owner, mark.range)) }
                }
                return places.compactMap { owner, range -> Finding? in
                    // Lists of links, the register and the history of law are no running text.
                    guard ![.steeringDocument, .development, .gap].contains(owner.kind) else { return nil }
                    guard let sentence = survey.sentence(at: range)?.sentence else { return nil }
                    let plain = survey.plain(sentence).lowercased()
                    guard !["äldre", "tidigare", "gällde", "upphävd", "upphör", "ersatt", "dåvarande", "inte längre", "träder i kraft", "föreslagen"].contains(where: plain.contains) else { return nil }
                    guard told.insert(sentence).inserted else { return nil }
                    return Finding(
                        Message(
                            "”\(law.title)” gäller inte\(basis.day.map { " den \($0)" } ?? ""), men meningen säger det inte. Skriv till exempel ”den äldre”, ”som gällde till”, eller hänvisa till lagen som gäller.",
                            en: "'\(law.title)' isn't in force on the day judged, but the sentence doesn't say so. Write 'den äldre', 'som gällde till', or refer to the law in force."),
                        at: range)
                }
            }
        })
}
