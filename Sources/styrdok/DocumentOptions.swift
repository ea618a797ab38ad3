import ArgumentParser
import Compiler
import Foundation
import Rendering
import Tools

/// Which other forms of the documents are made.
struct DocumentOptions: ParsableArguments {
    @Flag(help: "Gör också PDF av programmet, varje remissvar och remissammanställningen (kräver WeasyPrint).")
    var pdf = false

    @Flag(help: "Gör också Word-filer av samma dokument (kräver pandoc).")
    var docx = false

    @Flag(help: "Skriv också programmet som fragment att klistra in i ett publiceringssystem, i mappen cms.")
    var cms = false

    /// What the outcome of a build depends on, the files aside.
    var identity: [String] {
        let named = DocumentForm.allCases.map { ProcessInfo.processInfo.environment[$0.variable] ?? "" }
        return ["\(pdf) \(docx) \(cms)"] + named
    }

    /// Nil when none is asked for. A program is the one that the environment names, else the project's own, else the system's.
    func converter(templates: String, content: String) -> DocumentTools? {
        let forms = DocumentForm.allCases.filter { $0 == .pdf ? pdf : docx }
        guard !forms.isEmpty else { return nil }
        func tool(_ form: DocumentForm, _ name: String, seconds: Int) -> ExternalTool {
            let folders = [templates, content].map { URL(fileURLWithPath: $0).deletingLastPathComponent().path + "/.build/python/bin" }
            return ExternalTool(ProcessInfo.processInfo.environment[form.variable] ?? name, seconds: seconds, folders: folders)
        }
        return DocumentTools(
            forms: forms, weasyprint: tool(.pdf, "weasyprint", seconds: 900), pandoc: tool(.docx, "pandoc", seconds: 300), templates: templates)
    }
}
