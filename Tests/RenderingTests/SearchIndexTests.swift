import Foundation
import Model
import Rendering
import Testing

/// The files of the search index, read by a JSON reader that nobody here wrote.
@Suite struct SearchIndexTests {
    /// The arguments of the calls in the files, by file name.
    private func index(_ entries: [(title: String, text: String)], definitions: [Int: String] = [:], partLength: Int = 10) throws -> Index {
        let sink = CollectedFiles()
        let parts = stride(from: 0, to: entries.count, by: partLength).map { first in
            var part = SearchPart()
            for number in first..<min(first + partLength, entries.count) {
                part.add(
                    SearchEntry(page: 0, anchor: "e\(number)", kind: "begrepp", title: entries[number].title), text: Array(entries[number].text.utf8),
                    definition: Array((definitions[number] ?? "").utf8))
            }
            return SearchIndex.store(part, of: [SearchIndex.Page(file: "s\(first).html", title: "Sida")], name: "\(first)", below: "", into: sink)
        }
        SearchIndex.write(parts, title: "Prov", below: "", into: sink)
        return try Index(sink.files)
    }

    private struct Index {
        let files: [String: [UInt8]]
        let register: [String: Any]
        let texts: [String]
        let words: [String]
        /// For each word its entries with their weights.
        let uses: [String: [[Int]]]
        let fileCounts: (uses: Int, texts: Int)

        init(_ rendered: [RenderedFile]) throws {
            files = Dictionary(uniqueKeysWithValues: rendered.map { ($0.path, $0.bytes) })
            func arguments(_ path: String) throws -> [Any] {
                let text = String(decoding: try #require(rendered.first { $0.path == path }).bytes, as: UTF8.self)
                let start = try #require(text.firstIndex(of: "("))
                let end = try #require(text.lastIndex(of: ")"))
                return try #require(JSONSerialization.jsonObject(with: Data("[\(text[text.index(after: start)..<end])]".utf8)) as? [Any])
            }
            register = try #require(arguments("sok/register.js").first as? [String: Any])
            words = try #require(register["words"] as? String).components(separatedBy: "\n")
            let textFiles = try #require(register["texts"] as? [[Any]])
            let entryCount = try #require(register["entries"] as? String).components(separatedBy: "\n").count
            var texts: [String] = []
            for file in textFiles {
                #expect(file[0] as? Int == texts.count, "a file begins where the one before it ends")
                texts += try #require(arguments("sok/text-\(file[1]).js").last as? [String])
            }
            #expect(texts.count == entryCount)
            self.texts = texts
            let firsts = try #require(register["uses"] as? [Int])
            var uses: [String: [[Int]]] = [:]
            for (file, first) in firsts.enumerated() {
                let lists = try #require(arguments("sok/ord-\(file).js").last as? String).components(separatedBy: "\n")
                #expect(first + lists.count == (file + 1 < firsts.count ? firsts[file + 1] : words.count))
                for (offset, list) in lists.enumerated() { uses[words[first + offset]] = Self.decoded(list) }
            }
            self.uses = uses
            fileCounts = (firsts.count, textFiles.count)
        }

        private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")

        private static func decoded(_ list: String) -> [[Int]] {
            var result: [[Int]] = []
            var (entry, value, shift) = (0, 0, 0)
            for character in list {
                let digit = digits.firstIndex(of: character) ?? 0
                value += (digit % 32) << shift
                shift += 5
                guard digit < 32 else { continue }
                entry += value / 4
                result.append([entry, value % 4])
                (value, shift) = (0, 0)
            }
            return result
        }
    }

    @Test func `every word points at the entries that have it, by where it stands there`() throws {
        let index = try index(
            [("Trygghet", "Upplevelsen av att kunna röra sig fritt."), ("Äldreomsorg", "Trygghet för äldre. Trygghet hemma, trygghet ute."), ("Mål", "ÄLDRE och trygghet")],
            definitions: [1: "Omsorg om äldre"])
        // 0 in the text, 1 often there, 2 in the definition, 3 in the title.
        #expect(index.uses["trygghet"] == [[0, 3], [1, 1], [2, 0]])
        #expect(index.uses["äldre"] == [[1, 2], [2, 0]])
        #expect(index.uses["äldreomsorg"] == [[1, 3]])
        #expect(index.words == index.words.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        #expect(index.texts[2] == "ÄLDRE och trygghet")
        #expect(index.register["entries"] as? String == "0\t0\te0\tTrygghet\n0\t0\te1\tÄldreomsorg\n0\t0\te2\tMål")
    }

    @Test func `decomposed letters, old letters and other scripts are words as readers type them`() throws {
        let index = try index([("A\u{30A}tga\u{308}rd", "Šárka ΑΒΓ 3:e R21 §12 ½ 5×6 naïve – 🙂 日本")])
        #expect(Set(index.words) == ["åtgärd", "šárka", "αβγ", "3", "e", "r21", "12", "½", "5", "6", "naïve", "日本"])
    }

    @Test func `no text can end a script or a string`() throws {
        let hostile = "</script><script>alert(1)</script> <!-- \u{2028}\u{2029} \"citat\" \\ \u{1} \u{7F} 🙂 \\u003c ']]>"
        let index = try index([(hostile, hostile + "\nrad två\ttabb")])
        #expect(index.texts == [hostile + "\nrad två\ttabb"])
        for (_, bytes) in index.files {
            #expect(!bytes.contains(UInt8(ascii: "<")))
            #expect(!String(decoding: bytes, as: UTF8.self).unicodeScalars.contains { $0.value == 0x2028 || $0.value == 0x2029 })
        }
    }

    @Test func `what is large is cut into files, and each entry and word is found in the one that is told`() throws {
        var seed: UInt64 = 5
        func next(_ count: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1
            return Int(seed >> 40) % count
        }
        let entries = (0..<3_000).map { number in
            (title: "Titel \(number)", text: (0..<60).map { _ in "ord\(next(4_000))" }.joined(separator: " "))
        }
        let index = try index(entries, partLength: 97)
        #expect(index.fileCounts.uses > 2 && index.fileCounts.texts > 10)
        #expect(index.texts == entries.map(\.text))
        var expected: [String: Set<Int>] = [:]
        for (number, entry) in entries.enumerated() {
            for word in "\(entry.title) \(entry.text)".lowercased().split(separator: " ") { expected[String(word), default: []].insert(number) }
        }
        #expect(Set(index.words) == Set(expected.keys) && index.words.count == expected.count)
        for (word, numbers) in expected { #expect(index.uses[word]?.map { $0[0] } == numbers.sorted(), "\(word)") }
        for (path, bytes) in index.files where path != "sok/register.js" { #expect(bytes.count < 200_000, "\(path)") }
    }

    @Test func `nothing to search is an index too`() throws {
        let sink = CollectedFiles()
        SearchIndex.write([], title: "Tomt", below: "", into: sink)
        #expect(sink.files.map(\.path) == ["sok/register.js"])
    }
}
