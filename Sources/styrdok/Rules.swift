import ArgumentParser
import Compiler
import Diagnostics
import Foundation
import Model
import Validating

struct Rules: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "rules", abstract: "Visar reglerna med skäl, exempel och krav.")

    @Argument(help: "Regelns id. Utan id visas alla kortfattat.")
    var id: String?

    @Option(help: ArgumentHelp("Språk: sv eller en.", valueName: "språk"))
    var language: String = "sv"

    func run() throws {
        let language = MessageLanguage(rawValue: language) ?? .swedish
        guard let id else {
            for rule in Rule.all { print("\(rule.id) (\(rule.severity.label.text(in: language)))\(rule.requirements.isEmpty ? "" : " " + rule.requirements.joined(separator: ", "))\n    \(rule.summary.text(in: language))") }
            return
        }
        if let fault = ReadingFault.all.first(where: { $0.id.rawValue == id }) {
            print("\(fault.id)\n\n\(fault.meaning.text(in: language))")
            show(fault.examples, language)
            return
        }
        guard let rule = Rule.all.first(where: { $0.id.rawValue == id }) else {
            let near = nearestName(to: id, among: Rule.all.map(\.id.rawValue) + ReadingFault.all.map(\.id.rawValue))
            say("Regeln ”\(id)” finns inte." + (near.map { " Menade du ”\($0)”?" } ?? ""))
            throw Exit.usage
        }
        print("\(rule.id) (\(rule.severity.label.text(in: language)))\n\n\(rule.summary.text(in: language))\n\n\(rule.rationale.text(in: language))")
        for requirement in rule.requirements.compactMap(Requirement.named) { print("\n\(requirement.id): \(requirement.text)") }
        if !rule.viewpoints.isEmpty { print("\nSvarar på \(rule.viewpoints.count == 1 ? "synpunkten" : "synpunkterna") \(rule.viewpoints.joined(separator: ", ")) i remissvaret.") }
        show(rule.rejects, and: rule.accepts, language)
    }

    private func show(_ rejects: [Rule.Example], and accepts: [Rule.Example] = [], _ language: MessageLanguage) {
        let right = Message("Rätt", en: "Right").text(in: language)
        let wrong = Message("Fel (↓ visar var)", en: "Wrong (↓ shows where)").text(in: language)
        if let first = rejects.first { show(right, first.excerpts(right: true)) }
        for example in accepts where !example.files.isEmpty { show(right, example.excerpts(right: false)) }
        for example in rejects { show(wrong, example.excerpts(right: false)) }
    }

    private func show(_ heading: String, _ excerpts: [(path: String, lines: [Substring])]) {
        guard excerpts.contains(where: { !$0.lines.isEmpty }) else { return }
        print("\n\(heading):")
        for excerpt in excerpts where !excerpt.lines.isEmpty {
            print("  \(excerpt.path)")
            for line in excerpt.lines { print("    \(line)") }
        }
    }
}
