import Foundation
import Model
import Synchronization

/// A program of the system that does a part of the work: bounded in time and in what it may say.
package struct ExternalTool: Sendable {
    package enum Failure: Error, Equatable {
        case missing(String)
        case slow(String, seconds: Int)
        case failed(String, said: String)
    }

    private static let mostBytes = 1 << 28

    package let name: String
    package let seconds: Int

    /// Variables set over those of this process.
    package let environment: [String: String]
    /// Where it is looked for before the folders of `PATH`.
    private let folders: [String]

    /// - Parameter name: a name to look for, or a path.
    package init(_ name: String, seconds: Int = 60, environment: [String: String] = [:], folders: [String] = []) {
        self.name = name
        self.seconds = seconds
        self.environment = environment
        self.folders = folders
    }

    /// The same program with more said to it.
    package func with(_ variables: [String: String]) -> ExternalTool {
        ExternalTool(name, seconds: seconds, environment: environment.merging(variables) { $1 }, folders: folders)
    }

    /// Place, size and time of the program: another version is another file. Nil when it is missing.
    package var identity: String? {
        guard let path = Self.find(name, in: folders), let facts = try? FileManager.default.attributesOfItem(atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path)
        else { return nil }
        let changed = (facts[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        return "\(path) \(facts[.size] ?? 0) \(changed)"
    }

    /// What the program writes when it is given the input.
    package func run(_ arguments: [String], input: [UInt8]) throws(Failure) -> [UInt8] {
        guard let path = Self.find(name, in: folders) else { throw .missing(name) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        if !environment.isEmpty { process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 } }
        let (into, out, wrong) = (Pipe(), Pipe(), Pipe())
        (process.standardInput, process.standardOutput, process.standardError) = (into, out, wrong)
        do { try process.run() } catch { throw .failed(name, said: "\(error)") }
        // A program that ends before it has heard all would else end this one too; the write fails instead.
        signal(SIGPIPE, SIG_IGN)
        // Each stream on a thread of its own: a program that says much before it has heard all would wait for ever.
        let written = Meanwhile {
            try? into.fileHandleForWriting.write(contentsOf: Data(input))
            try? into.fileHandleForWriting.close()
        }
        let said = Meanwhile { (try? out.fileHandleForReading.readToEnd()) ?? Data() }
        let told = Meanwhile { (try? wrong.fileHandleForReading.readToEnd()) ?? Data() }
        let deadline = DispatchTime.now() + .seconds(seconds)
        let ended = Meanwhile { process.waitUntilExit() }
        guard ended.isReady(by: deadline) else {
            kill(process.processIdentifier, SIGKILL)
            throw .slow(name, seconds: seconds)
        }
        _ = written
        // A child that it left behind may hold its streams open.
        guard told.isReady(by: deadline), said.isReady(by: deadline) else { throw .slow(name, seconds: seconds) }
        let text = String(decoding: told.value.prefix(2_000), as: UTF8.self)
        guard process.terminationStatus == 0 else { throw .failed(name, said: text) }
        guard said.value.count <= Self.mostBytes else { throw .failed(name, said: "svarade med för mycket") }
        return Array(said.value)
    }

    /// Where the program is; nil when it isn't installed.
    /// - Parameter folders: looked in before those of `PATH`.
    package static func find(_ name: String, in folders: [String] = []) -> String? {
        if name.contains("/") { return FileManager.default.isExecutableFile(atPath: name) ? name : nil }
        let ofSystem = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":").map(String.init)
        return (folders + ofSystem).map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}
