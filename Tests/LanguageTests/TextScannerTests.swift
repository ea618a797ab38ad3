import Foundation
import Language
import Testing

@Suite struct TextScannerTests {
    private func sentences(_ text: String) -> [String] {
        var words = WordTable(WordMarking(words: [], endings: []))
        let bytes = Array(text.utf8)
        var scanned = ScannedTexts()
        TextScanner.scan(bytes, in: 0..<bytes.count, into: &scanned, words: &words)
        return scanned.sentences.map { String(decoding: bytes[Int($0.range.lowerBound)..<Int($0.range.upperBound)], as: UTF8.self) }
    }

    @Test(arguments: [
        ("Torget är ljust. Parken är mörk.", ["Torget är ljust.", "Parken är mörk."]),
        ("Se 2 kap. 2 § lagen. Den gäller.", ["Se 2 kap. 2 § lagen.", "Den gäller."]),
        ("Det gäller bl.a. torg, parker m.m. och annat.", ["Det gäller bl.a. torg, parker m.m. och annat."]),
        ("Det gäller torg m.m. Parken är mörk.", ["Det gäller torg m.m.", "Parken är mörk."]),
        ("- ett\n- två\n- tre", ["ett", "två", "tre"]),
        ("# Rubrik\nText här.", ["Rubrik", "Text här."]),
        ("Rad ett\nrad två.\n\nNytt stycke", ["Rad ett\nrad två.", "Nytt stycke"]),
        ("Så var det [@berg-2015, s. 3]. Sedan kom mer.", ["Så var det [@berg-2015, s. 3].", "Sedan kom mer."]),
        ("Följ [planen](styrdokument:planen). Slut!", ["Följ [planen](styrdokument:planen).", "Slut!"]),
        ("Han sa ”nej.” Hon gick.", ["Han sa ”nej.”", "Hon gick."]),
        ("Skriv så:\n\n```\nlet x = 1. Y.\n\n``\n```\nSedan detta.", ["Skriv så", "Sedan detta."]),
        ("1. Skriv så:\n\n   ~~~ yaml\n   titel: x\n   ~~~\n\n2. Klart.", ["Skriv så", "Klart."]),
        ("Skriv ``a ` b. C`` här.", ["Skriv ``a ` b. C`` här."]),
        ("Ett ensamt ` stör inte. Inget alls.", ["Ett ensamt ` stör inte.", "Inget alls."]),
        ("```\naldrig slut", []),
    ])
    func `sentences end where a reader would end them`(text: String, expected: [String]) {
        #expect(sentences(text) == expected)
    }

    @Test func `words are counted without addresses, citations and halves, and keep their places`() {
        var words = WordTable(WordMarking(words: [], endings: []))
        let bytes = Array("Åtgärder för hälso- och sjukvård, se https://exempel.se/x [@a-1] R21 [torget](begrepp:torg).".utf8)
        var scanned = ScannedTexts()
        TextScanner.scan(bytes, in: 0..<bytes.count, into: &scanned, words: &words)
        #expect(words.entries.map(\.word) == ["Åtgärder", "för", "och", "sjukvård", "se", "torget"])
        #expect(scanned.sentences[0].isCited)
        for entry in words.entries { #expect(String(decoding: bytes[entry.range], as: UTF8.self) == entry.word) }
    }

    @Test func `LIX is words a sentence plus per cent long words`() {
        var words = WordTable(WordMarking(words: [], endings: []))
        let bytes = Array("Nämnden samordnar arbetet. Alla får komma dit.".utf8)
        var scanned = ScannedTexts()
        TextScanner.scan(bytes, in: 0..<bytes.count, into: &scanned, words: &words)
        var readability = Readability()
        for sentence in scanned.sentences { readability.add(sentence) }
        // 7 words, 2 sentences, 3 long words: 3.5 + 42.9
        #expect(readability.lix == 46)
    }
}

@Suite struct SpellingDictionaryTests {
    @Test func `the Swedish dictionary knows forms and compounds, and their base forms`() throws {
        let dictionary = try #require(SpellingDictionary.swedish)
        #expect(dictionary.knows("lägesbilderna"))
        #expect(!dictionary.knows("lägezbild"))
        #expect(dictionary.stems(of: "områdena").contains("område"))
        #expect(dictionary.suggestions(for: "otryghet").contains("otrygghet"))
    }

    @Test func `a folder without the dictionary gives none`() {
        #expect(SpellingDictionary(language: "sv_SE", folder: "/finns/inte") == nil)
    }

    @Test func `what was said is remembered between runs, and forgotten when the memory is damaged`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("styrdok-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let first = try #require(SpellingDictionary(language: "sv_SE", memory: folder))
        #expect(first.knows("torg") && !first.knows("torrg"))
        first.remember()
        let file = folder + "/ord-sv_SE.txt"
        let text = try String(contentsOfFile: file, encoding: .utf8)
        #expect(text.contains("+torg\n") && text.contains("-torrg\n"))
        // A memory that says otherwise shows that it is what is asked.
        try text.replacing("-torrg", with: "+torrg").write(toFile: file, atomically: true, encoding: .utf8)
        #expect(SpellingDictionary(language: "sv_SE", memory: folder)?.knows("torrg") == true)
        try "skräp\n".write(toFile: file, atomically: true, encoding: .utf8)
        #expect(SpellingDictionary(language: "sv_SE", memory: folder)?.knows("torrg") == false)
        #expect(SpellingDictionary(language: "sv_SE", memory: "/proc/finns/inte")?.knows("torg") == true)
    }
}
