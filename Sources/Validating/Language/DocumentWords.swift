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
