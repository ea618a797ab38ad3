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
        accepts: [
            Example("program/kapitel/start.md", ("planen>.", "planen>. Nämnden ska bjuda in polisen.")),
            Example("program/kapitel/start.md", ("planen>.", "planen>. Polisen avgör själv vad den ska göra, och hur polisen ska delta är inget som nämnden bestämmer.")),
            Example("program/kapitel/start.md", ("planen>.", "planen>. Polisen ska bjudas in. Samtal med polisen ska hållas varje månad, och polisens lägesbild ska ligga till grund.")),
            Example("program/kapitel/start.md", ("planen>.", "planen>. Nämnden ska verka för att polisen ska delta. Den ansvarar inte för det som enbart polisen, nämnden eller någon annan ska göra.")),
        ],
        rejects: [
            Example("program/kapitel/start.md", ("planen>.", "planen>. Polisen ↓ska delta i mötet.")),
            Example("program/kapitel/start.md", ("planen>.", "planen>. Varje månad ↓måste [polisen](roll:polisen) lämna sin bild.")),
            Example("program/kapitel/start.md", ("planen>.", "planen>. Polisen och nämnden ↓ska mötas.")),
            Example("program/kapitel/start.md", ("planen>.", "planen>. Nämnden, styrelsen och polisen på torget ↓ska mötas.")),
            Example("program/kapitel/start.md", ("planen>.", "planen>. Då ↓ska nämnden och <roll:polisen> delta.")),
            Example("program/kapitel/start.md", ("planen>.", "planen>. Polisens ledning ↓åläggs att delta.")),
            Example("program/kapitel/start.md", ("planen>.", "planen>. Lokala polisen är alltid ↓skyldig att delta.")),
            Example("program/kapitel/start.md", ("planen>.", "planen>. Polisen, som har bilden, ↓ska delta enligt programmet.")),
        ],
        language: { basis, survey in
            let parties = ObligedParty(basis.externalRoles)
            guard !parties.isEmpty else { return [] }
            return survey.marked(.obliges).compactMap { mark -> Finding? in
                let (file, sentence) = (mark.range.file, mark.sentence.bytes)
                func tokens(_ range: Range<Int>) -> [String] { ObligedParty.tokens(survey.plain(SourceRange(file: file, range))) }
                let before = tokens(sentence.lowerBound..<Int(mark.range.lower))
                let after = tokens(Int(mark.range.upper)..<max(Int(mark.range.upper), sentence.upperBound))
                guard let title = parties.title(before: before, verb: survey.plain(mark.range).lowercased(), after: after) else { return nil }
                return Finding(
                    Message(
                        "Programmet kan inte bestämma vad ”\(title)” ska göra. Skriv vad kommunen gör: bjuder in, kommer överens, lyfter frågan.",
                        en: "The programme can't decide what '\(title)' is to do. Write what the city does: invites, agrees, passes on."),
                    at: mark.range)
            }
        })
}
