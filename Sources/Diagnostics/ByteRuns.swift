/// Runs of bytes that are copied as they stand.
package enum ByteRuns {
    /// Where the first byte stands that is a control character or one of four, from a place on; the end when none does.
    /// Eight bytes are looked at in one step: most text has none for long.
    @inline(__always)
    package static func end(
        in text: UnsafeBufferPointer<UInt8>, from start: Int, before first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8
    ) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        // A byte becomes 0 where it is the one that is sought; borrowing then sets its highest bit.
        @inline(__always) func has(_ byte: UInt8, _ word: UInt64) -> UInt64 {
            let difference = word ^ (ones &* UInt64(byte))
            return (difference &- ones) & ~difference
        }
        var index = start
        if let base = text.baseAddress {
            let raw = UnsafeRawPointer(base)
            while index + 8 <= text.count {
                let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                let control = (word &- ones &* 32) & ~word
                guard (control | has(first, word) | has(second, word) | has(third, word) | has(fourth, word)) & highs == 0 else { break }
                index += 8
            }
        }
        while index < text.count {
            let byte = text[index]
            if byte < 32 || byte == first || byte == second || byte == third || byte == fourth { break }
            index += 1
        }
        return index
    }
}
