/// Numbers of laws in running text.
enum LawNumber {
    /// Whether a number names a law where it stands: «(2017:725)», «SFS 2017:725», «lagen 2017:725». «SOU 2021:49» and
    /// ratios are something else.
    static func isNamed(_ bytes: [UInt8], at start: Int) -> Bool {
        guard start > 0 else { return false }
        if bytes[start - 1] == UInt8(ascii: "(") { return true }
        guard bytes[start - 1] == 32 || bytes[start - 1] == 10 else { return false }
        let before = String(decoding: bytes[max(0, start - 40)..<start - 1], as: UTF8.self).lowercased()
        guard let word = before.split(whereSeparator: { !$0.isLetter }).last, before.hasSuffix(word) else { return false }
        return word == "sfs" || ["lag", "lagen", "balk", "balken", "förordning", "förordningen"].contains { word.hasSuffix($0) }
    }
}
