/// Words that name a law, a programme or the like: `polislagen`, `klimathandlingsplanen`.
enum DocumentWords {
    static let endings = ["lagen", "balken", "konventionen", "förordningen", "överenskommelsen", "programmet", "handlingsplanen", "strategin"]
    /// Words that end so and name no document.
    private static let others: Set<String> = ["vattenlagen", "underlagen", "inlagen", "anlagen", "uppslagen", "avslagen", "pålagen", "beslagen", "omslagen"]

    /// Whether a word with one of the endings can be a name at all.
    /// - Parameter word: lower case.
    static func canBeName(_ word: String) -> Bool {
        let base = word.hasSuffix("s") ? String(word.dropLast()) : word
        return !others.contains(base) && !base.hasSuffix("slagen") && !base.hasSuffix("bolagen")
    }

    /// Sorts of document that are named by what they are for or against, with their base forms. «Plan» and «program» are
    /// too common: «en plan för platsen».
    static let sorts = [
        "handlingsplan": "handlingsplan", "handlingsplanen": "handlingsplan", "policy": "policy", "policyn": "policy", "strategi": "strategi", "strategin": "strategi",
    ]
    private static let indefinite: Set<String> = ["en", "ny", "egen", "gemensam", "lokal", "någon", "ingen", "varje", "kommande", "särskild", "samlad"]

    /// The name that a sort of document begins: `policy för belysning`; nil where none is named, as in «en policy för».
    /// - Parameters: small letters, the words of the sentence before and after the sort.
    static func name(of sort: String, before: Substring?, after: [Substring]) -> String? {
        guard let base = sorts[sort], after.count > 1, after[0] == "mot" || after[0] == "för", after[1].count > 3 else { return nil }
        if let before, indefinite.contains(String(before)) { return nil }
        return "\(base) \(after[0]) \(after[1])"
    }

    private static let stems = ["lag", "balk", "konvention", "förordning", "överenskommelse", "program", "plan", "strategi", "handbok", "policy"]

    /// Whether a word is a compound with a sort of document last, in its base or definite form.
    /// - Parameter word: lower case.
    static func isCompound(_ word: String) -> Bool {
        guard canBeName(word) else { return false }
        return stems.contains { stem in
            guard word.count > stem.count + 2 else { return false }
            return word.hasSuffix(stem) || ["en", "n", "et", "met"].contains { word.hasSuffix(stem + $0) && word.count > stem.count + $0.count + 2 }
        }
    }

    /// Forms that a register may list the word under: without its ending, without its genitive.
    static func forms(of word: String) -> [String] {
        let base = word.hasSuffix("s") ? String(word.dropLast()) : word
        return [word, base] + ["en", "met", "in", "n"].filter(base.hasSuffix).map { String(base.dropLast($0.count)) }
    }
}
