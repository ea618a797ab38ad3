/// Statements of cause and effect, by their words.
enum ClaimWords {
    /// A sentence without one of these states no effect; only the words around them are looked at.
    static let all: Set<String> = Set(triggers.keys)

    enum Trigger {
        /// «forskning visar», «studier har visat»
        case shows
        /// «leder till färre brott», «resulterar i lägre brottslighet»
        case leads(String)
        /// «minskar otryggheten», «sänker antalet inbrott»
        case changes
        /// «skadegörelsen har minskat», «har brotten minskat»
        case changed
        /// «ger ökad trygghet»
        case gives
        /// «har god effekt»
        case effect
    }

    private static let triggers: [String: Trigger] = {
        var result: [String: Trigger] = [:]
        func add(_ words: String, _ trigger: Trigger) { for word in words.split(separator: " ") { result[String(word)] = trigger } }
        add("visar visat visade bevisar bevisat", .shows)
        add("leder ledde lett bidrar bidrog bidragit", .leads("till"))
        add("resulterar resulterade resulterat", .leads("i"))
        add("minskar ökar sänker sänkte sänkt höjer höjde höjt stärker stärkte stärkt dämpar dämpade dämpat halverar halverade halverat", .changes)
        add("förebygger förebyggde förebyggt motverkar motverkade motverkat förhindrar förhindrade förhindrat hindrar hindrade", .changes)
        add("orsakar orsakade orsakat skapar skapade skapat", .changes)
        add("minskade minskat ökade ökat sjönk sjunkit halverats halverades", .changed)
        add("ger gav gett medför medförde medfört", .gives)
        add("effekt inverkan verkan", .effect)
        return result
    }()

    private static let research: Set<String> = [
        "forskning", "forskningen", "studier", "studierna", "studien", "erfarenheten", "erfarenheter", "evidens", "evidensen", "statistiken", "undersökningar",
        "utvärderingar", "utvärderingen",
    ]
    private static let objects: Set<String> = [
        "brott", "brotten", "brottsligheten", "brottslighet", "otryggheten", "otrygghet", "tryggheten", "trygghet", "våldet", "våld", "rekryteringen", "risken", "tilliten",
        "tillit", "inbrott", "inbrotten", "skadegörelse", "skadegörelsen", "stöld", "stölder", "stölderna", "rån", "rånen", "skjutningar", "skjutningarna", "klotter",
        "klottret", "kriminalitet", "kriminaliteten", "rädsla", "rädslan", "oron", "narkotikahandel", "narkotikahandeln", "misshandel", "misshandeln", "återfall", "återfallen",
        "bedrägerier", "bedrägerierna", "nyrekrytering", "nyrekryteringen",
    ]
    /// «antalet inbrott», «risken för våld»
    private static let amounts: Set<String> = ["antalet", "andelen", "mängden", "nivån", "graden", "omfattningen", "känslan", "upplevelsen"]
    private static let changes: Set<String> = [
        "färre", "fler", "minskad", "minskat", "minskade", "ökad", "ökat", "ökade", "mindre", "mer", "bättre", "lägre", "högre", "större", "stärkt", "sänkt",
    ]
    private static let strengths: Set<String> = ["god", "stor", "liten", "tydlig", "positiv", "negativ", "bevisad"]

    /// Words that make a sentence a proposal, a question, a norm or a marked assessment instead of a statement.
    private static let hedges = [
        "bedöm", "förslag", "föreslår", "antag", "omstri", "ska ", "skall ", "bör ", "kan ", "vill ", "syfte", "om ", "enligt ", "inte ", "ingen ", "inget ", "för att",
        "oklar", "okän", "mål", "förvänt", "måste", "får ",
    ]

    /// The words that state an effect at a marked word; nil when they don't.
    static func claim(at range: Range<Int>, in bytes: [UInt8]) -> String? {
        let word = lower(bytes[range])
        guard let trigger = triggers[word] else { return nil }
        // Most triggers are nothing of the kind, and the word beside them shows it.
        var words = NeighbouringWords(bytes, around: range)
        let before = words.before()
        // «åtgärder som minskar brotten» names a sort of measure.
        guard before != "som" else { return nil }
        switch trigger {
        case .shows:
            let subject = before == "har" ? words.before() : before
            return research.contains(subject) ? "\(subject) \(before == "har" ? "har " : "")\(word)" : nil
        case .changes: return object(of: word, &words)
        case .changed:
            let subject = before == "har" ? words.before() : before
            guard objects.contains(subject) else { return object(of: word, &words) }
            return "\(subject) \(before == "har" ? "har " : "")\(word)"
        case .leads(let preposition):
            guard words.after() == preposition else { return nil }
            for _ in 0..<3 {
                let next = words.after()
                if changes.contains(next) || objects.contains(next) { return "\(word) \(preposition) \(next)" }
            }
            return nil
        case .gives:
            for _ in 0..<3 {
                let next = words.after()
                guard changes.contains(next) else { continue }
                let object = words.after()
                return objects.contains(object) || objects.contains(words.after()) ? "\(word) \(next) \(object)" : nil
            }
            return nil
        case .effect: return strengths.contains(before) && words.before() == "har" ? "har \(before) \(word)" : nil
        }
    }

    /// What a verb is said to change.
    private static func object(of verb: String, _ words: inout NeighbouringWords) -> String? {
        let next = words.after()
        if objects.contains(next) { return "\(verb) \(next)" }
        guard amounts.contains(next) else { return nil }
        var between = next
        for _ in 0..<3 {
            let object = words.after()
            between += " " + object
            if objects.contains(object) { return "\(verb) \(between)" }
        }
        return nil
    }

    /// - Parameter sentence: lower case, without Markdown.
    static func isHedged(_ sentence: String) -> Bool {
        hedges.contains { sentence.hasPrefix($0) || sentence.contains(" " + $0) }
    }

    static func lower(_ bytes: ArraySlice<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        // Most words have small letters only, of which å, ä and ö are two bytes that begin with C3 and go on above 9F.
        let isSmall = bytes.allSatisfy { (97...122).contains($0) || $0 == 0xC3 || $0 >= 0xA0 && $0 < 0xC0 }
        return isSmall ? text : text.lowercased()
    }
}

/// The words beside a place in a text, one at a time.
private struct NeighbouringWords {
    private let bytes: [UInt8]
    private var start: Int
    private var end: Int

    init(_ bytes: [UInt8], around range: Range<Int>) {
        self.bytes = bytes
        start = range.lowerBound
        end = range.upperBound
    }

    /// Empty at the end of the words: at any mark but blanks, emphasis and line ends.
    mutating func after() -> String {
        while end < bytes.count, bytes[end] == 32 || bytes[end] == 10 || bytes[end] == UInt8(ascii: "*") { end += 1 }
        let first = end
        while end < bytes.count, isLetter(bytes[end]) { end += 1 }
        return ClaimWords.lower(bytes[first..<end])
    }

    mutating func before() -> String {
        while start > 0, bytes[start - 1] == 32 || bytes[start - 1] == 10 || bytes[start - 1] == UInt8(ascii: "*") { start -= 1 }
        let last = start
        while start > 0, isLetter(bytes[start - 1]) { start -= 1 }
        return ClaimWords.lower(bytes[start..<last])
    }

    private func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte) || (65...90).contains(byte) || byte >= 0x80 }
}
