import Testing

import Diagnostics

@Suite struct ByteRunTests {
    private func end(_ bytes: [UInt8], from start: Int) -> Int {
        bytes.withUnsafeBufferPointer { ByteRuns.end(in: $0, from: start, before: 0x22, 0x5C, 0x3C, 0xE2) }
    }

    /// One byte after the other, as anybody would.
    private func plain(_ bytes: [UInt8], from start: Int) -> Int {
        bytes[start...].firstIndex { $0 < 32 || [0x22, 0x5C, 0x3C, 0xE2].contains($0) } ?? bytes.count
    }

    @Test func `every byte is told, at every place among plain ones`() {
        for byte in UInt8.min...UInt8.max {
            for length in 1...19 {
                for place in 0..<length {
                    var bytes = Array(repeating: UInt8(ascii: "a"), count: length)
                    bytes[place] = byte
                    #expect(end(bytes, from: 0) == plain(bytes, from: 0))
                }
            }
        }
    }

    @Test func `a run begins anywhere, and neighbours of what is sought don't end it`() {
        let bytes: [UInt8] = [0x21, 0x23, 0x5B, 0x5D, 0x3B, 0x3D, 0xE1, 0xE3, 0x20, 0x7F, 0x80, 0xA2, 0xDC, 0xBC, 0x62, 0x61, 0x22, 0x1F, 0xFF, 0xE2]
        for start in 0...bytes.count { #expect(end(bytes, from: start) == plain(bytes, from: start)) }
        #expect(end([], from: 0) == 0)
    }
}
