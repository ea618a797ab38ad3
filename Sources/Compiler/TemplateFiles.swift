import Foundation
import Rendering

extension Templates {
    /// Reads `sida.mustache` and `stil.css` from a folder.
    package static func read(from folder: String) throws -> Templates {
        func file(_ name: String) throws -> Data {
            guard let data = FileManager.default.contents(atPath: folder + "/" + name) else { throw MissingTemplate(path: folder + "/" + name) }
            return data
        }
        return Templates(page: String(decoding: try file("sida.mustache"), as: UTF8.self), stylesheet: Array(try file("stil.css")))
    }
}

package struct MissingTemplate: Error {
    package let path: String
}
