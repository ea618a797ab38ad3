import CExchange

extension ArraySlice<UInt8> {
    /// Where some bytes stand first; nil when they don't.
    package func place(of wanted: [UInt8], from start: Int? = nil) -> Int? {
        let start = start ?? startIndex
        guard start <= endIndex else { return nil }
        return self[start...].withUnsafeBytes { all in
            guard let base = all.baseAddress, let found = find_bytes(base, all.count, wanted, wanted.count) else { return nil }
            return start + (found - base)
        }
    }
}
