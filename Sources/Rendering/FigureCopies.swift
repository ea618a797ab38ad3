import Model

/// The pictures that chapters show, each once, where the chapters look for them.
struct FigureCopies: Sendable {
    private let catalog: ResolvedCatalog

    init(_ catalog: ResolvedCatalog) {
        self.catalog = catalog
    }

    func files() -> [RenderedFile] {
        let folder = catalog.edition.folder
        let assets = catalog.catalog.assets
        let names = Set(catalog.all(Chapter.self).flatMap { $0.content.figures }.compactMap(\.file?.value))
        return names.sorted().compactMap { file in
            assets.name(of: file, in: folder).flatMap { assets.bytes(of: $0) }.map { RenderedFile(path: "\(folder)/\(file)", bytes: $0) }
        }
    }
}
