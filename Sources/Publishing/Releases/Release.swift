import Model

/// A whole output as it is published: its files by path, each with the digest of its bytes.
package struct Release: Sendable, Equatable {
    package struct File: Sendable, Equatable {
        package let path: String
        /// SHA-256 as 64 hexadecimal digits.
        package let digest: String

        package init(path: String, digest: String) {
            (self.path, self.digest) = (path, digest)
        }
    }

    /// The list that a release carries, in the form that `sha256sum --check` reads.
    package static let manifestName = "MANIFEST.sha256"

    package let files: [File]

    package init(_ files: [File]) {
        self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    /// Nil for anything but a manifest. It may come from a server, and its paths are written to and removed: those that
    /// lead elsewhere are refused.
    package init?(manifest bytes: [UInt8]) {
        guard bytes.last == UInt8(ascii: "\n") else { return nil }
        var files: [File] = []
        for line in bytes.dropLast().split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let (digest, path) = (line.prefix(64), line.dropFirst(66))
            guard digest.count == 64, digest.allSatisfy(isHexadecimal), line.dropFirst(64).starts(with: "  ".utf8),
                let text = String(validating: path, as: UTF8.self), Self.isSafe(text)
            else { return nil }
            files.append(File(path: text, digest: String(decoding: digest, as: UTF8.self)))
        }
        self.init(files)
    }

    package var manifest: [UInt8] { Array(files.map { "\($0.digest)  \($0.path)\n" }.joined().utf8) }

    /// Of the manifest, and so of all that is published.
    package var digest: String { Fingerprint.text(of: manifest) }

    package var digests: [String: String] { Dictionary(files.map { ($0.path, $0.digest) }) { $1 } }

    /// Every folder that holds something, a folder before those in it; the release's own is not among them.
    package var folders: [String] {
        var folders: Set<String> = []
        for file in files {
            var folder = file.path.utf8.dropLast(0)
            while let slash = folder.lastIndex(of: UInt8(ascii: "/")) {
                folder = folder[..<slash]
                guard folders.insert(String(folder) ?? "").inserted else { break }
            }
        }
        return folders.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Whether a path stays in its folder, and can stand on one line of a manifest and of a batch of `sftp`.
    package static func isSafe(_ path: String) -> Bool {
        let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        return parts.allSatisfy { !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8) }
            && path.utf8.allSatisfy { $0 >= 32 && $0 != 127 && $0 != UInt8(ascii: "\\") }
    }
}

func isHexadecimal(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
}
