import Diagnostics
import Model

/// The folders that the project lists. Others are left out: a copy that somebody keeps beside is neither judged nor built.
struct ListedFolders {
    /// A folder that holds a document or a consultation, and isn't listed.
    private struct Unlisted {
        /// Below the content folder.
        let path: String
        let name: String
        let key: String
        let file: FileID
    }

    /// Names that stand in the list and have no folder.
    private var missing: [Diagnostic] = []
    private var unlisted: [Unlisted] = []
    private let documents: [String]

    init(_ map: SourceMap, _ project: Project?) {
        documents = project?.documents.map(\.value) ?? []
        guard let project else { return }
        look(for: project.documents, key: "dokument", below: "", marker: "program.yaml", in: map)
        look(for: project.consultations, key: "remisser", below: "remisser/", marker: "remiss.yaml", in: map)
    }

    private mutating func look(for listed: [Located<String>], key: String, below prefix: String, marker: String, in map: SourceMap) {
        guard !listed.isEmpty else { return }
        var files: [(name: String, file: FileID)] = []
        for (index, file) in map.files.enumerated() where file.path.hasSuffix("/" + marker) && file.path.hasPrefix(prefix) {
            let name = file.path.dropFirst(prefix.utf8.count).dropLast(marker.utf8.count + 1)
            if !name.isEmpty, !name.contains("/") { files.append((String(name), FileID(index))) }
        }
        let names = Set(listed.map(\.value))
        var left = files.filter { !names.contains($0.name) }
        for name in listed where !files.contains(where: { $0.name == name.value }) {
            let near = nearestName(to: name.value, among: left.map(\.name))
            // The folder that was meant is read: what refers to it is no mistake of its own.
            left.removeAll { $0.name == near }
            missing.append(.missingFolder(name, lacks: marker, below: prefix, in: map, near: near))
        }
        unlisted += left.map { Unlisted(path: prefix + $0.name, name: $0.name, key: key, file: $0.file) }
    }

    func leavesOut(_ path: String) -> Bool {
        unlisted.contains { path.hasPrefix($0.path + "/") }
    }

    /// As the project lists them.
    func inOrder(_ editions: [Edition]) -> [Edition] {
        let places = Dictionary(documents.enumerated().map { ($1, $0) }, uniquingKeysWith: min)
        return editions.enumerated().sorted { (places[$0.element.folder] ?? .max, $0.offset) < (places[$1.element.folder] ?? .max, $1.offset) }.map(\.element)
    }

    /// - Parameter named: folders that consultations are about, and where they say so. Without the folder there is no
    ///   consultation, so there it is an error.
    func diagnostics(named: [Located<String>]) -> [Diagnostic] {
        missing
            + unlisted.map { folder in
                let uses = folder.key == "dokument" ? named.filter { $0.value == folder.name } : []
                return Diagnostic(
                    "unlisted-folder", uses.isEmpty ? .warning : .error,
                    Message(
                        "Mappen \(folder.name) står inte under \(folder.key) i styrdok.yaml och byggs inte. Lägg till den där när den ska med.",
                        en: "The folder \(folder.name) is not listed under \(folder.key) in styrdok.yaml and is not built. Add it there when it is to be."),
                    at: .top(of: folder.file),
                    notes: uses.map { .init(Message("en remiss gäller den", en: "a consultation is about it"), at: $0.range) })
            }
    }
}

extension Diagnostic {
    /// A name of a folder that isn't there, or that holds nothing of the kind.
    static func missingFolder(_ name: Located<String>, lacks marker: String, below prefix: String, in map: SourceMap, near: String?) -> Diagnostic {
        let isThere = map.files.contains { $0.path.hasPrefix(prefix + name.value + "/") }
        let what =
            isThere
            ? Message("Mappen ”\(name.value)” har ingen \(marker).", en: "The folder '\(name.value)' has no \(marker).")
            : Message("Mappen ”\(name.value)” finns inte i innehållet.", en: "There is no folder '\(name.value)' in the content.")
        return Diagnostic(
            "missing-folder", .error,
            Message(
                what.swedish + (near.map { " Menade du ”\($0)”?" } ?? " Lägg till den, eller ta bort namnet."),
                en: what.english + (near.map { " Did you mean '\($0)'?" } ?? " Add it, or remove the name.")),
            at: name.range,
            fixes: near.map { near in
                [.init(Message("skriv ”\(near)”", en: "write '\(near)'"), replacing: name.range, with: near, isCertain: isSameName(name.value, near))]
            } ?? [])
    }
}
