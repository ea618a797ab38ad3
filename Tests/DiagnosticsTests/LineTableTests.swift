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

    @Test func `what would steer a terminal or break the line is shown and not done`() {
        let map = SourceMap([SourceText(path: "a\u{1B}[2J.json", bytes: Array("\u{1B}]0;x\u{7}ord\u{9B}31m\tslut\n".utf8))])
        let start = "\u{1B}]0;x\u{7}".utf8.count
        let finding = Diagnostic("prov", .error, Message("Värdet ”a\nb\u{1B}c” är fel.", en: "Wrong."), at: SourceRange(file: FileID(0), start..<start + 3))
        #expect(
            TextPrinter(map, language: .swedish).print([finding])
                == "a␛[2J.json:1:7: fel: Värdet ”a b␛c” är fel. [prov]\n    ␛]0;x␇ord␡31m\tslut\n          ^^^\n")
    }

    @Test(arguments: [("bergepp", "begrepp"), ("gräsn", "gräns"), ("xyz", nil)] as [(String, String?)])
    func `a misspelt name suggests the nearest`(name: String, near: String?) {
        #expect(nearestName(to: name, among: ["begrepp", "gräns", "lagstöd"]) == near)
    }
}
