import Diagnostics
import Foundation

/// The messages of libyaml, said so that an author knows what to do.
enum YAMLProblems {
    static func message(_ problem: String) -> Message {
        let known = advice.first { problem.contains($0.problem) }
        return known?.message
            ?? Message("YAML-felet här: \(problem).", en: "YAML error here: \(problem).")
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
            Message("Ett citattecken eller en klammer stängs aldrig.", en: "A quotation mark or bracket is never closed.")
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
            Message("Ett komma eller en klammer } saknas, här eller på raden ovanför.", en: "A comma or a } is missing, here or on the line above.")
        ),
        (
            "did not find expected ',' or ']'",
            Message("Ett komma eller en klammer ] saknas, här eller på raden ovanför.", en: "A comma or a ] is missing, here or on the line above.")
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
