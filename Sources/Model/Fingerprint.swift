import CCrypto

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

    /// Of all that an edition says: `sha256-` and the digest of its files, each by path in the edition's folder, length
    /// and bytes. Respondents answer the edition with this fingerprint and no other.
    package static func of(_ edition: Edition, _ catalog: Catalog) -> String {
        let context = EVP_MD_CTX_new()
        defer { EVP_MD_CTX_free(context) }
        EVP_DigestInit_ex(context, EVP_sha256(), nil)
        for file in edition.files.sorted(by: { catalog.map[$0].path.utf8.lexicographicallyPrecedes(catalog.map[$1].path.utf8) }) {
            let text = catalog.map[file]
            let head = Array(text.path.utf8.dropFirst(edition.folder.utf8.count + 1)) + "\n\(text.bytes.count)\n".utf8
            EVP_DigestUpdate(context, head, head.count)
            EVP_DigestUpdate(context, text.bytes, text.bytes.count)
        }
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        EVP_DigestFinal_ex(context, &digest, nil)
        return "sha256-" + hexadecimal(digest)
    }
}
