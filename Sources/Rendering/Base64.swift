import Foundation

enum Base64 {
    static func text(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

    /// A picture as an address that holds it; nil for another file.
    static func address(of bytes: [UInt8], named name: String) -> String? {
        let types = ["png": "png", "jpg": "jpeg", "jpeg": "jpeg", "webp": "webp"]
        return name.split(separator: ".").last.flatMap { types[$0.lowercased()] }.map { "data:image/\($0);base64,\(text(bytes))" }
    }
}
