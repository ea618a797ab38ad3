import Diagnostics
import Foundation

/// What libyaml found wrong, said where its author made the mistake and so that she knows what to do.
enum YAMLProblems {
    static func message(_ problem: String) -> Message {
        let known = advice.first { problem.contains($0.problem) }
        return known?.message
            ?? Message("YAML-felet här: \(problem).", en: "YAML error here: \(problem).")
    }

    /// - Parameters:
    ///   - place: where libyaml stopped.
    ///   - context: where what it was reading began, if it says so.
    static func diagnose(_ problem: String, at place: Int, context: (what: String, place: Int)?, _ bytes: [UInt8], _ region: Range<Int>) -> (message: Message, range: Range<Int>) {
        let stopped = (message(problem), place..<min(place + 1, region.upperBound))
        let line = Line(at: min(place, region.upperBound), bytes, region)
        if problem.contains("tab character") || problem.contains("'\\t'") || problem.contains("cannot start any token") && line.hasTabInIndent {
            let message = Message("Raden börjar med en tabb. Gör indrag med blanksteg.", en: "The line begins with a tab. Indent with spaces.")
            return (message, line.range.lowerBound..<min(line.textStart, line.range.upperBound))
        }
        if problem.contains("unexpected end of stream") || problem.contains("document indicator"), let context, context.what.contains("quoted scalar") {
            let message = Message("Citattecknet här stängs aldrig.", en: "The quotation mark here is never closed.")
            return (message, context.place..<min(context.place + 1, region.upperBound))
        }
        let above = line.above(bytes, region)
        if problem.contains("mapping values are not allowed") {
            if let above, let colon = above.colonWithoutBlank { return (noBlank, colon..<colon + 1) }
            if let colon = line.colonWithoutBlank, colon < place { return (noBlank, colon..<colon + 1) }
            if let above, line.isKey, line.textStart - line.range.lowerBound > above.keyColumn, above.isKey {
                return (wrongIndent, line.textStart..<line.range.upperBound)
            }
        }
        if problem.contains("could not find expected ':'") {
            let begun = context.map { Line(at: $0.place, bytes, region) } ?? line
            if let colon = begun.colonWithoutBlank { return (noBlank, colon..<colon + 1) }
        }
        if problem.contains("did not find expected '-' indicator") || problem.contains("did not find expected key"), line.isKey, !line.isEntry {
            return (wrongIndent, line.textStart..<line.range.upperBound)
        }
        return stopped
    }

    private static let noBlank = Message("Mellanslag saknas efter kolonet.", en: "A blank is missing after the colon.")
    private static let wrongIndent = Message(
        "Raden har fel indrag. Nycklar som hör ihop börjar i samma kolumn.", en: "The line has the wrong indentation. Keys that belong together begin in the same column.")

    /// A line as an author sees it.
    private struct Line {
        let range: Range<Int>
        /// The first that is no blank, tab or hyphen of a list.
        let textStart: Int
        let isEntry: Bool
        let hasTabInIndent: Bool
        /// The colon of what looks like a key; then what follows it.
        private let colon: Int?
        private let hasBlankAfterColon: Bool

        init(at place: Int, _ bytes: [UInt8], _ region: Range<Int>) {
            var (start, end) = (place, place)
            while start > region.lowerBound, bytes[start - 1] != 10, bytes[start - 1] != 13 { start -= 1 }
            while end < region.upperBound, bytes[end] != 10, bytes[end] != 13 { end += 1 }
            range = start..<end
            var text = start
            var (isEntry, hasTab) = (false, false)
            while text < end, bytes[text] == 32 || bytes[text] == 9 || bytes[text] == UInt8(ascii: "-") && text + 1 < end && bytes[text + 1] == 32 {
                isEntry = isEntry || bytes[text] == UInt8(ascii: "-")
                hasTab = hasTab || bytes[text] == 9
                text += 1
            }
            textStart = text
            (self.isEntry, hasTabInIndent) = (isEntry, hasTab)
            var key = text
            while key < end, bytes[key] >= 0x80 || bytes[key] == UInt8(ascii: "-") || (bytes[key] | 32) &- 97 < 26 || bytes[key] &- 48 < 10 { key += 1 }
            let isKey = key > text && key < end && bytes[key] == UInt8(ascii: ":")
            colon = isKey ? key : nil
            hasBlankAfterColon = isKey && (key + 1 == end || bytes[key + 1] == 32)
        }

        var isKey: Bool { colon != nil && hasBlankAfterColon }
        var keyColumn: Int { textStart - range.lowerBound }
        var colonWithoutBlank: Int? { hasBlankAfterColon ? nil : colon }

        /// The nearest line above that says something.
        func above(_ bytes: [UInt8], _ region: Range<Int>) -> Line? {
            var end = range.lowerBound
            while end > region.lowerBound {
                let line = Line(at: end - 1, bytes, region)
                if line.textStart < line.range.upperBound { return line }
                end = line.range.lowerBound
            }
            return nil
        }
    }

    private static let advice: [(problem: String, message: Message)] = [
        (
            "character that cannot start any token",
            Message(
                "Raden kan inte börja så. Indrag görs med blanksteg, inte tabb, och text som börjar med @ eller ` sätts inom citattecken.",
                en: "The line can't begin like this. Indent with spaces, not tabs, and put text that begins with @ or ` in quotation marks.")
        ),
        (
            "mapping values are not allowed",
            Message(
                "Här står ett kolon mitt i en text. Sätt hela texten inom citattecken.",
                en: "There is a colon inside a text. Put the whole text in quotation marks.")
        ),
        (
            "did not find expected key",
            Message(
                "Indraget stämmer inte, eller så saknas ett citattecken ovanför. Nycklar på samma nivå börjar i samma kolumn.",
                en: "The indentation is off, or a quotation mark is missing above. Keys of one level begin in the same column.")
        ),
        (
            "could not find expected ':'",
            Message("Här saknas ett kolon efter nyckeln.", en: "A colon is missing after the key.")
        ),
        (
            "found unexpected end of stream",
            Message("Ett citattecken eller en parentes stängs aldrig.", en: "A quotation mark or bracket is never closed.")
        ),
        (
            "but found another document",
            Message("Raden --- börjar ett nytt dokument. En fil rymmer bara ett.", en: "The line --- starts a second document. A file holds only one.")
        ),
        (
            "did not find expected '-' indicator",
            Message(
                "Raden börjar inte i samma kolumn som listans andra poster. Varje post börjar med ett bindestreck i samma kolumn.",
                en: "The line doesn't begin in the column of the other entries. Each entry begins with a hyphen in the same column.")
        ),
        (
            "did not find expected ',' or '}'",
            Message("Ett komma eller en klammerparentes } saknas, här eller på raden ovanför.", en: "A comma or a } is missing, here or on the line above.")
        ),
        (
            "did not find expected ',' or ']'",
            Message("Ett komma eller en hakparentes ] saknas, här eller på raden ovanför.", en: "A comma or a ] is missing, here or on the line above.")
        ),
        (
            "did not find expected node content",
            Message("Här väntas ett värde. Text som börjar med ett skiljetecken sätts inom citattecken.", en: "A value is expected here. Put text that begins with a punctuation mark in quotation marks.")
        ),
        (
            "undefined alias",
            Message("Text som börjar med * sätts inom citattecken.", en: "Put text that begins with * in quotation marks.")
        ),
    ]
}

func composed(_ text: String) -> String { text.precomposedStringWithCanonicalMapping }
