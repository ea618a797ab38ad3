import CExchange

extension UnsafeRawBufferPointer {
    /// Where some bytes stand first in a range; nil when they don't.
    package func place(of wanted: some Collection<UInt8>, in range: Range<Int>? = nil) -> Int? {
        let range = range ?? indices
        let wanted = Array(wanted)
        guard let baseAddress, let found = find_bytes(baseAddress + range.lowerBound, range.count, wanted, wanted.count) else { return nil }
        return found - baseAddress
    }

    /// Where they stand last.
    package func lastPlace(of wanted: some Collection<UInt8>, in range: Range<Int>? = nil) -> Int? {
        var last: Int?
        var rest = range ?? indices
        while let place = place(of: wanted, in: rest) {
            last = place
            rest = place + 1..<rest.upperBound
        }
        return last
    }
}

extension ArraySlice<UInt8> {
    /// Where some bytes stand first; nil when they don't.
    package func place(of wanted: some Collection<UInt8>) -> Int? {
        withUnsafeBytes { $0.place(of: wanted) }.map { startIndex + $0 }
    }
}
