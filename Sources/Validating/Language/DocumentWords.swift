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

    /// Forms that a register may list the word under: without its ending, without its genitive.
    static func forms(of word: String) -> [String] {
        let base = word.hasSuffix("s") ? String(word.dropLast()) : word
        return [word, base] + ["en", "met", "in", "n"].filter(base.hasSuffix).map { String(base.dropLast($0.count)) }
    }
}
