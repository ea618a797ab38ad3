import Foundation
import Model
import Rendering
import Synchronization
import Tools

/// Makes PDF with WeasyPrint and DOCX with pandoc, a few at a time, beside the rendering; what was made before of the same
/// bytes by the same tool is taken from the cache.
package final class DocumentTools: DocumentConverter {
    package let forms: [DocumentForm]
    private let weasyprint: ExternalTool
    private let pandoc: ExternalTool
    /// The folder of the template, where pandoc finds the document whose styles DOCX files get and the filter that it runs.
    private let templates: String
    private let cache: DocumentCache?
    private let queue = OperationQueue()
    private let failures = Mutex<[DocumentForm: (tool: ExternalTool.Failure, titles: [String])]>([:])

    package init(
        forms: [DocumentForm], weasyprint: ExternalTool, pandoc: ExternalTool, templates: String, cache: DocumentCache? = .ofUser
    ) {
        self.forms = forms
        self.weasyprint = weasyprint
        self.pandoc = pandoc
        self.templates = templates
        self.cache = cache
        queue.maxConcurrentOperationCount = ProcessInfo.processInfo.activeProcessorCount
    }

    package func begin(_ source: DocumentSource, _ form: DocumentForm) -> Meanwhile<RenderedFile?> {
        let enqueue = { (work: @escaping @Sendable () -> Void) in self.queue.addOperation(work) }
        return Meanwhile(by: enqueue) {
            do throws(ExternalTool.Failure) {
                let bytes = try self.make(source, form)
                return RenderedFile(path: "\(source.path).\(form.rawValue)", bytes: bytes)
            } catch {
                self.failures.withLock { $0[form, default: (error, [])].titles.append(source.title) }
                return nil
            }
        }
    }

    private func make(_ source: DocumentSource, _ form: DocumentForm) throws(ExternalTool.Failure) -> [UInt8] {
        // A tool that is missing or slow is so for every document: it isn't asked again.
        if let failure = failures.withLock({ $0[form]?.tool }), failure.isOfTool { throw failure }
        let (tool, arguments, input) = command(source, form)
        guard let identity = tool.identity else { throw .missing(tool.name) }
        let day = "\(source.day.map(Self.seconds) ?? Self.unknownDay)"
        var whole = Array((arguments + [identity, day]).joined(separator: "\n").utf8)
        for file in form == .docx ? [reference, filter] : [] { whole += [0] + Array(FileManager.default.contents(atPath: file) ?? Data()) }
        let key = Fingerprint.text(of: whole + [0] + input)
        if let kept = cache?.document(key, form) { return kept }
        let bytes = try tool.with(["SOURCE_DATE_EPOCH": day, "TZ": "UTC", "LC_ALL": "C.UTF-8"]).run(arguments, input: input)
        guard form.isWhole(bytes) else { throw .failed(tool.name, said: "svarade inte med en hel \(form.name)-fil") }
        cache?.keep(bytes, key, form)
        return bytes
    }

    private var reference: String { templates + "/referens.docx" }
    private var filter: String { templates + "/word.lua" }

    private func command(_ source: DocumentSource, _ form: DocumentForm) -> (tool: ExternalTool, arguments: [String], input: [UInt8]) {
        switch form {
        case .pdf:
            // Nothing but data in the document itself may be read: a file or an address that it names is not.
            let arguments = [
                "--quiet", "--encoding", "utf-8", "--pdf-variant", "pdf/ua-1", "--pdf-identifier", String(Fingerprint.text(of: source.html).prefix(32)),
                "--allowed-protocols", "data", "-", "-",
            ]
            return (weasyprint, arguments, source.html)
        case .docx:
            let arguments = [
                "--from", WordText.reader, "--to", "docx", "--lua-filter", filter, "--reference-doc", reference, "--metadata", "title=\(source.title)", "--metadata",
                "author=\(source.author)", "--metadata", "lang=sv-SE", "--output", "-",
            ]
            return (pandoc, arguments, source.markdown)
        }
    }

    /// Stands in where a document has no day of its own, so that the same content always gives the same file.
    private static let unknownDay = 946_684_800

    private static func seconds(_ day: PartialDate) -> Int {
        let parts = DateComponents(calendar: Calendar(identifier: .gregorian), timeZone: .gmt, year: day.year, month: day.month ?? 1, day: day.day ?? 1)
        return parts.date.map { Int($0.timeIntervalSince1970) } ?? unknownDay
    }

    /// One line for each form that wasn't made, with what to do about it.
    package var complaints: [String] {
        failures.withLock { failures in
            forms.compactMap { form in
                guard let (failure, titles) = failures[form] else { return nil }
                let what = failure.isOfTool ? "\(form.name) gjordes inte" : "\(form.name) gjordes inte av ”\(titles[0])”\(titles.count > 1 ? " och \(titles.count - 1) till" : "")"
                switch failure {
                case .missing: return "\(what): \(form.toolName) saknas. Scripts/build --\(form.rawValue) installerar det; ett eget anges med \(form.variable)."
                case .slow(_, let seconds): return "\(what): \(form.toolName) var inte klart efter \(seconds) sekunder."
                case .failed(_, let said): return "\(what): \(form.toolName) \(said.isEmpty ? "misslyckades" : said.split(separator: "\n").last.map(String.init) ?? said)."
                }
            }
        }
    }
}

extension ExternalTool.Failure {
    /// Whether it would be the same for any input.
    fileprivate var isOfTool: Bool {
        switch self {
        case .missing, .slow: true
        case .failed: false
        }
    }
}

extension DocumentForm {
    package var toolName: String {
        switch self {
        case .pdf: "WeasyPrint"
        case .docx: "pandoc"
        }
    }

    /// The environment variable that names another program.
    package var variable: String {
        switch self {
        case .pdf: "STYRDOK_WEASYPRINT"
        case .docx: "STYRDOK_PANDOC"
        }
    }

    /// Whether the bytes begin and end as a file of the form does.
    fileprivate func isWhole(_ bytes: [UInt8]) -> Bool {
        func endHolds(_ text: String.UTF8View) -> Bool {
            let end = Array(bytes.suffix(1 << 10))
            return end.indices.contains { end[$0...].starts(with: text) }
        }
        return switch self {
        case .pdf: bytes.starts(with: "%PDF-".utf8) && endHolds("%%EOF".utf8)
        case .docx: bytes.starts(with: "PK\u{3}\u{4}".utf8) && endHolds("PK\u{5}\u{6}".utf8)
        }
    }
}
