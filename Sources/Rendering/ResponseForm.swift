import Diagnostics
import Foundation
import Markup
import Model

/// The form to answer a consultation in: one file that needs no server.
struct ResponseForm: Sendable {
    /// A part of the programme as the form shows it.
    struct Part: Sendable {
        struct Item: Sendable {
            let address: String
            let kind: String
            let title: String
            let anchor: String
            /// The current wording, as text.
            let wording: String
        }

        let address: String
        let title: String
        let html: [UInt8]
        let items: [Item]
    }

    private let template: String
    private let style: String
    private let script: String

    /// - Throws: `TemplateError` when the shell lacks a slot or a module can't be joined.
    init(_ files: FormTemplate) throws {
        template = files.shell
        style = files.stylesheet
        script = try ScriptModules.joined(files.modules, from: "formulär.js")
        for slot in ["{{title}}", "{{csp}}", "{{{style}}}", "{{{data}}}", "{{{script}}}"] where !template.contains(slot) {
            throw TemplateError(description: "Templates/svarsformulär/formulär.html: \(slot) saknas.")
        }
    }

    func page(_ consultation: ResolvedConsultation, _ parts: [Part]) -> [UInt8] {
        let title = "Svar på remiss: \(consultation.consultation.title?.value ?? consultation.file.folder)"
        func hash(_ text: String) -> String { "'sha256-\(Base64.text(Fingerprint.sha256(Array(text.utf8))))'" }
        let policy = "default-src 'none'; script-src \(hash(script)); style-src \(hash(style)); img-src data:; base-uri 'none'; form-action 'none'"
        // Put in one after another from the front, so that nothing that stands in the data is taken for a slot.
        let values: [(String, String)] = [
            ("{{csp}}", policy), ("{{title}}", String(decoding: HTMLText.escaped(title), as: UTF8.self)), ("{{{style}}}", style), ("{{{data}}}", data(consultation, parts)),
            ("{{{script}}}", script),
        ]
        var output: [UInt8] = []
        var rest = Substring(template)
        while let next = values.compactMap({ slot in rest.range(of: slot.0).map { ($0, slot.1) } }).min(by: { $0.0.lowerBound < $1.0.lowerBound }) {
            output += rest[..<next.0.lowerBound].utf8
            output += next.1.utf8
            rest = rest[next.0.upperBound...]
        }
        return output + rest.utf8
    }

    private func data(_ consultation: ResolvedConsultation, _ parts: [Part]) -> String {
        func members(_ pairs: [(String, JSONValue?)]) -> JSONValue { .object(pairs.compactMap { key, value in value.map { (key, $0) } }) }
        func values<Value: ControlledValue>(_ type: Value.Type, except: [Value] = []) -> JSONValue where Value: Equatable {
            .array(Value.allCases.filter { !except.contains($0) }.map { .string($0.rawValue) })
        }
        let facts = consultation.consultation
        let edition = consultation.consulted.edition
        let project = consultation.consulted.catalog.project
        let value = JSONValue.object([
            ("format", .string("styrdok-svarsformulär")), ("version", .integer(1)),
            (
                "remiss",
                members([
                    ("id", .string(consultation.file.folder)), ("titel", .string(facts.title?.value ?? "")), ("avsändare", facts.consultingBody.map { .string($0.value) }),
                    ("diarienummer", facts.registryNumber.map { .string($0.value) }), ("sista-svarsdag", facts.lastDay.map { .string($0.value.text) }),
                    ("dokument", .string(edition.folder)), ("dokumenttitel", .string(edition.programme.title?.value ?? edition.folder)),
                    ("avtryck", .string(facts.fingerprint?.value ?? Fingerprint.of(edition, consultation.consulted.catalog))),
                ])
            ),
            (
                "remissinstanser",
                .array(facts.respondents.map { members([("id", .string($0.id?.value ?? "")), ("namn", .string($0.name?.value ?? "")), ("typ", $0.type.map { .string($0.value.rawValue) })]) })
            ),
            (
                "diarienummermönster",
                project.registryNumberPattern.map { members([("mönster", .string($0.value)), ("exempel", .string(project.registryNumberExample?.value ?? ""))]) } ?? .null
            ),
            (
                "värden",
                .object([
                    ("hållning", values(OverallStance.self)), ("ställning", values(Stance.self)), ("slag", values(ViewpointKind.self, except: [.fact, .restatement])),
                    ("konsekvenser", values(Consequence.self)), ("beslutas-av", values(Decider.self)), ("vikt", values(Weight.self)), ("behandlingsläge", values(HandlingStatus.self)),
                ])
            ),
            (
                "delar",
                .array(
                    parts.map { part in
                        .object([
                            ("adress", .string(part.address)), ("titel", .string(part.title)), ("html", .string(String(decoding: part.html, as: UTF8.self))),
                            (
                                "element",
                                .array(
                                    part.items.map { item in
                                        .object([
                                            ("adress", .string(item.address)), ("slag", .string(item.kind)), ("titel", .string(item.title)), ("ankare", .string(item.anchor)),
                                            ("lydelse", .string(item.wording)),
                                        ])
                                    })
                            ),
                        ])
                    })
            ),
        ])
        // Nothing in the data can end the element that it stands in.
        return value.text(indented: false).replacing("<", with: "\\u003c")
    }
}

/// The files of `Templates/svarsformulär`.
package struct FormTemplate: Sendable {
    package let shell: String
    package let stylesheet: String
    /// By file name.
    package let modules: [String: String]

    package init(shell: String, stylesheet: String, modules: [String: String]) {
        self.shell = shell
        self.stylesheet = stylesheet
        self.modules = modules
    }
}

/// JavaScript modules joined to one script, since a file on disk can't import another under a strict policy: what a
/// module imports comes before it, once; the imports and the word `export` go.
enum ScriptModules {
    static func joined(_ modules: [String: String], from entry: String) throws -> String {
        var done: Set<String> = []
        var output = ""
        func add(_ name: String, importing path: [String]) throws {
            if path.contains(name) { throw TemplateError(description: "Templates/svarsformulär/\(name): modulerna hämtar varandra i ring.") }
            guard done.insert(name).inserted else { return }
            guard let text = modules[name] else { throw TemplateError(description: "Templates/svarsformulär/\(path.last ?? name): modulen \(name) finns inte.") }
            var own = ""
            for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
                if let imported = imported(line) {
                    try add(imported, importing: path + [name])
                } else if line.hasPrefix("import ") {
                    throw TemplateError(description: "Templates/svarsformulär/\(name): skriv import { … } from \"./fil.js\"; på en rad.")
                } else {
                    own += (line.hasPrefix("export ") ? line.dropFirst(7) : line) + "\n"
                }
            }
            output += own
        }
        try add(entry, importing: [])
        guard !output.contains("</script") else { throw TemplateError(description: "Templates/svarsformulär: skriptet innehåller ”</script”.") }
        return output
    }

    /// The file that a line imports from.
    private static func imported(_ line: Substring) -> String? {
        guard line.hasPrefix("import {"), let close = line.firstIndex(of: "}") else { return nil }
        let (rest, open, end) = (line[line.index(after: close)...], " from \"./", "\";")
        let ended = rest.last == "\r" ? rest.dropLast() : rest
        guard ended.hasPrefix(open), ended.hasSuffix(end) else { return nil }
        let file = ended.dropFirst(open.count).dropLast(end.count)
        return file.isEmpty || file.contains("\"") ? nil : String(file)
    }
}
