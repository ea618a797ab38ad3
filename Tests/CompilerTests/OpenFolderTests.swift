import Foundation
import Model
import Testing

@Suite struct OpenFolderTests {
    @Test func `a folder tells files, folders and the rest apart, and which names are not UTF-8`() throws {
        let path = NSTemporaryDirectory() + "styrdok-mapp-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path + "/mapp", withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data().write(to: URL(fileURLWithPath: path + "/.dold"))
        try FileManager.default.createSymbolicLink(atPath: path + "/länk", withDestinationPath: "mapp")
        let strange = Array(path.utf8CString.dropLast()) + [47, CChar(bitPattern: 0xE5), 0]
        close(open(strange, O_CREAT | O_WRONLY, 0o600))

        let folder = try #require(OpenFolder(path))
        for _ in 1...2 {
            let kinds = Dictionary(uniqueKeysWithValues: folder.entries().map { ($0.name, $0.kind) })
            #expect(kinds == ["mapp": .folder, ".dold": .file, "länk": .other, nil: .file])
        }
    }

    @Test func `a folder that isn't there gives the reason, and a link is not followed unless it may be`() throws {
        let path = NSTemporaryDirectory() + "styrdok-mapp-\(UUID().uuidString)"
        #expect(OpenFolder(path) == nil && errno == ENOENT)
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: NSTemporaryDirectory())
        defer { unlink(path) }
        #expect(OpenFolder(path) != nil)
        #expect(OpenFolder(path, followsLink: false) == nil)
    }
}
