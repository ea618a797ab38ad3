import Diagnostics
import Model

/// The folders that `styrdok.yaml` names: what lies in others is left out, so that a draft or a copy is not published.
struct ListedFolders {
    private(set) var diagnostics: [Diagnostic] = []
    private let documents: [String]
    /// With the slash at the end.
    private var leftOut: Set<String> = []

    init(_ project: Project, _ map: SourceMap) {
        documents = project.documents.map(\.value)
        judge(project.documents, "dokument", found: Self.folders(of: "program.yaml", below: "", map), below: "")
        // Many have no consultation: only who lists some has left others out.
        judge(project.consultations, "remisser", found: Self.folders(of: "remiss.yaml", below: "remisser/", map), below: "remisser/")
    }

    func leavesOut(_ path: String) -> Bool {
        guard !leftOut.isEmpty, let slash = path.firstIndex(of: "/") else { return false }
        if leftOut.contains(String(path[...slash])) { return true }
        return path[path.index(after: slash)...].firstIndex(of: "/").map { leftOut.contains(String(path[...$0])) } ?? false
    }

    /// As the project lists them.
    func inOrder(_ editions: [Edition]) -> [Edition] {
        let places = Dictionary(documents.enumerated().map { ($1, $0) }, uniquingKeysWith: min)
        return editions.enumerated().sorted { (places[$0.element.folder] ?? .max, $0.offset) < (places[$1.element.folder] ?? .max, $1.offset) }.map(\.element)
    }

    private static func folders(of file: String, below root: String, _ map: SourceMap) -> [(name: String, file: FileID)] {
        map.files.indices.compactMap { index in
            let path = map.files[index].path
            guard path.hasPrefix(root), path.hasSuffix("/" + file) else { return nil }
            let name = path.dropFirst(root.count).dropLast(file.count + 1)
            return name.isEmpty || name.contains("/") ? nil : (String(name), FileID(index))
        }
    }

    private mutating func judge(_ listed: [Located<String>], _ key: String, found: [(name: String, file: FileID)], below root: String) {
        guard !listed.isEmpty else { return }
        let missing = listed.filter { name in !found.contains { $0.name == name.value } }
        // What a misspelt name means is told there.
        let meant = Set(missing.compactMap { nearestName(to: $0.value, among: found.map(\.name)) })
        for folder in found where !listed.contains(where: { $0.value == folder.name }) {
            leftOut.insert(root + folder.name + "/")
            guard !meant.contains(folder.name) else { continue }
            diagnostics.append(
                Diagnostic(
                    "unlisted-folder", .warning,
                    Message(
                        "Mappen \(root)\(folder.name) står inte under ”\(key)” i styrdok.yaml. Den granskas och byggs inte. Lägg till ”\(folder.name)” där när den ska med.",
                        en: "The folder \(root)\(folder.name) is not listed as '\(key)' in styrdok.yaml. It is neither judged nor built. Add '\(folder.name)' there to have it included."),
                    at: .top(of: folder.file)))
        }
        for name in missing {
            let near = nearestName(to: name.value, among: found.map(\.name))
            diagnostics.append(
                Diagnostic(
                    "missing-folder", .error,
                    Message(
                        "Mappen \(root)\(name.value) finns inte, eller saknar \(root.isEmpty ? "program.yaml" : "remiss.yaml")." + (near.map { " Menade du ”\($0)”?" } ?? ""),
                        en: "There is no folder \(root)\(name.value), or it lacks its file." + (near.map { " Did you mean '\($0)'?" } ?? "")),
                    at: name.range))
        }
    }
}
