import Diagnostics

/// What libyaml takes and JSON doesn't allow: other programs would refuse the file.
struct JSONChecks {
    private enum Expected { case value, valueOrEnd, key, keyOrEnd, colon, commaOrEnd, nothing }

    private let bytes: [UInt8]
    private let file: FileID
    private var index: Int
    private var expected = Expected.value
    /// The brackets that are open.
    private var open: [UInt8] = []
    /// The last comma, while nothing but blanks has come after it.
    private var comma: Int?

    /// The first of it, in a text that is YAML.
    static func finding(_ bytes: [UInt8], from start: Int, file: FileID) -> Diagnostic? {
        var checks = JSONChecks(bytes: bytes, file: file, index: start)
        while checks.index < bytes.count {
            if let finding = checks.token() { return finding }
        }
        return nil
    }

    private init(bytes: [UInt8], file: FileID, index: Int) {
        self.bytes = bytes
        self.file = file
        self.index = index
    }

    private mutating func token() -> Diagnostic? {
        let byte = bytes[index]
        if [32, 9, 10, 13].contains(byte) {
            index += 1
            return nil
        }
        defer { if byte != UInt8(ascii: ",") { comma = nil } }
        switch byte {
        case UInt8(ascii: "\""):
            guard let next = expected == .key || expected == .keyOrEnd ? Expected.colon : afterValue else { return unexpected() }
            expected = next
            return string()
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            guard afterValue != nil else { return unexpected() }
            open.append(byte)
            expected = byte == UInt8(ascii: "[") ? .valueOrEnd : .keyOrEnd
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
            if let comma { return trailing(comma, before: byte) }
            let isPair = open.last == (byte == UInt8(ascii: "]") ? UInt8(ascii: "[") : UInt8(ascii: "{"))
            guard isPair, expected == .commaOrEnd || expected == .valueOrEnd || expected == .keyOrEnd else { return unexpected() }
            open.removeLast()
            expected = open.isEmpty ? .nothing : .commaOrEnd
        case UInt8(ascii: ","):
            guard expected == .commaOrEnd else { return unexpected() }
            expected = open.last == UInt8(ascii: "[") ? .value : .key
            comma = index
        case UInt8(ascii: ":"):
            guard expected == .colon else { return unexpected() }
            expected = .value
        default:
            let first = index
            while index < bytes.count, isWord(bytes[index]) { index += 1 }
            let word = bytes[first..<index]
            guard word.elementsEqual("true".utf8) || word.elementsEqual("false".utf8) || word.elementsEqual("null".utf8) || isNumber(word) else {
                return finding(
                    "Det här är inte JSON. Text och nycklar står inom raka citattecken, och kommentarer finns inte.",
                    en: "This is not JSON. Texts and keys stand in straight quotation marks, and there are no comments.", at: first..<max(index, first + 1))
            }
            guard let next = afterValue else {
                index = first
                return unexpected()
            }
            expected = next
            return nil
        }
        index += 1
        return nil
    }

    /// What comes after a value that begins here; nil where none can.
    private var afterValue: Expected? {
        guard expected == .value || expected == .valueOrEnd else { return nil }
        return open.isEmpty ? .nothing : .commaOrEnd
    }

    /// Past the string that begins here.
    private mutating func string() -> Diagnostic? {
        index += 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
            if bytes[index] < 32 {
                return finding(
                    "En text i JSON står på en rad, utan tabbar. Skriv \\n där raden bryts.", en: "A text in JSON stands on one line, without tabs. Write \\n where a line breaks.",
                    at: index..<index + 1)
            }
            if bytes[index] == UInt8(ascii: "\\") {
                guard index + 1 < bytes.count, "\"\\/bfnrtu".utf8.contains(bytes[index + 1]) else {
                    return finding(
                        "Tecknet efter \\ har ingen betydelse i JSON. Skriv \\\\ för ett omvänt snedstreck.", en: "The character after \\ means nothing in JSON. Write \\\\ for a backslash.",
                        at: index..<min(index + 2, bytes.count))
                }
                index += 1
            }
            index += 1
        }
        index += 1
        return nil
    }

    private func unexpected() -> Diagnostic {
        let what: (String, String) =
            switch expected {
            case .value, .valueOrEnd: ("ett värde", "a value")
            case .key, .keyOrEnd: ("en nyckel inom raka citattecken", "a key in straight quotation marks")
            case .colon: ("ett kolon och ett värde: varje nyckel har ett", "a colon and a value: each key has one")
            case .commaOrEnd: ("ett komma eller slutet", "a comma or the end")
            case .nothing: ("inget mer", "nothing more")
            }
        return finding("Det här är inte JSON. Här väntas \(what.0).", en: "This is not JSON. Expected here is \(what.1).", at: index..<index + 1)
    }

    private func trailing(_ comma: Int, before byte: UInt8) -> Diagnostic {
        let range = SourceRange(file: file, comma..<comma + 1)
        let close = byte == UInt8(ascii: "]") ? "]" : "}"
        return Diagnostic(
            "bad-json", .error,
            Message("Kommat här är ett för mycket: efter det sista före \(close) står inget komma.", en: "The comma here is one too many: none stands after the last before \(close)."),
            at: range, fixes: [.init(Message("ta bort kommat", en: "remove the comma"), replacing: range, with: "", isCertain: true)])
    }

    private func finding(_ swedish: String, en english: String, at range: Range<Int>) -> Diagnostic {
        Diagnostic("bad-json", .error, Message(swedish, en: english), at: SourceRange(file: file, range))
    }

    private func isWord(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (97...122).contains(byte | 0x20) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
    }

    /// As JSON writes them: no zero before another digit, digits on both sides of the point.
    private func isNumber(_ word: ArraySlice<UInt8>) -> Bool {
        var rest = word
        func digits() -> Int {
            let count = rest.prefix { (48...57).contains($0) }.count
            rest = rest.dropFirst(count)
            return count
        }
        if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
        let hasZero = rest.first == 48
        let whole = digits()
        guard whole == 1 || whole > 1 && !hasZero else { return false }
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            guard digits() > 0 else { return false }
        }
        if rest.first.map({ $0 | 0x20 }) == UInt8(ascii: "e") {
            rest = rest.dropFirst()
            if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
            guard digits() > 0 else { return false }
        }
        return rest.isEmpty
    }
}
