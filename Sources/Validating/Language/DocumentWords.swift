/// Words that name a law, a programme or the like: `polislagen`, `klimathandlingsplanen`.
enum DocumentWords {
    private static let endings = [
        "lagen", "balken", "konventionen", "förordningen", "överenskommelsen", "programmet", "handlingsplanen", "strategin",
    ]
    /// Words that end so and name no document.
    private static let others: Set<String> = ["vattenlagen", "underlagen", "inlagen", "slagen", "anlagen", "uppslagen", "förslagen", "avslagen", "bolagen", "pålagen", "beslagen", "omslagen", "tillslagen"]

    /// - Parameter word: lower case.
    static func looksLikeName(_ word: String) -> Bool {
        let base = word.hasSuffix("s") ? String(word.dropLast()) : word
        return !others.contains(base) && !base.hasSuffix("slagen") && !base.hasSuffix("bolagen")
            && endings.contains { base.hasSuffix($0) && base.count > $0.count + 1 }
    }

    /// Forms that a register may list the word under: without its ending, without its genitive.
    static func forms(of word: String) -> [String] {
        let base = word.hasSuffix("s") ? String(word.dropLast()) : word
        var forms = [word, base]
        for (definite, indefinite) in [("en", ""), ("met", ""), ("in", ""), ("n", "")] where base.hasSuffix(definite) {
            forms.append(String(base.dropLast(definite.count)) + indefinite)
        }
        return forms
    }
}
