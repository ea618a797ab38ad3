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

    /// Whether the word before keeps a sort of document from being a certain one: «en policy för».
    /// - Parameter word: lower case.
    static func isIndefinite(_ word: String) -> Bool { indefinite.contains(word) }

    /// What names a sort of document that ends at a place: `för belysning`, in small letters. Nil where a sign stands
    /// between, or the words say something else.
    static func naming(after place: Int, in bytes: [UInt8]) -> String? {
        func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 10 || byte == UInt8(ascii: "*") }
        guard let start = bytes[place...].firstIndex(where: { !isBlank($0) }), start > place else { return nil }
        guard let preposition = prepositions.first(where: { bytes[start...].starts(with: $0.utf8) }) else { return nil }
        let end = start + preposition.utf8.count
        guard let next = bytes[end...].firstIndex(where: { !isBlank($0) }), next > end else { return nil }
        let word = String(decoding: bytes[next...].prefix(200), as: UTF8.self).prefix { $0.isLetter || $0 == "-" }
        return word.count > 3 ? "\(preposition) \(word.lowercased())" : nil
    }

    private static let prepositions = ["mot", "för"]

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
