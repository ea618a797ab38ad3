import Model

/// Finds the party outside the city that a sentence obliges: `polisen` in «Polisen och regionen ska delta».
struct ObligedParty {
    /// `Skyldig` and `ålagd` oblige after a form of «vara».
    static let verbs = ["ska", "skall", "måste", "åläggs", "förpliktas", "skyldig", "skyldiga", "skyldigt", "ålagd", "ålagda"]

    /// The words of a name, and the title of the role as it is written.
    private let names: [(words: [String], title: String)]
    private let firstWords: Set<String>

    init(_ roles: [LanguageBasis.Named]) {
        names = roles.flatMap { role -> [(words: [String], title: String)] in
            ([role.title] + role.others).map { (Self.tokens($0), role.title) } + [(["<\(role.address)>"], role.title)]
        }.filter { !$0.words.isEmpty }.sorted { $0.words.count > $1.words.count }
        firstWords = Set(names.map(\.words[0]))
    }

    var isEmpty: Bool { names.isEmpty }

    /// The title of the party that the verb is laid on; nil when it is laid on somebody else, or on nobody.
    /// - Parameters: the words of the sentence before and after the verb, from `tokens`.
    func title(before: [String], verb: String, after: [String]) -> String? {
        guard (before + after).contains(where: { firstWords.contains($0) || $0.hasSuffix("s") && firstWords.contains(String($0.dropLast())) }) else { return nil }
        let isDuty = !["ska", "skall", "måste"].contains(verb)
        guard let title = subject(before: before, isDuty: isDuty, verb: verb, after: after) ?? inverted(after, isDuty: isDuty) else { return nil }
        return Self.tellsLaw(before + after) ? nil : title
    }

    /// Small letters; marks of a sentence are words of their own, what stands in parentheses is left out.
    static func tokens(_ text: String) -> [String] {
        var result: [String] = []
        var word = ""
        var depth = 0
        func end() {
            if !word.isEmpty, depth == 0 { result.append(word) }
            word = ""
        }
        for character in text.lowercased() {
            switch character {
            case "(": end(); depth += 1
            case ")": end(); depth = max(0, depth - 1)
            case ",", ";", "–", "—":
                end()
                if depth == 0 { result.append(String(character)) }
            case ":" where word.first != "<":
                end()
                if depth == 0 { result.append(":") }
            case ">":
                if word.first == "<" { word.append(character) }
                end()
            case _ where character.isLetter || character.isNumber || character == "-" || character == "<" || character == ":": word.append(character)
            default: end()
            }
        }
        end()
        return result
    }

    // MARK: The subject before the verb

    private func subject(before: [String], isDuty: Bool, verb: String, after: [String]) -> String? {
        var before = before
        if verb.hasPrefix("skyldig") || verb.hasPrefix("ålagd") {
            while let last = before.last, Self.adverbs.contains(last) { before.removeLast() }
            if let last = before.last, Self.copulas.contains(last) {
                before.removeLast()
            } else if let copula = before.lastIndex(where: Self.copulas.contains) {
                // «Då är polisen skyldig»
                return name(in: before[(copula + 1)...], isDuty: true)
            } else {
                return nil
            }
        }
        // «Polisen, som har bilden, ska»: what stands between commas is left out.
        if before.last == "," {
            before.removeLast()
            guard let comma = before.lastIndex(of: ",") else { return nil }
            before.removeSubrange(comma...)
        }
        guard let clause = Self.clause(before), !isPassive(after) else { return nil }
        let parts = clause.split(separator: ",")
        guard let last = parts.last else { return nil }
        if let title = name(in: last, isDuty: isDuty) { return title }
        // «Polisen, regionen och staden ska»
        guard last.contains(where: Self.joining.contains) else { return nil }
        return parts.dropLast().lazy.compactMap { part in names.first { $0.words.elementsEqual(part) }?.title }.first
    }

    /// What stands between the beginning of the clause and its verb; nil where the clause tells what somebody is to do
    /// as a question, a condition or a purpose.
    private static func clause(_ before: [String]) -> ArraySlice<String>? {
        var start = 0
        var isTold = false
        for (index, word) in before.enumerated() {
            switch word {
            case ":", ";", "–", "—", "men": (start, isTold) = (index + 1, false)
            case "och" where index > 0 && before[index - 1] == ",": (start, isTold) = (index + 1, false)
            case "eftersom", "medan", "innan": (start, isTold) = (index + 1, false)
            case "att":
                let previous = before[max(0, index - 3)..<index]
                isTold = previous.contains("inte") || (previous.last.map { ["för", "så", "om", "på", "till"].contains($0) || wishes.contains($0) } ?? false)
                start = index + 1
            case _ where telling.contains(word): (start, isTold) = (index + 1, true)
            default: break
            }
        }
        return isTold ? nil : before[start...]
    }

    /// A party that is the subject, alone or joined with others: no preposition before it, nothing like a verb after it.
    private func name(in words: ArraySlice<String>, isDuty: Bool) -> String? {
        for index in words.indices {
            guard let (title, end, isGenitive) = name(at: index, in: words) else { continue }
            let lead = words[..<index]
            guard !lead.contains(where: Self.prepositions.contains) else { continue }
            if let last = lead.last, !Self.leading.contains(last), !Self.joining.contains(last), !last.hasSuffix("s") { continue }
            let trail = words[end...]
            guard trail.count <= 4 else { continue }
            if isGenitive {
                // «Polisens lägesbild ska användas» obliges nobody outside; «regionens personal ska» does.
                guard let head = trail.first, isDuty || Self.actors.contains(where: head.hasPrefix) else { continue }
            } else if let first = trail.first, !Self.prepositions.contains(first), !Self.joining.contains(first), !Self.adverbs.contains(first) {
                continue
            }
            return title
        }
        return nil
    }

    // MARK: The subject after the verb

    /// «Varje månad ska även polisen delta», «Då ska staden och polisen mötas»
    private func inverted(_ after: [String], isDuty: Bool) -> String? {
        var index = 0
        func skip() { while index < after.count, Self.adverbs.contains(after[index]) || Self.leading.contains(after[index]) { index += 1 } }
        skip()
        if index + 2 < after.count, after[index].hasSuffix("n") || after[index].hasSuffix("na"), Self.joining.contains(after[index + 1]), name(at: index, in: after[...]) == nil {
            index += 2
            skip()
        }
        guard let (title, end, isGenitive) = name(at: index, in: after[...]) else { return nil }
        if isGenitive { guard end < after.count, isDuty || Self.actors.contains(where: after[end].hasPrefix) else { return nil } }
        return isPassive(Array(after[end...])) ? nil : title
    }

    // MARK: Words

    private func name(at index: Int, in words: ArraySlice<String>) -> (title: String, end: Int, isGenitive: Bool)? {
        for (name, title) in names where index + name.count <= words.endIndex {
            let found = words[index..<index + name.count]
            if found.elementsEqual(name) { return (title, index + name.count, false) }
            if found.last! == name.last! + "s", found.dropLast().elementsEqual(name.dropLast()) { return (title, index + name.count, true) }
        }
        return nil
    }

    /// «Polisen ska bjudas in» is for somebody else to do.
    private func isPassive(_ after: [String]) -> Bool {
        guard let verb = after.first(where: { !Self.adverbs.contains($0) }) else { return false }
        return verb.hasSuffix("s") && !Self.deponents.contains(verb)
    }

    /// What a law or an agreement lays on somebody else may be told.
    private static func tellsLaw(_ words: [String]) -> Bool {
        for (index, word) in words.enumerated() {
            if word == "enligt" {
                let next = words[(index + 1)...].prefix(3)
                if !next.contains(where: { $0.hasPrefix("program") }) { return true }
            }
            if word.hasPrefix("proposition") || word.contains("förordning") { return true }
            if ["lagen", "lagens", "balken", "balkens"].contains(where: word.hasSuffix), DocumentWords.canBeName(word) { return true }
        }
        return false
    }

    private static let joining: Set<String> = ["och", "samt", "eller", "liksom"]
    private static let adverbs: Set<String> = [
        "även", "också", "alltid", "därför", "då", "sedan", "inte", "själv", "själva", "dock", "dessutom", "därmed", "endast", "bara", "genast", "normalt",
    ]
    private static let leading: Set<String> = [
        "alla", "varje", "både", "även", "också", "lokala", "lokal", "privata", "enskilda", "berörda", "övriga", "andra", "den", "de", "det", "bara", "endast", "särskilt",
        "samtliga", "flera", "många", "större", "såväl", "att", "men",
    ]
    private static let prepositions: Set<String> = [
        "med", "av", "till", "från", "hos", "för", "i", "på", "mot", "genom", "inom", "mellan", "åt", "utan", "vid", "under", "över", "kring", "om", "utanför", "tillsammans",
    ]
    private static let telling: Set<String> = ["som", "vad", "hur", "vilka", "vilken", "vilket", "varför", "om", "när", "där", "vem"]
    private static let wishes: Set<String> = [
        "föreslå", "föreslår", "önskar", "önska", "vill", "begär", "begära", "ber", "be", "verkar", "verka", "frågar", "fråga", "hoppas", "bedömer", "förutsätter",
    ]
    private static let copulas: Set<String> = ["är", "blir", "var", "vara", "blev"]
    private static let actors = ["personal", "ledning", "chef", "förvaltning", "verksamhet", "medarbetare", "företrädare", "representant", "enhet", "vård", "nämnd", "lokalområde"]
    private static let deponents: Set<String> = ["mötas", "enas", "träffas", "samlas", "samsas", "finnas", "hjälpas", "lyckas", "umgås", "vistas", "svaras"]
}
