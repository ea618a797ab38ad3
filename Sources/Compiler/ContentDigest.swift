import Diagnostics
import Foundation
import Model
import Reading

/// What stands in a content folder, as one word: a build notes it in its manifest, so that one who publishes is told when
/// the content has changed since.
package enum ContentDigest {
    package static func of(_ files: ContentFiles) -> String { of(files.map, files.assets) }

    static func of(_ map: SourceMap, _ assets: AssetFiles) -> String {
        let texts = map.files.parallelMap(runLength: 64) { line($0.path, $0.bytes) }
        let others = assets.names.sorted().map { line($0, assets.bytes(of: $0) ?? []) }
        return Fingerprint.text(of: Array((texts + others).sorted().joined().utf8))
    }

    private static func line(_ path: String, _ bytes: [UInt8]) -> String { "\(Fingerprint.text(of: bytes))  \(path)\n" }
}
