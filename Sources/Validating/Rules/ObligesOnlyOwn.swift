import Diagnostics
import Language
import Model

extension Rule {
    static let obligesOnlyOwn = Rule(
        "obliges-only-own",
        summary: Message("”Ska” riktas bara till den som kommunen kan binda.", en: "'Ska' is addressed only to those whom the city can bind."),
        rationale: Message(
            "Programmet kan inte ge polisen, regionen eller en fastighetsägare uppgifter. Skriv vad kommunen gör för att få dem med.",
            en: "A programme can't task the police, the region or an owner. Say what the city does to bring them along."),
        requirements: ["R8"],
        accepts: [Example("program/kapitel/start.md", ("planen>.", "planen>. Nämnden ska bjuda in polisen."))],
        rejects: [
            Example("program/kapitel/start.md", ("planen>.", "planen>. Polisen ↓ska delta i mötet.")),
            Example("program/kapitel/start.md", ("planen>.", "planen>. Varje månad ↓måste [polisen](roll:polisen) lämna sin bild.")),
        ],
        survey: { catalog, survey in
            let external = catalog.all(Role.self).filter(\.content.isExternal)
                .flatMap { [$0.element.title.value.lowercased()] + $0.content.shortNames.map { $0.value.lowercased() } }
            guard !external.isEmpty else { return [] }
            return survey.marked(.obliges).compactMap { mark -> Finding? in
                let (file, sentence) = (mark.range.file, mark.sentence.bytes)
                let before = survey.plain(SourceRange(file: file, sentence.lowerBound..<Int(mark.range.lower))).lowercased()
                let after = survey.plain(SourceRange(file: file, Int(mark.range.upper)..<max(Int(mark.range.upper), sentence.upperBound))).lowercased()
                let name = external.first { name in
                    let before = before.trimmingSuffix(while: { $0 == " " })
                    // «det som enbart staten ska ha hand om» tells whose a matter is.
                    if before.hasSuffix(name) { return !before.dropLast(name.count).hasSuffix("som ") && !before.dropLast(name.count).hasSuffix("som enbart ") }
                    return after.hasPrefix(" " + name + " ")
                }
                // What a law lays on somebody else may be told.
                guard let name, !(before + after).contains(/lagen|balken|enligt|proposition|förordning/) else { return nil }
                return Finding(
                    Message(
                        "Programmet kan inte bestämma vad \(name) ska göra. Skriv vad kommunen gör: bjuder in, kommer överens, lyfter frågan.",
                        en: "The programme can't decide what \(name) is to do. Write what the city does: invites, agrees, passes on."),
                    at: mark.range)
            }
        })
}

extension String {
    fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> Substring {
        var text = self[...]
        while let last = text.last, isTrimmed(last) { text.removeLast() }
        return text
    }
}
