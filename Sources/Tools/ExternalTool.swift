import Foundation
import Model

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
        var child: Child
        do { child = try Child(path, arguments, environment) } catch { throw .failed(name, said: String(cString: strerror(error.errno))) }
        switch child.converse(input, until: ContinuousClock.now + .seconds(seconds), mostBytes: Self.mostBytes) {
        case .inTime(0): return child.said
        case .inTime: throw .failed(name, said: String(decoding: child.told.prefix(2_000), as: UTF8.self))
        case .late: throw .slow(name, seconds: seconds)
        case .tooMuch: throw .failed(name, said: "svarade med för mycket")
        }
    }

    /// Where the program is; nil when it isn't installed.
    /// - Parameter folders: looked in before those of `PATH`.
    package static func find(_ name: String, in folders: [String] = []) -> String? {
        if name.contains("/") { return FileManager.default.isExecutableFile(atPath: name) ? name : nil }
        let ofSystem = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":").map(String.init)
        return (folders + ofSystem).map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}
