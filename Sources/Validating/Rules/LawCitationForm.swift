import Diagnostics
import Language
import Model

extension Rule {
    static let lawCitationForm = Rule(
        "law-citation-form",
        summary: Message(
            "Lagrum skrivs som i svenska myndighetstexter: 2 kap. 2 §, 2 och 3 §§, 2 eller 3 §, (2017:725).",
            en: "Sections of law are written as Swedish authorities do: 2 kap. 2 §, 2 och 3 §§, 2 eller 3 §, (2017:725)."),
        rationale: Message(
            "Fel form gör att läsaren inte hittar lagrummet, och att texten inte ser ut att vara granskad.",
            en: "A wrong form hides the section from a reader and makes the text look unchecked."),
        requirements: ["R10"], viewpoints: ["V58"],
        accepts: [
            Example("program/kapitel/start.md", ("planen>.", "planen>. Se 2 kap. 2 § kommunallagen (2017:725), 2 och 3 §§ samt 4 eller 5 §."))
        ],
        rejects: [
            Example("program/kapitel/start.md", ("planen>.", "planen>. Se 2 kap. ↓§ 2 kommunallagen.")),
            Example("program/kapitel/start.md", ("planen>.", "planen>. Se 2 kap 2 ↓§ kommunallagen.")),
            Example("program/kapitel/start.md", ("planen>.", "planen>. Se 2 och 3 ↓§ kommunallagen.")),
            Example("program/kapitel/start.md", ("planen>.", "planen>. Se 2 eller 3 ↓§§ kommunallagen.")),
            Example("program/kapitel/start.md", ("planen>.", "planen>. Se kommunallagen (↓SFS 2017:725).")),
            Example("program/kapitel/grova-brott.md", ("[@kommunallagen, 2 kap. 2 §]", "[@kommunallagen, 2 kap ↓§ 2]")),
        ],
        language: { _, survey in
            survey.marked([.sectionSign, .citesLaw]).compactMap { mark in
                let bytes = survey.bytes(of: mark.range.file)
                if bytes[Int(mark.range.lower)] == 0xC2 { return LawForm.problem(bytes, signAt: Int(mark.range.lower)).map { Finding($0, at: mark.range) } }
                guard LawForm.isSeriesInParentheses(bytes, mark.range.bytes) else { return nil }
                return Finding(
                    Message("Skriv bara numret inom parentesen: (2017:725), inte (SFS 2017:725).", en: "Write only the number in the parentheses: (2017:725)."),
                    at: mark.range)
            }
        })
}

/// How a section of law is written.
private enum LawForm {
    /// What is wrong around a section sign; nil when nothing is.
    static func problem(_ bytes: [UInt8], signAt place: Int) -> Message? {
        // The second of two signs is judged with the first.
        if place >= 2, bytes[place - 2] == 0xC2, bytes[place - 1] == 0xA7 { return nil }
        let isDouble = place + 3 < bytes.count && bytes[place + 2] == 0xC2 && bytes[place + 3] == 0xA7
        let before = words(bytes, before: place)
        guard let last = before.last, last.first?.isNumber == true || (last.count == 1 && before.dropLast().last?.first?.isNumber == true) else {
            return Message("Paragraftecknet står efter numret: 2 §.", en: "The section sign stands after the number: 2 §.")
        }
        if let chapter = before.last(where: { $0.hasPrefix("kap") }), chapter == "kap" {
            return Message("Skriv ”kap.” med punkt: 2 kap. 2 §.", en: "Write 'kap.' with a full stop: 2 kap. 2 §.")
        }
        let joins = before.last { $0 == "och" || $0 == "eller" }
        if joins == "och", !isDouble { return Message("Flera paragrafer med ”och” har två tecken: 2 och 3 §§.", en: "Several sections with 'och' take two signs: 2 och 3 §§.") }
        if joins == "eller", isDouble { return Message("Paragrafer med ”eller” har ett tecken: 2 eller 3 §.", en: "Sections with 'eller' take one sign: 2 eller 3 §.") }
        return nil
    }

    static func isSeriesInParentheses(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        let (start, end) = (range.lowerBound, range.upperBound)
        return start > 0 && bytes[start - 1] == UInt8(ascii: "(") && end + 1 < bytes.count && (48...57).contains(bytes[end + 1])
    }

    /// The words of the reference before the sign: numbers, `kap.`, `och`, `a`; ends at any other word.
    private static func words(_ bytes: [UInt8], before place: Int) -> [Substring] {
        let start = max(0, place - 40)
        let text = String(decoding: bytes[start..<place], as: UTF8.self)
        var result: [Substring] = []
        for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\u{A0}" || $0 == "–" }).reversed() {
            let known = word == "och" || word == "eller" || word.hasPrefix("kap") || (word.first?.isNumber ?? false) || word.count == 1 && word.first!.isLetter
            guard known else { break }
            result.insert(word.hasSuffix(",") ? word.dropLast() : word, at: 0)
            // What stands before a chapter belongs to another reference.
            if word.hasPrefix("kap") { break }
        }
        return result
    }
}
