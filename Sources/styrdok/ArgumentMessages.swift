import ArgumentParser
import Diagnostics
import Foundation

/// What the library that reads the command line says, in Swedish.
enum ArgumentMessages {
    /// Says what is wrong with the command line, or the help that was asked for, and ends as the library would.
    static func leave(_ error: any Error, commands: [String]) -> Never {
        // What a command says itself it has said.
        if error is ExitCode { Styrdok.exit(withError: error) }
        let code = Styrdok.exitCode(for: error)
        guard code == .validationFailure || code == .success else { Styrdok.exit(withError: error) }
        if code == .success {
            print(help(Styrdok.fullMessage(for: error)))
        } else {
            let usage = Styrdok.fullMessage(for: error).split(separator: "\n", omittingEmptySubsequences: false).drop { !$0.hasPrefix("Usage:") }.joined(separator: "\n")
            say("fel: " + mistake(Styrdok.message(for: error), commands) + (usage.isEmpty ? "" : "\n" + help(usage)))
        }
        exit(code.rawValue)
    }

    /// One of the library's sentences; those that are ours are Swedish already.
    static func mistake(_ text: String, _ commands: [String]) -> String {
        let text = text.hasPrefix("Error: ") ? String(text.dropFirst("Error: ".count)) : text
        func near(_ word: some StringProtocol) -> String { nearestName(to: String(word), among: commands).map { " Menade du \($0)?" } ?? "" }
        if let match = text.wholeMatch(of: /Unknown option '([^']*)'(\. Did you mean '([^']*)'\?)?/) {
            return "Flaggan \(match.1) finns inte." + (match.3.map { " Menade du \($0)?" } ?? "")
        }
        if let match = text.wholeMatch(of: /Unexpected argument '(.*)'/) { return "Ordet ”\(match.1)” väntas inte här." + near(match.1) }
        if let match = text.wholeMatch(of: /[0-9]+ unexpected arguments: '(.*)'/) {
            let words = match.1.split(separator: "', '")
            return "Orden \(words.map { "”\($0)”" }.joined(separator: ", ")) väntas inte här." + near(words.first ?? "")
        }
        if let match = text.wholeMatch(of: /Missing expected argument '(.*)'/) { return "Här saknas \(match.1)." }
        if let match = text.wholeMatch(of: /Missing one of: '(.*)'/) { return "Här saknas något av: \(match.1.replacing("', '", with: ", "))." }
        if let match = text.wholeMatch(of: /Missing value for '(.*)'/) { return "Värdet saknas efter \(match.1)." }
        if text == "Missing required subcommand." { return "Ange vad som ska göras." }
        if let match = text.prefixMatch(of: /The value '([^']*)' is invalid for '([^']*)'/) { return "Värdet ”\(match.1)” går inte att använda för \(match.2)." }
        if let match = text.prefixMatch(of: /The option '([^']*)' does not take any value/) { return "Flaggan \(match.1) har inget värde." }
        return text
    }

    /// Headings and the sentences that the library adds.
    static func help(_ text: String) -> String {
        let sentences = [
            ("OVERVIEW: ", ""), ("USAGE: ", "ANVÄNDNING: "), ("Usage: ", "Användning: "), ("ARGUMENTS:", "ARGUMENT:"), ("OPTIONS:", "FLAGGOR:"), ("SUBCOMMANDS:", "KOMMANDON:"),
            ("Show the version.", "Visa versionen."), ("Show help information.", "Visa hjälpen."), ("Show subcommand help information.", "Visa hjälpen för ett kommando."),
            ("<subcommand>", "<kommando>"), ("[<options>]", "[<flaggor>]"), ("<options>", "<flaggor>"), ("(default:", "(förval:"), ("(values:", "(värden:"),
            ("; default:", "; förval:"), (" (default)", " (förval)"),
        ]
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            if let match = line.wholeMatch(of: /(\s*)See '(.*)' for (?:detailed help|more information)\./) {
                return "\(match.1)Mer hjälp: \(match.2.replacing("<subcommand>", with: "<kommando>"))"
            }
            return sentences.reduce(String(line)) { $0.replacing($1.0, with: $1.1) }
        }
        return lines.joined(separator: "\n")
    }
}
