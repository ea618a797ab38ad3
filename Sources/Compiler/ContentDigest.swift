import Diagnostics
import Model
import Reading

/// What stands in a content folder, as one word: a build notes it in its manifest, so that one who publishes is told when
/// the content has changed since.
package enum ContentDigest {
    package static func of(_ files: ContentFiles) -> String { of(paths: files.map.files.map(\.path), FileDigests(files.map).all[...], assets(files.assets)) }

    static func of(_ catalog: Catalog) -> String { of(paths: catalog.map.files.map(\.path), catalog.digests.all[...], assets(catalog.assets)) }

    /// - Parameters:
    ///   - paths: of the texts.
    ///   - digests: SHA-256 of each, one after the other.
    ///   - assets: as of `assets`.
    static func of(paths: [String], _ digests: ArraySlice<UInt8>, _ assets: [UInt8]) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(digests.count * 3)
        for (index, path) in paths.enumerated() {
            bytes += path.utf8
            bytes.append(0)
            bytes += digests[(digests.startIndex + index * FileDigests.size)...].prefix(FileDigests.size)
        }
        return Fingerprint.text(of: bytes + assets)
    }

    /// Each by name and SHA-256, in the order of the names.
    static func assets(_ assets: AssetFiles) -> [UInt8] {
        assets.names.sorted().flatMap { Array($0.utf8) + [0] + Fingerprint.sha256(assets.bytes(of: $0) ?? []) }
    }
}
