import Diagnostics
import Model

/// Whether the pictures that chapters show are there, and of a kind that no reader's browser runs anything in.
enum FigureFiles {
    private static let endings = [".png", ".jpg", ".jpeg", ".webp"]

    static func findings(_ edition: Edition, _ assets: AssetFiles) -> [Diagnostic] {
        edition.elements.compactMap { $0.content as? Chapter }.flatMap(\.figures).compactMap { figure in
            guard let file = figure.file, !file.value.isEmpty else { return nil }
            guard endings.contains(where: file.value.lowercased().hasSuffix) else {
                return Diagnostic(
                    "figure-kind", .error,
                    Message(
                        "”\(file.value)” kan inte visas. Bilder är PNG, JPEG eller WebP; en SVG-fil kan bära skript.",
                        en: "'\(file.value)' can't be shown. Pictures are PNG, JPEG or WebP; an SVG file may carry scripts."),
                    at: file.range)
            }
            guard assets.name(of: file.value, in: edition.folder) == nil else { return nil }
            return Diagnostic(
                "missing-figure", .error,
                Message(
                    "Bilden ”\(file.value)” finns inte. Lägg filen i \(edition.folder)/, eller rätta sökvägen.",
                    en: "The picture '\(file.value)' doesn't exist. Put the file in \(edition.folder)/, or correct the path."),
                at: file.range)
        }
    }
}
