import Diagnostics
import Testing

@Suite struct LineTableTests {
    @Test(arguments: [
        ("en rad", 3, 1, 4), ("å\näö", 3, 2, 1), ("å\näö", 5, 2, 2), ("a\r\nb", 3, 2, 1), ("a\rb", 2, 2, 1), ("a\n", 2, 2, 1),
        ("\u{FEFF}abc", 4, 1, 2),
    ])
    func `columns count characters as typed, whatever ends the lines`(text: String, offset: Int, line: Int, column: Int) {
        let position = LineTable(Array(text.utf8)).position(of: offset)
        #expect(position.line == line)
        #expect(position.column == column)
    }

    @Test func `a finding shows the author's own line with the exact words underlined`() {
        let map = SourceMap([SourceText(path: "a.md", bytes: Array("Först\nså här är det\n".utf8))])
        let start = "Först\nså ".utf8.count
        let range = SourceRange(file: FileID(0), start..<start + "här".utf8.count)
        let finding = Diagnostic("prov", .error, Message("Fel ord.", en: "Wrong word."), at: range)
        #expect(
            TextPrinter(map, language: .swedish).print([finding])
                == "a.md:2:4: fel: Fel ord. [prov]\n    så här är det\n       ^^^\n")
        #expect(JSONPrinter(map, language: .english).print([finding]).contains("\"endColumn\": 7"))
        #expect(SARIFPrinter(map, language: .english).print([finding], toolVersion: "1").contains("\"columnKind\": \"unicodeCodePoints\""))
    }

    @Test(arguments: [("bergepp", "begrepp"), ("gräsn", "gräns"), ("xyz", nil)] as [(String, String?)])
    func `a misspelt name suggests the nearest`(name: String, near: String?) {
        #expect(nearestName(to: name, among: ["begrepp", "gräns", "lagstöd"]) == near)
    }
}
