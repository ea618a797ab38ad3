/// Marks of notes stand as tokens until a page is whole: only then are they seen in their order.
struct NoteMarks {
    /// What a token begins and ends with; no author can write either.
    let open: UInt8
    let close: UInt8

    static let footnotes = NoteMarks(open: 16, close: 17)
    static let citations = NoteMarks(open: 14, close: 15)

    func token(_ number: Int) -> [UInt8] { [open] + Array(String(number).utf8) + [close] }

    /// - Parameter mark: what stands in the place of a token, by its number and whether it is the first of that number.
    func replaced(in bytes: [UInt8], _ mark: (Int, Bool) -> String) -> [UInt8] {
        guard bytes.contains(open) else { return bytes }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count * 5 / 4)
        var seen: Set<Int> = []
        var copied = 0
        var index = 0
        while let start = bytes[index...].firstIndex(of: open) {
            guard let end = bytes[start...].firstIndex(of: close), let number = Int(String(decoding: bytes[start + 1..<end], as: UTF8.self)) else {
                index = start + 1
                continue
            }
            output += bytes[copied..<start]
            Self.closeUp(&output)
            output += mark(number, seen.insert(number).inserted).utf8
            copied = end + 1
            index = copied
        }
        return output + bytes[copied...]
    }

    /// The mark stands close to the word; where there is none before it in its paragraph, what is there is Markdown's own.
    private static func closeUp(_ output: inout [UInt8]) {
        let gap = output.reversed().prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
        guard gap.count(where: { $0 == UInt8(ascii: "\n") }) < 2 else { return }
        let before = output.dropLast(gap.count).reversed().prefix { $0 != UInt8(ascii: "\n") }
        guard before.contains(where: { !" -+*>#.)0123456789".utf8.contains($0) }) else { return }
        output.removeLast(gap.count)
    }
}
