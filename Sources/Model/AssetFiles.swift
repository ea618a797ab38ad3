/// Files of the content that are not text of ours: pictures that figures show.
package struct AssetFiles: Sendable {
    package let names: Set<String>
    package let load: @Sendable (String) -> [UInt8]?

    /// - Parameter load: reads one of the names; nil when it can't be read.
    package init(_ names: some Sequence<String>, load: @escaping @Sendable (String) -> [UInt8]?) {
        self.names = Set(names)
        self.load = load
    }

    package static let none = AssetFiles([]) { _ in nil }

    /// The asset that a file of an edition names, relative to the edition's folder; nil when it isn't there.
    package func name(of file: String, in folder: String) -> String? {
        let name = folder + "/" + file
        return names.contains(name) ? name : nil
    }

    package func bytes(of name: String) -> [UInt8]? { names.contains(name) ? load(name) : nil }
}
