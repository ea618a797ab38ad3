import Diagnostics

extension BibliographyEntry {
    /// Web pages carry no date of their own, and an entry may say in its note that the year isn't known (`utan år`).
    package var mayLackYear: Bool {
        type == "webpage" || note.contains("utan år")
    }

    /// The types of CSL 1.0.2.
    package static let knownTypes: Set<String> = [
        "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast", "chapter", "classic", "collection", "dataset",
        "document", "entry", "entry-dictionary", "entry-encyclopedia", "event", "figure", "graphic", "hearing", "interview", "legal_case", "legislation",
        "manuscript", "map", "motion_picture", "musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical",
        "personal_communication", "post", "post-weblog", "regulation", "report", "review", "review-book", "software", "song", "speech", "standard", "thesis",
        "treaty", "webpage",
    ]

    /// What to say of a type that CSL doesn't know, with the one that was most likely meant; nil for one that it knows.
    package var unknownType: (message: Message, near: String?)? {
        guard !Self.knownTypes.contains(type) else { return nil }
        // In order, so that of two that are as near the same is always named.
        let near = nearestName(to: type, among: Self.knownTypes.sorted())
        guard !type.isEmpty else { return (Message("Källan ”\(key.value)” saknar typ.", en: "The source '\(key.value)' has no type."), near) }
        return (
            Message(
                "Typen ”\(type)” finns inte i CSL." + (near.map { " Menade du ”\($0)”?" } ?? ""),
                en: "There is no type '\(type)' in CSL." + (near.map { " Did you mean '\($0)'?" } ?? "")), near
        )
    }

    /// What another entry for the same work would share: the DOI; type, title, year and first author.
    package var workKeys: [String] {
        func plain(_ text: String) -> String { String(text.lowercased().filter { $0.isLetter || $0.isNumber }) }
        let who = authors.first ?? editors.first
        let work = "\(type)|\(plain(title))|\(issued.map { String($0.year) } ?? "")|\(plain(who?.displayFamily ?? ""))"
        return (doi.isEmpty ? [] : ["doi:" + doi.lowercased()]) + (title.isEmpty ? [] : [work])
    }

    /// How far the entry has been checked, where its note says so (`… | kontroll: delvis verifierad`) and it isn't whole.
    package var checkDegree: String? {
        guard let part = note.split(separator: "|").map({ $0.drop { $0 == " " } }).first(where: { $0.hasPrefix("kontroll: ") }) else { return nil }
        var degree = part.dropFirst("kontroll: ".count)
        while degree.last == " " { degree.removeLast() }
        return degree == "verifierad" ? nil : "Kontrollgrad: \(degree)."
    }
}

extension ResolvedCatalog {
    /// What a reader must know of sources whose document doesn't apply on the day, or only in a part of the programme's
    /// period: by the source that a steering document names.
    package var sourceValidity: [EntryID: String] {
        var result: [EntryID: String] = [:]
        for (_, _, document) in all(SteeringDocument.self) {
            guard let first = document.sources.first.flatMap({ entry(of: $0) }), result[first] == nil else { continue }
            var says: [String] = []
            let on = day.map { " den \($0.text)" } ?? ""
            switch document.validity(on: day) {
            case .lapsed: says.append("Gäller inte längre\(on)\(document.until.map { ", gällde till \($0.value.text)" } ?? "").")
            case .notYet: says.append("Gäller inte ännu\(on).")
            case .applies: break
            }
            if document.status?.value == .partlyReplaced { says.append("Delvis ersatt.") }
            let successors = document.replacedBy.compactMap { element(of: $0) }.map { self[$0].title.value }
            if !successors.isEmpty { says.append("Ersatt av \(successors.joined(separator: ", ")).") }
            if let part = document.part(of: edition.programme.period, on: day) { says.append(part) }
            if !says.isEmpty { result[first] = says.joined(separator: " ") }
        }
        return result
    }
}

extension SteeringDocument {
    /// What is said when the document applies only in a part of a programme's period; nil when it covers it, or nothing is
    /// known.
    package func part(of period: Period?, on day: PartialDate?) -> String? {
        guard let start = period?.from?.value, let end = period?.until?.value else { return nil }
        if let from = from?.value.date, start.isBefore(from) {
            return end.isBefore(from) ? "Började gälla efter programperioden, \(from.text)." : "Gäller bara en del av programperioden, från \(from.text)."
        }
        if let until = until?.value, until.isBefore(end) {
            return until.isBefore(start) ? "Gällde bara före programperioden, till \(until.text)." : "\(day.map(until.isBefore) == true ? "Gällde" : "Gäller") bara en del av programperioden, till \(until.text)."
        }
        return nil
    }
}
