/// Statements of cause and effect, by their words.
enum ClaimWords {
    /// A sentence without one of these states no effect; only the others are looked at closely.
    static let all: Set<String> = [
        "leder", "ledde", "minskar", "minskade", "ökar", "ökade", "orsakar", "orsakade", "ger", "gav", "medför", "medförde", "effekt", "effekten", "effekter",
        "inverkan", "verkan", "visar", "visat", "visade", "bevisar", "förebygger",
    ]

    /// Words that make a sentence a proposal, a question, a norm or a marked assessment instead of a statement.
    private static let hedges = [
        "bedöm", "förslag", "föreslår", "antag", "omstri", "ska ", "skall ", "bör ", "kan ", "vill ", "syfte", "om ", "enligt ", "inte ", "ingen ", "inget ", "för att",
        "oklar", "okän", "mål", "förvänt", "måste", "får ",
    ]

    /// The words that state an effect; nil when the sentence doesn't, or says that it is a judgement.
    /// - Parameter sentence: lower case, without Markdown.
    static func claim(in sentence: String) -> String? {
        guard !hedges.contains(where: { sentence.hasPrefix($0) || sentence.contains(" " + $0) }) else { return nil }
        for pattern in patterns {
            guard let match = sentence.firstMatch(of: pattern) else { continue }
            // «åtgärder som minskar brotten» names a sort of measure.
            if sentence[..<match.range.lowerBound].hasSuffix("som ") { continue }
            return String(sentence[match.range])
        }
        return nil
    }

    nonisolated(unsafe) private static let patterns: [Regex<Substring>] = [
        // Regular expressions are not Sendable; these are never changed.
        /(?:forskning|forskningen|studier|studien|erfarenheten|erfarenheter|evidens|statistiken) (?:visar|visade|har visat)/,
        /led(?:er|de) till (?:att )?(?:\p{L}+ )?(?:färre|fler|minskad|minskat|minskade|ökad|ökat|ökade|mindre|mer|bättre|lägre|högre|brott)/,
        /(?:minskar|ökar|minskade|ökade|förebygger) (?:brott|brotten|brottsligheten|otryggheten|tryggheten|våldet|rekryteringen|risken)/,
        /har (?:god|stor|liten|tydlig|positiv|negativ|bevisad) (?:effekt|inverkan|verkan)/,
        /(?:ger|gav|medför|medförde) (?:en |ett )?(?:\p{L}+ )?(?:färre|mindre|ökad|minskad|lägre|högre|bättre) (?:\p{L}+ )?(?:brott|brottslighet|otrygghet|trygghet|våld|tillit)/,
        /orsaka(?:r|de) (?:brott|otrygghet|våld)/,
    ]
}
