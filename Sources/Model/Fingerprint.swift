import CCrypto
import Diagnostics
import Synchronization

/// SHA-256, as fingerprints of texts are told.
package enum Fingerprint {
    package static func sha256(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        let isDone: Void? = bytes.withContiguousStorageIfAvailable { _ = SHA256($0.baseAddress, $0.count, &digest) }
        return isDone == nil ? sha256(Array(bytes)) : digest
    }

    /// As 64 hexadecimal digits.
    package static func text(of bytes: some Collection<UInt8>) -> String { hexadecimal(sha256(bytes)) }

    private static func hexadecimal(_ digest: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// Of all that an edition says: `sha256-` and the digest of its files, each by path in the edition's folder and SHA-256,
    /// in the order of the paths. Respondents answer the edition with this fingerprint and no other.
    package static func of(_ edition: Edition, _ catalog: Catalog) -> String {
        ofEdition(edition.files.map { (catalog.map[$0].path, catalog.digests[$0]) })
    }

    /// - Parameter files: paths in the content, and digests.
    package static func ofEdition(_ files: [(path: String, digest: ArraySlice<UInt8>)]) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(files.count * 80)
        for (path, digest) in files.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
            bytes += path.utf8.drop { $0 != UInt8(ascii: "/") }
            bytes.append(0)
            bytes += digest
        }
        return "sha256-" + text(of: bytes)
    }
}

/// The SHA-256 of each file, made when one is first asked for.
package final class FileDigests: Sendable {
    package static let size = Int(SHA256_DIGEST_LENGTH)

    private let map: SourceMap
    private let made = Mutex<[UInt8]?>(nil)

    package init(_ map: SourceMap) { self.map = map }

    package subscript(file: FileID) -> ArraySlice<UInt8> { all[Int(file.index) * Self.size..<(Int(file.index) + 1) * Self.size] }

    /// One after the other, in the order of the files.
    package var all: [UInt8] {
        made.withLock { made in
            if let made { return made }
            let all = Array(map.files.parallelMap(runLength: 64) { Fingerprint.sha256($0.bytes) }.joined())
            made = all
            return all
        }
    }
}
