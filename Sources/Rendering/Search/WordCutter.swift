import Foundation

/// Cuts a text into words as the search script cuts what a reader types: letters, digits and the marks upon them, in
/// small letters and composed (NFC).
package enum WordCutter {
    /// - Parameter word: gets the word's bytes, and their hash (FNV-1a).
    package static func cut(_ text: [UInt8], _ word: (UnsafeBufferPointer<UInt8>, UInt64) -> Void) {
        // Of the words that don't stand in the text as they are wanted, one at a time.
        var letters: [UInt8] = []
        text.withUnsafeBufferPointer { text in
            var place = 0
            while place < text.count {
                let start = place
                // Most words stand in the text as they are wanted: small letters of English and Swedish.
                var hash = Self.startOfHash
                while place < text.count {
                    let byte = text[place]
                    if byte &- 97 < 26 || byte &- 48 < 10 {
                        hash = (hash ^ UInt64(byte)) &* Self.factorOfHash
                        place += 1
                    } else if byte == 0xC3, place + 1 < text.count, text[place + 1] >= 0x9F, text[place + 1] != 0xB7 {
                        hash = (hash ^ UInt64(byte)) &* Self.factorOfHash
                        hash = (hash ^ UInt64(text[place + 1])) &* Self.factorOfHash
                        place += 2
                    } else {
                        break
                    }
                }
                if place < text.count, text[place] >= 0x80 || text[place] &- 65 < 26, Self.letterLength(text, place) > 0 {
                    place = Self.cutUncommon(text, from: start, &letters, word)
                } else if place > start {
                    word(UnsafeBufferPointer(rebasing: text[start..<place]), hash ^ (hash >> 32))
                } else {
                    place += Self.length(text[place])
                }
            }
        }
    }

    private static let startOfHash: UInt64 = 0xcbf2_9ce4_8422_2325
    private static let factorOfHash: UInt64 = 0x100_0000_01b3

    /// A word with other letters; the place after it.
    private static func cutUncommon(
        _ text: UnsafeBufferPointer<UInt8>, from start: Int, _ letters: inout [UInt8], _ word: (UnsafeBufferPointer<UInt8>, UInt64) -> Void
    ) -> Int {
        var place = start
        letters.removeAll(keepingCapacity: true)
        var isSwedish = true
        while place < text.count {
            let length = letterLength(text, place)
            guard length > 0 else { break }
            let byte = text[place]
            if length == 1 {
                letters.append(byte &- 65 < 26 ? byte + 32 : byte)
            } else if byte == 0xC3 {
                letters.append(byte)
                letters.append(text[place + 1] < 0x9F ? text[place + 1] + 0x20 : text[place + 1])
            } else {
                isSwedish = false
            }
            place += length
        }
        if !isSwedish {
            letters = Array(String(decoding: text[start..<place], as: UTF8.self).precomposedStringWithCanonicalMapping.lowercased().utf8)
        }
        var hash = startOfHash
        for letter in letters { hash = (hash ^ UInt64(letter)) &* factorOfHash }
        letters.withUnsafeBufferPointer { word($0, hash ^ (hash >> 32)) }
        return place
    }

    private static func length(_ byte: UInt8) -> Int { byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4 }

    /// Bytes of the letter, digit or mark at a place; 0 when something else stands there.
    private static func letterLength(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
        let byte = text[place]
        if byte < 0x80 { return (byte | 32) &- 97 < 26 || byte &- 48 < 10 ? 1 : 0 }
        let length = length(byte)
        // What Swedish text mostly has here: its letters, dashes and quotation marks. × and ÷ stand among the letters.
        guard length > 1, place + length <= text.count, !(byte == 0xE2 && text[place + 1] == 0x80) else { return 0 }
        if byte == 0xC3 { return text[place + 1] == 0x97 || text[place + 1] == 0xB7 ? 0 : 2 }
        var value = UInt32(byte) & (0x7F >> UInt32(length))
        for offset in 1..<length { value = value << 6 | UInt32(text[place + offset] & 0x3F) }
        guard let scalar = Unicode.Scalar(value) else { return 0 }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber,
            .letterNumber, .otherNumber:
            return length
        default: return 0
        }
    }
}

/// Different words, numbered as they come.
package struct WordPool: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int32] = []
    private var hashes: [UInt64] = []
    private var slots: [Slot]

    /// A word's number, and half its hash: most others that a search for a slot meets are told by it.
    private struct Slot: Sendable {
        var hash: UInt32 = 0
        /// Negative where there is none.
        var number: Int32 = -1
    }

    package init() { slots = Array(repeating: Slot(), count: 1_024) }

    package var count: Int { ends.count }

    private func range(_ number: Int) -> Range<Int> { (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number]) }

    package func word(_ number: Int) -> ArraySlice<UInt8> { bytes[range(number)] }

    /// The number of a word, a new one when it is new.
    mutating func number(of word: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
        let upper = UInt32(truncatingIfNeeded: hash >> 32)
        var (known, free) = (-1, 0)
        slots.withUnsafeBufferPointer { slots in
            let mask = slots.count - 1
            free = Int(truncatingIfNeeded: hash) & mask
            while slots[free].number >= 0 {
                if slots[free].hash == upper, isWord(Int(slots[free].number), word) {
                    known = Int(slots[free].number)
                    return
                }
                free = (free + 1) & mask
            }
        }
        if known >= 0 { return known }
        slots[free] = Slot(hash: upper, number: Int32(ends.count))
        bytes += word
        ends.append(Int32(bytes.count))
        hashes.append(hash)
        if ends.count * 2 > slots.count { grow() }
        return ends.count - 1
    }

    private func isWord(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
        let range = range(number)
        return range.count == word.count && bytes.withUnsafeBufferPointer { memcmp($0.baseAddress! + range.lowerBound, word.baseAddress!, word.count) == 0 }
    }

    /// For each word of another pool its number in this one.
    mutating func add(_ other: WordPool) -> [Int32] {
        other.bytes.withUnsafeBufferPointer { bytes in
            (0..<other.count).map { Int32(number(of: UnsafeBufferPointer(rebasing: bytes[other.range($0)]), hash: other.hashes[$0])) }
        }
    }

    /// The numbers in the order of the words' bytes.
    func sorted() -> [Int] {
        bytes.withUnsafeBufferPointer { bytes in
            (0..<count).sorted { one, other in
                let (left, right) = (range(one), range(other))
                let order = memcmp(bytes.baseAddress! + left.lowerBound, bytes.baseAddress! + right.lowerBound, min(left.count, right.count))
                return order == 0 ? left.count < right.count : order < 0
            }
        }
    }

    private mutating func grow() {
        slots = Array(repeating: Slot(), count: slots.count * 2)
        let mask = slots.count - 1
        for (number, hash) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: hash) & mask
            while slots[slot].number >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Slot(hash: UInt32(truncatingIfNeeded: hash >> 32), number: Int32(number))
        }
    }
}
