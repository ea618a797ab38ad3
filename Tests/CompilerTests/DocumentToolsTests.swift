import Compiler
import Foundation
import Model
import Rendering
import Testing
import Tools

@Suite struct DocumentToolsTests {
    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("styrdok-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }

    /// A program that does what the lines of a shell script say.
    private func program(_ script: String, in folder: String, seconds: Int = 20) throws -> ExternalTool {
        let path = folder + "/program"
        try "#!/bin/sh\n\(script)\n".write(toFile: path, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        return ExternalTool(path, seconds: seconds)
    }

    private func source(_ text: String = "Text") -> DocumentSource {
        DocumentSource(path: "program/program", title: "Programmet", html: Array("<p>\(text)</p>".utf8), markdown: Array("\(text)\n".utf8), author: "", day: nil)
    }

    private func tools(_ tool: ExternalTool, cache: String? = nil) -> DocumentTools {
        DocumentTools(forms: [.pdf], weasyprint: tool, pandoc: ExternalTool("pandoc"), templates: repository + "/Templates", cache: cache.map { DocumentCache(folder: $0) })
    }

    @Test func `a missing program gives no file and one line on how to get it`() {
        let tools = tools(ExternalTool("/finns/inte"))
        #expect(tools.begin(source(), .pdf).value == nil)
        #expect(tools.begin(source(), .pdf).value == nil)
        #expect(tools.complaints == ["PDF gjordes inte: WeasyPrint saknas. Scripts/build --pdf installerar det; ett eget anges med STYRDOK_WEASYPRINT."])
    }

    @Test func `a program that hangs is stopped in time, and not asked again`() throws {
        try withFolder { folder in
            let tools = tools(try program("echo x >> \(folder)/log; exec sleep 600", in: folder, seconds: 1))
            let start = ContinuousClock.now
            #expect(tools.begin(source(), .pdf).value == nil)
            #expect(tools.begin(source("Annat"), .pdf).value == nil)
            #expect(ContinuousClock.now - start < .seconds(15))
            #expect(tools.complaints == ["PDF gjordes inte: WeasyPrint var inte klart efter 1 sekunder."])
            #expect(try String(contentsOfFile: folder + "/log", encoding: .utf8) == "x\n")
        }
    }

    @Test func `what is no PDF, or half of one, is refused and never kept`() throws {
        try withFolder { folder in
            for said in ["echo hej", "printf '%%PDF-1.7 avbruten'", "echo fel >&2; exit 3"] {
                let tools = tools(try program(said, in: folder), cache: folder + "/cache")
                #expect(tools.begin(source(), .pdf).value == nil)
                #expect(tools.complaints.count == 1 && tools.complaints[0].hasPrefix("PDF gjordes inte av ”Programmet”: WeasyPrint "))
            }
            #expect(((try? FileManager.default.contentsOfDirectory(atPath: folder + "/cache")) ?? []) == [])
        }
    }

    @Test func `the same document is made once, another program or text makes it anew`() throws {
        try withFolder { folder in
            let script = "echo x >> \(folder)/log; cat > /dev/null; printf '%%PDF-1.7\\n%%%%EOF\\n'"
            func make(_ source: DocumentSource) throws -> Int {
                let file = tools(ExternalTool(folder + "/program", seconds: 20), cache: folder + "/cache").begin(source, .pdf).value
                #expect(file?.path == "program/program.pdf" && file?.bytes == Array("%PDF-1.7\n%%EOF\n".utf8))
                return try String(contentsOfFile: folder + "/log", encoding: .utf8).utf8.count / 2
            }
            _ = try program(script, in: folder)
            #expect(try make(source()) == 1)
            #expect(try make(source()) == 1)
            #expect(try make(source("Annat")) == 2)
            _ = try program(script + " # version 2", in: folder)
            #expect(try make(source()) == 3)
        }
    }

    @Test func `the program is told the document's own day`() throws {
        try withFolder { folder in
            let script = "cat > /dev/null; echo $SOURCE_DATE_EPOCH $TZ > \(folder)/miljo; printf '%%PDF-1.7\\n%%%%EOF\\n'"
            let tools = tools(try program(script, in: folder))
            let day = PartialDate(authored: "2021-04-12")
            #expect(tools.begin(DocumentSource(path: "a", title: "A", html: [], markdown: [], author: "", day: day), .pdf).value != nil)
            #expect(try String(contentsOfFile: folder + "/miljo", encoding: .utf8) == "1618185600 UTC\n")
        }
    }

    private static let picture =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4//8/AAX+Av4N70a4AAAAAElFTkSuQmCC"

    private func isIn(_ file: RenderedFile?, _ text: String) throws -> Bool {
        Data(try #require(file).bytes).range(of: Data(text.utf8)) != nil
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: repository + "/.build/python/bin/weasyprint"), "WeasyPrint saknas"))
    func `a file that a text names is not read into a PDF, and what stands in the text is`() throws {
        try withFolder { folder in
            try Data(base64Encoded: Self.picture)?.write(to: URL(fileURLWithPath: folder + "/hemlig.png"))
            try "hemligt".write(toFile: folder + "/hemlig.txt", atomically: true, encoding: .utf8)
            func make(_ address: String) -> RenderedFile? {
                let html = "<html lang=sv><title>T</title><link rel=attachment href=\"file://\(folder)/hemlig.txt\"><img src=\"\(address)\" alt=\"Bild\"><p>Text</p>"
                let source = DocumentSource(path: "a", title: "T", html: Array(html.utf8), markdown: [], author: "", day: nil)
                return tools(ExternalTool("weasyprint", seconds: 60, folders: [repository + "/.build/python/bin"])).begin(source, .pdf).value
            }
            let named = make("file://\(folder)/hemlig.png")
            #expect(try !isIn(named, "/Image") && !isIn(named, "/EmbeddedFile"))
            #expect(try isIn(make("data:image/png;base64,\(Self.picture)"), "/Image"))
        }
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/pandoc"), "pandoc saknas"))
    func `a file that a text names is not read into a Word file, and what stands in the text is`() throws {
        try withFolder { folder in
            try Data(base64Encoded: Self.picture)?.write(to: URL(fileURLWithPath: folder + "/hemlig.png"))
            func make(_ address: String) -> RenderedFile? {
                let source = DocumentSource(path: "a", title: "T", html: [], markdown: Array("![Bild](\(address))\n\n[länk](../x.html)\n".utf8), author: "", day: nil)
                let tools = DocumentTools(forms: [.docx], weasyprint: ExternalTool("weasyprint"), pandoc: ExternalTool("pandoc"), templates: repository + "/Templates", cache: nil)
                return tools.begin(source, .docx).value
            }
            for address in ["\(folder)/hemlig.png", "file://\(folder)/hemlig.png"] { #expect(try !isIn(make(address), "word/media")) }
            #expect(try isIn(make("data:image/png;base64,\(Self.picture)"), "word/media"))
        }
    }
}
