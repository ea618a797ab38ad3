/// Abbreviations whose full stop ends no sentence.
enum Abbreviations {
    /// Without their last full stop; those that may stand last in a sentence (`m.m.`, `etc.`) are told by what follows.
    private static let known: Set<String> = [
        "kap", "st", "s", "sid", "nr", "prop", "skr", "dir", "dnr", "jfr", "t.ex", "bl.a", "dvs", "d.v.s", "f.d", "s.k", "p.g.a", "fr.o.m", "t.o.m",
        "f.n", "i.s.f", "o.dyl", "resp", "ev", "ca", "kl", "tfn", "avd", "inkl", "exkl", "forts", "red", "utg", "vol", "et al", "al", "u.å", "n.n", "e.d", "m.fl",
    ]
    private static let final: Set<String> = ["m.m", "m.fl", "etc", "o.d", "osv", "e.d", "o.dyl"]

    /// Whether the full stop at `place` belongs to an abbreviation that a sentence goes on after.
    static func ends(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
        var start = place
        while start > 0, place - start < 12 {
            let byte = bytes[start - 1]
            guard (97...122).contains(byte) || (65...90).contains(byte) || byte == UInt8(ascii: ".") || byte >= 0x80 else { break }
            start -= 1
        }
        guard start < place else { return false }
        let word = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<place]), as: UTF8.self)
        return known.contains(word) && !final.contains(word)
    }
}
