import Foundation
import Model
import Publishing
import Testing

@Suite struct OutputFolderTests {
    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("styrdok-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }

    private func publish(_ files: [RenderedFile], to output: OutputFolder) throws -> Publication {
        try output.publish { sink in files.forEach(sink.accept) }
    }

    private func file(_ path: String, _ text: String) -> RenderedFile { RenderedFile(path: path, bytes: Array(text.utf8)) }

    @Test func `an unchanged build touches no file, and a change touches only its own`() throws {
        try withFolder { folder in
            let output = OutputFolder(folder + "/Output")
            #expect(try publish([file("a.html", "a"), file("b/c.html", "c")], to: output).written == 2)
            func inode(_ path: String) throws -> Int {
                try FileManager.default.attributesOfItem(atPath: folder + "/Output/" + path)[.systemFileNumber] as? Int ?? 0
            }
            let (first, second) = (try inode("a.html"), try inode("b/c.html"))
            #expect(try publish([file("a.html", "a"), file("b/c.html", "c")], to: output).written == 0)
            #expect(try inode("a.html") == first)
            let result = try publish([file("a.html", "a"), file("b/c.html", "ny")], to: output)
            #expect(result.written == 1 && result.unchanged == 1)
            #expect(try inode("a.html") == first)
            #expect(try inode("b/c.html") != second)
            #expect(try publish([file("a.html", "a")], to: output).removed == 1)
            #expect(!FileManager.default.fileExists(atPath: folder + "/Output/b/c.html"))
        }
    }

    @Test func `a folder that no build made is left alone`() throws {
        try withFolder { folder in
            try "mitt".write(toFile: folder + "/brev.txt", atomically: true, encoding: .utf8)
            #expect(throws: PublishingError.foreignFolder(folder)) { try publish([file("a.html", "a")], to: OutputFolder(folder)) }
            #expect(FileManager.default.fileExists(atPath: folder + "/brev.txt"))
        }
    }

    @Test func `a build that fails leaves the old output whole and nothing behind`() throws {
        try withFolder { folder in
            let output = OutputFolder(folder + "/Output")
            _ = try publish([file("a.html", "gammal")], to: output)
            // A file can't be a folder too.
            #expect(throws: PublishingError.self) { try publish([file("a.html", "ny"), file("b", "x"), file("b/c.html", "y")], to: output) }
            #expect(try String(contentsOfFile: folder + "/Output/a.html", encoding: .utf8) == "gammal")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["Output"])
        }
    }

    @Test func `a second build at the same time says who holds the lock, and changes nothing`() throws {
        try withFolder { folder in
            let output = OutputFolder(folder + "/Output")
            _ = try publish([file("a.html", "a")], to: output)
            #expect(throws: PublishingError.locked(holder: "\(getpid())")) {
                try output.publish { _ in _ = try self.publish([file("a.html", "b")], to: output) }
            }
            #expect(try String(contentsOfFile: folder + "/Output/a.html", encoding: .utf8) == "a")
        }
    }

    @Test func `leftovers of a killed build are cleaned by the next`() throws {
        try withFolder { folder in
            try FileManager.default.createDirectory(atPath: folder + "/.Output.99999", withIntermediateDirectories: true)
            _ = try publish([file("a.html", "a")], to: OutputFolder(folder + "/Output"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["Output"])
        }
    }
}
