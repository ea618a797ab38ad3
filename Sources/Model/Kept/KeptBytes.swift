/// Writes what one run leaves for the next: numbers, texts and lists one after the other, in the machine's own order of
/// bytes. What reads it is the same program on the same machine; whoever keeps it says which program wrote it.
package struct KeptWriter: Sendable {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    // Not generic: from another module a generic one is asked for its types at every call.

    package mutating func number(_ number: Int) {
        withUnsafeBytes(of: Int64(number)) { bytes.append(contentsOf: $0) }
    }

    package mutating func data(_ data: ArraySlice<UInt8>) {
        number(data.count)
        bytes.append(contentsOf: data)
    }

    package mutating func data(_ data: [UInt8]) { self.data(data[...]) }

    package mutating func text(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            number(utf8.count)
            bytes.append(contentsOf: utf8)
        }
    }

    package mutating func texts(_ texts: [String]) { list(texts) { $0.text($1) } }

    package mutating func optional(_ number: Int?) { self.number(number ?? Int.min) }

    package mutating func list<Item>(_ items: [Item], _ write: (inout KeptWriter, Item) -> Void) {
        number(items.count)
        for item in items { write(&self, item) }
    }
}

/// Reads what a `KeptWriter` wrote, in the same order.
package struct KeptReader: Sendable {
    /// What was kept ends too early, or can't be what was written.
    package struct Damaged: Error {
        package init() {}
    }

    package let bytes: ArraySlice<UInt8>
    private var place: Int

    package init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        place = bytes.startIndex
    }

    package mutating func number() throws(Damaged) -> Int {
        guard bytes.endIndex - place >= 8 else { throw Damaged() }
        defer { place += 8 }
        return bytes.withUnsafeBytes { Int($0.loadUnaligned(fromByteOffset: place - bytes.startIndex, as: Int64.self)) }
    }

    package mutating func address() throws(Damaged) -> Address {
        guard let address = Address(try text()) else { throw Damaged() }
        return address
    }

    package mutating func optional() throws(Damaged) -> Int? {
        let number = try number()
        return number == Int.min ? nil : number
    }

    package mutating func data() throws(Damaged) -> ArraySlice<UInt8> {
        let count = try count()
        guard count <= bytes.endIndex - place else { throw Damaged() }
        defer { place += count }
        return bytes[place..<place + count]
    }

    package mutating func text() throws(Damaged) -> String { String(decoding: try data(), as: UTF8.self) }

    package mutating func texts() throws(Damaged) -> [String] { try list { (reader) throws(Damaged) in try reader.text() } }

    package mutating func list<Item>(_ read: (inout KeptReader) throws(Damaged) -> Item) throws(Damaged) -> [Item] {
        let count = try count()
        var items: [Item] = []
        items.reserveCapacity(min(count, bytes.endIndex - place))
        for _ in 0..<count { items.append(try read(&self)) }
        return items
    }

    private mutating func count() throws(Damaged) -> Int {
        let count = try number()
        guard count >= 0, count <= bytes.endIndex - place else { throw Damaged() }
        return count
    }
}
