import Diagnostics
import Model

/// Files → `Catalog`.
package enum CatalogReader {
    package static func read(_ files: ContentFiles) -> Checked<Catalog> {
        let map = files.map
        let projectFile = map.files.firstIndex { $0.path == "styrdok.yaml" }
        // What it lists says which of the others are read.
        let project = projectFile.map { self.read(map.files[$0], file: FileID($0)) }
        let listed = ListedFolders(map, project?.project)
        let isLeftOut = map.files.map { listed.leavesOut($0.path) }
        let read = map.files.indices.parallelMap { index in
            if isLeftOut[index] || files.refused.contains(FileID(index)) { return ReadFile() }
            if index == projectFile, let project { return project }
            return self.read(map.files[index], file: FileID(index))
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
        if read.contains(where: { !$0.bracketed.isEmpty }) {
            let keys = Set(read.lazy.flatMap(\.bibliography).map(\.key.value))
            diagnostics += read.flatMap(\.bracketed).filter { keys.contains($0.value) }.map(bareCitation)
        }
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
        diagnostics += strayFiles(files.assets, beside: map, listed)
        return Checked(
            Catalog(
                map: map, project: project?.project ?? Project(), editions: editions, consultations: consultations,
                bibliography: read.flatMap(\.bibliography), sites: read.map(\.sites),
                texts: read.map(\.texts), leftovers: read.flatMap(\.leftovers), assets: files.assets, unread: unread(map, read, refused: files.refused.filter { !isLeftOut[Int($0.index)] })),
            diagnostics)
    }

    private static func bareCitation(_ key: Located<String>) -> Diagnostic {
        Diagnostic(
            "bare-citation", .error,
            Message(
                "”\(key.value)” är en källa, men det här är ingen källhänvisning: snabel-a saknas. Skriv [@\(key.value)].",
                en: "'\(key.value)' is a source, but this is no citation: the @ is missing. Write [@\(key.value)]."),
            at: key.range,
            fixes: [.init(Message("skriv [@\(key.value)]", en: "write [@\(key.value)]"), replacing: key.range, with: "@\(key.value)")])
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
        let parts = text.path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map { String(Substring($0)) }
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
        let registers = ElementKind.allCases.compactMap { kind -> String? in if case .register(let name) = kind.home { name } else { nil } }
        guard parts.count > 1, parts[0] != "remisser" else {
            return nearestName(to: parts[0], among: ["styrdok.yaml", "referenser.json"]).map { " Menade du ”\($0)”?" } ?? ""
        }
        if parts.count == 2 { return nearestName(to: parts[1], among: registers + ["program.yaml", "ordlista.yaml"]).map { " Menade du ”\($0)”?" } ?? "" }
        if folders.contains(parts[1]) { return " Filer här slutar på .md." }
        // By the kind's own name too: teori for teorier.
        let meant = ElementKind.allCases.first { isSameName($0.name.singular, parts[1]) || isSameName($0.rawValue, parts[1]) }.flatMap(folder(of:))
        return (meant ?? nearestName(to: parts[1], among: folders)).map { " Menade du mappen ”\($0)”?" } ?? ""
    }

    /// The folders of Markdown files in an edition.
    private static let folders = ElementKind.allCases.compactMap(folder(of:))

    private static func folder(of kind: ElementKind) -> String? {
        if case .folder(let name) = kind.home { name } else { nil }
    }

    /// Files of no kind that is read, where the files of a kind lie: a text that was saved under another ending. They have no
    /// text here, so it is told at the programme.
    private static func strayFiles(_ assets: AssetFiles, beside map: SourceMap, _ listed: ListedFolders) -> [Diagnostic] {
        assets.names.sorted().compactMap { name in
            let parts = name.split(separator: "/").map(String.init)
            guard let file = parts.last, parts.count > 1, !listed.leavesOut(name), let index = map.files.firstIndex(where: { $0.path == "\(parts[0])/program.yaml" }) else { return nil }
            let isHidden = [".md.", ".yaml.", ".json."].contains(where: file.contains) || file.hasSuffix(".yml") || file.hasSuffix(".markdown")
            guard isHidden || (parts.count == 3 && folders.contains(parts[1]) && file.hasSuffix(".txt")) else { return nil }
            let ending = parts.count == 2 ? ".yaml" : ".md"
            return Diagnostic(
                "stray-file", .warning,
                Message(
                    "Filen \(parts.dropFirst().joined(separator: "/")) läses inte: namnet slutar inte på \(ending). Byt namn på den, eller ta bort den.",
                    en: "The file \(parts.dropFirst().joined(separator: "/")) is not read: its name doesn't end in \(ending). Rename it, or remove it."),
                at: .top(of: FileID(index)))
        }
    }
}
