import Model
import Resolving
import Testing
import Validating

@Suite struct KeptBytesTests {
    @Test func `what is kept is read back in the same order`() throws {
        var writer = KeptWriter()
        writer.number(-7)
        writer.text("å, ä och ö")
        writer.optional(nil)
        writer.optional(0)
        writer.list([[1, 2], []]) { writer, numbers in writer.list(numbers) { $0.number($1) } }
        writer.data([0, 255])
        var reader = KeptReader(writer.bytes[...])
        #expect(try reader.number() == -7)
        #expect(try reader.text() == "å, ä och ö")
        #expect(try reader.optional() == nil)
        #expect(try reader.optional() == 0)
        #expect(
            try reader.list { (reader) throws(KeptReader.Damaged) in try reader.list { (reader) throws(KeptReader.Damaged) in try reader.number() } } == [[1, 2], []])
        #expect(try reader.data().elementsEqual([0, 255]))
        #expect(throws: KeptReader.Damaged.self) { try reader.number() }
    }

    @Test func `what is cut off anywhere is damaged, and nothing worse`() throws {
        let catalog = try #require(judge([:]).editions.first)
        var writer = KeptWriter()
        LanguageBasis(catalog).keep(&writer)
        for length in 0..<writer.bytes.count {
            #expect(throws: KeptReader.Damaged.self) {
                var reader = KeptReader(writer.bytes[..<length])
                _ = try LanguageBasis(kept: &reader)
            }
        }
        var again = KeptWriter()
        var reader = KeptReader(writer.bytes[...])
        try LanguageBasis(kept: &reader).keep(&again)
        #expect(again.bytes == writer.bytes)
    }

    @Test func `a count that nothing could hold is damaged`() {
        for count in [-1, 1 << 62, Int.max] {
            var writer = KeptWriter()
            writer.number(count)
            #expect(throws: KeptReader.Damaged.self) {
                var reader = KeptReader(writer.bytes[...])
                _ = try reader.texts()
            }
        }
    }
}
