import Foundation

/// A folder of this process for what comes from a server and what goes there beside the files themselves.
struct TemporaryFolder {
    private static let prefix = "styrdok-publish."
    let path: String

    static func use<Result>(_ work: (TemporaryFolder) throws -> Result) throws -> Result {
        let folder = try TemporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder.path) }
        return try work(folder)
    }

    private init() throws {
        let parent = FileManager.default.temporaryDirectory.path
        // A killed process couldn't remove its own.
        for name in (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? [] {
            guard name.hasPrefix(Self.prefix), let process = Int32(name.dropFirst(Self.prefix.count)) else { continue }
            if process == getpid() || kill(process, 0) != 0 && errno == ESRCH { try? FileManager.default.removeItem(atPath: "\(parent)/\(name)") }
        }
        path = "\(parent)/\(Self.prefix)\(getpid())"
        guard mkdir(path, 0o700) == 0 else { throw PublishingError.failed(path, errno: errno) }
    }

    func write(_ bytes: some Collection<UInt8>, as name: String) throws -> String {
        let file = "\(path)/\(name)"
        do { try Data(bytes).write(to: URL(fileURLWithPath: file)) } catch { throw PublishingError.failed(file, errno: errno) }
        return file
    }
}
