import Glibc

/// What a dictionary has said, kept between runs in a text file: `+ord`, `-ordd`, `=orden ord`.
struct WordMemory: Sendable {
    var known: [String: Bool] = [:]
    var stems: [String: [String]] = [:]

    /// More than any programme has; a file that grew past it is begun anew.
    private static let mostLines = 300_000

    init() {}

    /// - Parameter identity: of the dictionary that was asked; what another one said is forgotten.
    init?(file: String, of identity: String) {
        guard let bytes = Self.read(file) else { return nil }
        let lines = bytes.split(separator: 10)
        guard lines.count <= Self.mostLines, let first = lines.first, String(decoding: first, as: UTF8.self) == Self.heading(identity) else { return nil }
        known.reserveCapacity(lines.count)
        for line in lines.dropFirst() {
            let text = String(decoding: line.dropFirst(), as: UTF8.self)
            switch line.first {
            case UInt8(ascii: "+"): known[text] = true
            case UInt8(ascii: "-"): known[text] = false
            case UInt8(ascii: "="):
                let parts = text.split(separator: " ").map(String.init)
                if let word = parts.first { stems[word] = Array(parts.dropFirst()) }
            default: return nil
            }
        }
    }

    /// Whole or not at all; silent when the place refuses.
    func write(to file: String, of identity: String) {
        var text = Self.heading(identity) + "\n"
        for (word, isKnown) in known { text += (isKnown ? "+" : "-") + word + "\n" }
        for (word, stems) in stems where !stems.contains(where: { $0.contains(" ") }) { text += "=" + ([word] + stems).joined(separator: " ") + "\n" }
        if let slash = file.lastIndex(of: "/") {
            Self.makeFolder(String(file[..<slash]))
            Self.removeLeftovers(of: String(file[file.index(after: slash)...]), in: String(file[..<slash]))
        }
        let temporary = "\(file).\(getpid())"
        guard let stream = fopen(temporary, "w") else { return }
        let bytes = Array(text.utf8)
        let isWritten = fwrite(bytes, 1, bytes.count, stream) == bytes.count
        if fclose(stream) == 0, isWritten { rename(temporary, file) } else { unlink(temporary) }
    }

    /// What runs that were killed had begun to write; their process is the ending of the name.
    private static func removeLeftovers(of name: String, in folder: String) {
        guard let directory = opendir(folder) else { return }
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            let found = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            guard found.hasPrefix(name + "."), let process = Int32(found.dropFirst(name.utf8.count + 1)), kill(process, 0) != 0, errno == ESRCH else { continue }
            unlink("\(folder)/\(found)")
        }
    }

    private static func heading(_ identity: String) -> String { "styrdok ordminne 1 \(identity)" }

    private static func makeFolder(_ path: String) {
        guard access(path, F_OK) != 0 else { return }
        if let slash = path.lastIndex(of: "/"), slash != path.startIndex { makeFolder(String(path[..<slash])) }
        mkdir(path, 0o755)
    }

    private static func read(_ path: String) -> [UInt8]? {
        guard let stream = fopen(path, "r") else { return nil }
        defer { fclose(stream) }
        var status = stat()
        guard fstat(fileno(stream), &status) == 0, status.st_size < 1 << 26 else { return nil }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        let count = fread(&bytes, 1, bytes.count, stream)
        return count == bytes.count ? bytes : nil
    }
}
