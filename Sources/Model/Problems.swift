import Diagnostics
import Markup

extension Diagnostic {
    /// What libcmark would do silently, said to the author.
    package init(_ problem: Problem, at range: SourceRange) {
        let (id, message): (RuleID, Message) =
            switch problem.kind {
            case .rawHTML:
                (
                    "raw-html",
                    Message(
                        "HTML kommer inte med i dokumentet. Skriv med Markdown, eller flytta innehållet till typade data.",
                        en: "HTML is left out of the document. Write Markdown, or move the content to typed data.")
                )
            case .pipeTable:
                (
                    "pipe-table",
                    Message(
                        "Det här ser ut som en tabell, men Markdown-tabeller finns inte här. Lägg tabellen under ”tabeller” överst i filen och skriv <tabell:namn> där den ska stå.",
                        en: "This looks like a table, but there are no Markdown tables here. Put it under 'tabeller' at the top of the file and write <tabell:name> where it belongs.")
                )
            case .footnoteMark:
                (
                    "footnote-mark",
                    Message(
                        "Fotnoter skrivs under ”fotnoter” överst i filen och märks i texten med [not](fotnot:namn).",
                        en: "Footnotes go under 'fotnoter' at the top of the file and are marked in the text with [not](fotnot:name).")
                )
            case .unsafeLink:
                (
                    "unsafe-link",
                    Message(
                        "Länken kan köra kod eller peka på en fil och kommer inte med. Använd https, mailto eller en adress i programmet.",
                        en: "The link could run code or lead to a file and is left out. Use https, mailto or an address of the programme.")
                )
            case .tooComplex:
                (
                    "too-complex",
                    Message(
                        "Stycket har så många hakparenteser, vinklar (<) eller nivåer att det inte kan läsas i rimlig tid. Dela det.",
                        en: "The block has so many brackets, angles (<) or levels that it can't be read in reasonable time. Split it.")
                )
            case .brokenLink:
                (
                    "broken-link",
                    Message(
                        "Det här ser ut som en länk men är det inte: ta bort mellanslaget. Skriv [text](begrepp:namn).",
                        en: "This looks like a link but is none: remove the space. Write [text](begrepp:name).")
                )
            case .controlCharacter:
                (
                    "control-character",
                    Message("Här står ett osynligt styrtecken. Ta bort det.", en: "There is an invisible control character here. Remove it.")
                )
            case .emptyCitation, .malformedCitation:
                (
                    "malformed-citation",
                    Message(
                        "Källhänvisningen går inte att läsa. Skriv [@nyckel, s. 12].",
                        en: "The citation can't be read. Write [@key, s. 12].")
                )
            }
        self.init(id, .error, message, at: range)
    }
}
