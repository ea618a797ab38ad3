import Diagnostics
import Model

/// Files → `Catalog`.
package enum CatalogReader {
    package static func read(_ files: ContentFiles) -> Checked<Catalog> {
        let map = files.map
        let projectFile = map.files.firstIndex { $0.path == "styrdok.yaml" }
        let project = projectFile.flatMap { self.read(map.files[$0], file: FileID($0)).project }
        let listed = ListedFolders(map, project)
        let isLeftOut = map.files.map { listed.leavesOut($0.path) }
        let read = map.files.indices.parallelMap { index in
            isLeftOut[index] || files.refused.contains(FileID(index)) ? ReadFile() : self.read(map.files[index], file: FileID(index))
        }
        var diagnostics = files.diagnostics.filter { !isLeftOut[Int($0.range.file.index)] }
        for file in read { diagnostics += file.diagnostics }

        var editions: [Edition] = []
        let folders = map.files.indices.filter { map.files[$0].path.hasSuffix("/program.yaml") }
        for index in folders {
            let folder = String(map.files[index].path.dropLast("/program.yaml".utf8.count))
            guard !folder.contains("/"), let programme = read[index].programme else { continue }
            let members = map.files.indices.filter { map.files[$0].path.hasPrefix(folder + "/") }
            let byKind = Dictionary(grouping: members.lazy.flatMap { read[$0].elements }, by: \.address.kind)
            let elements = elementTypes.flatMap { byKind[$0.elementKind] ?? [] }
            editions.append(
                Edition(folder: folder, file: FileID(index), programme: programme, elements: elements,
                    words: members.flatMap { read[$0].wordList?.words ?? [] }, files: members.map { FileID($0) }, misread: read[index].misread))
        }
        editions = listed.inOrder(editions)
        let consultations = consultations(map, read)
        let named = consultations.flatMap { [$0.consultation.document, $0.consultation.newEdition].compactMap(\.self) }
        diagnostics += listed.diagnostics(named: named)
        let names = folders.map { String(map.files[$0].path.dropLast("/program.yaml".utf8.count)) }
        for name in named where !names.contains(name.value) {
            diagnostics.append(.missingFolder(name, lacks: "program.yaml", below: "", in: map, near: nearestName(to: name.value, among: names)))
        }
        // Where a file was not understood, that has been told.
        if editions.isEmpty, !map.files.isEmpty, !diagnostics.contains(where: { $0.severity == .error }) {
            diagnostics.append(
                Diagnostic(
                    "missing-programme", .error,
                    Message("Innehållet har inget program. Lägg en mapp med program.yaml här.", en: "There is no programme. Put a folder with program.yaml here."),
                    at: .top(of: FileID(0))))
        }
        if projectFile == nil {
            // Told at the first file there is; with no file at all there is nothing to point at, and the command says so.
            if !map.files.isEmpty {
                diagnostics.append(
                    Diagnostic(
                        "missing-project", .error,
                        Message("Filen styrdok.yaml saknas överst i innehållet.", en: "There is no styrdok.yaml at the top of the content."),
                        at: .top(of: FileID(0))))
            }
        }
        return Checked(
            Catalog(
                map: map, project: project ?? Project(), editions: editions, consultations: consultations,
                bibliography: read.flatMap(\.bibliography), sites: read.map(\.sites),
                texts: read.map(\.texts), leftovers: read.flatMap(\.leftovers), assets: files.assets, unread: unread(map, read, refused: files.refused.filter { !isLeftOut[Int($0.index)] })),
            diagnostics)
    }

    /// What may be missing only because its file couldn't be read.
    private static func unread(_ map: SourceMap, _ read: [ReadFile], refused: Set<FileID>) -> Catalog.Unread {
        var unread = Catalog.Unread()
        for index in map.files.indices where read[index].isUnreadable || refused.contains(FileID(index)) {
            let parts = map.files[index].path.split(separator: "/").map(String.init)
            if parts == ["referenser.json"] { (unread.hasSources, unread.hasNames) = (true, true) }
            if parts.count == 2, parts[1] == "ordlista.yaml" { unread.hasNames = true }
            guard parts.count > 1 else { continue }
            if parts[0] == "remisser" { unread.consultations.insert(parts[1]) }
            unread.kinds.formUnion(ElementKind.allCases.filter { $0.home == (parts.count == 2 ? .register(parts[1]) : .folder(parts[1])) })
        }
        return unread
    }

    private static func consultations(_ map: SourceMap, _ read: [ReadFile]) -> [ConsultationFile] {
        let indices = map.files.indices.filter { map.files[$0].path.hasPrefix("remisser/") }
        let byFolder = Dictionary(grouping: indices) { map.files[$0].path.split(separator: "/", maxSplits: 2).dropFirst().first.map(String.init) ?? "" }
        return indices.compactMap { index -> ConsultationFile? in
            guard let consultation = read[index].consultation else { return nil }
            let folder = String(map.files[index].path.split(separator: "/")[1])
            let members = byFolder[folder] ?? []
            let prefix = "remisser/\(folder)/svar/"
            let places = Dictionary(consultation.respondents.enumerated().compactMap { place, respondent in respondent.id.map { ($0.value, place) } }, uniquingKeysWith: min)
            func place(_ file: ResponseFile) -> Int { file.response.respondent.flatMap { places[$0.value] } ?? Int.max }
            let responses = members.compactMap { answer -> ResponseFile? in
                guard let response = read[answer].response else { return nil }
                return ResponseFile(file: FileID(answer), slug: String(map.files[answer].path.dropFirst(prefix.count).dropLast(".yaml".count)), response: response)
            }
            let disposing = members.first { read[$0].dispositions != nil }
            return ConsultationFile(
                folder: folder, file: FileID(index), consultation: consultation,
                responses: responses.enumerated().sorted { (place($0.element), $0.offset) < (place($1.element), $1.offset) }.map(\.element),
                dispositionFile: disposing.map { FileID($0) }, dispositions: disposing.flatMap { read[$0].dispositions } ?? [])
        }
    }

    private static func read(_ text: SourceText, file: FileID) -> ReadFile {
        let parts = text.path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        switch (parts.count, parts[0], parts.last!) {
        case (1, "styrdok.yaml", _): return .record(text, file: file, into: \.project)
        case (1, "referenser.json", _): return .bibliography(text, file: file)
        case (3, "remisser", "remiss.yaml"): return .record(text, file: file, into: \.consultation)
        case (3, "remisser", "hantering.yaml"): return .records(text, file: file, into: \.dispositions)
        case (4, "remisser", let name) where parts[2] == "svar" && name.hasSuffix(".yaml"):
            return .record(text, file: file, into: \.response)
        case (2, _, "ordlista.yaml"): return .record(text, file: file, into: \.wordList)
        case (2, _, "program.yaml"): return .record(text, file: file, into: \.programme)
        case (2, _, let name):
            if let kind = ElementKind.allCases.first(where: { $0.home == .register(name) }) { return .register(text, file: file, kind: kind) }
        case (3, _, let name) where name.hasSuffix(".md"):
            if let kind = ElementKind.allCases.first(where: { $0.home == .folder(parts[1]) }) { return .markdown(text, file: file, kind: kind) }
        default: break
        }
        var unread = ReadFile()
        unread.diagnostics = [
            Diagnostic(
                "stray-file", .warning,
                Message(
                    "Filen läses inte: inget väntas här med det namnet." + hint(parts),
                    en: "The file is not read: nothing of this name is expected here."),
                at: .top(of: file))
        ]
        return unread
    }

    private static func hint(_ parts: [String]) -> String {
        let names = ElementKind.allCases.map { kind -> String in
            switch kind.home {
            case .folder(let name), .register(let name): name
            }
        }
        return nearestName(to: parts.count > 1 ? parts[1] : parts[0], among: names).map { " Menade du ”\($0)”?" } ?? ""
    }
}
