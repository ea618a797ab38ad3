import Foundation
import Language
import Model

/// What a run of the command came to, kept in the user's cache folder. When nothing that it depended on looks changed
/// since, the next run says the same without reading anything.
package struct RunMemory: Sendable {
    /// What was said, and how it ended.
    package struct Outcome: Sendable, Equatable {
        package let standardOutput: String
        package let standardError: String
        /// The beginning of the last line, before what differs from run to run.
        package let summary: String
        package let exitCode: Int32

        package init(standardOutput: String, standardError: String, summary: String, exitCode: Int32) {
            self.standardOutput = standardOutput
            self.standardError = standardError
            self.summary = summary
            self.exitCode = exitCode
        }
    }

    private let file: String
    private let read: [String]
    private let written: [String]
    /// How what was read looked before it was read, and when.
    private let before: FolderSignature
    private let began: Int64

    /// File times move in steps of a few milliseconds: what changed this lately may have changed again unseen.
    private static let uncertainty: Int64 = 100_000_000

    /// Nil where there is no place to keep anything, or something can't be read.
    /// - Parameters:
    ///   - options: everything but files that the outcome depends on.
    ///   - read: files and folders that the run reads.
    ///   - written: folders that it writes; they may be missing before.
    ///   - folder: where outcomes are kept.
    package init?(_ options: [String], read: [String], written: [String] = [], in folder: String? = SpellingDictionary.cacheFolder) {
        guard let folder else { return nil }
        began = Self.now
        // The command itself: another version may say something else.
        let read = read + ["/proc/self/exe"].compactMap { try? FileManager.default.destinationOfSymbolicLink(atPath: $0) }
        guard let before = FolderSignature(of: read) else { return nil }
        self.before = before
        self.read = read
        self.written = written
        file = folder + "/körning-" + Fingerprint.text(of: Array((options + read + written).joined(separator: "\0").utf8)).prefix(32) + ".json"
    }

    /// The outcome of the last such run, if nothing has changed since.
    package func recall() -> Outcome? {
        guard
            let data = FileManager.default.contents(atPath: file), let kept = try? JSONDecoder().decode(Kept.self, from: data), kept.before == before.text,
            let after = FolderSignature(of: written), kept.after == after.text
        else { return nil }
        return Outcome(standardOutput: kept.standardOutput, standardError: kept.standardError, summary: kept.summary, exitCode: kept.exitCode)
    }

    /// Silent when the place refuses.
    package func remember(_ outcome: Outcome) {
        guard before.newest < began - Self.uncertainty, let after = FolderSignature(of: written) else { return }
        let kept = Kept(
            before: before.text, after: after.text, standardOutput: outcome.standardOutput, standardError: outcome.standardError, summary: outcome.summary,
            exitCode: outcome.exitCode)
        guard let data = try? JSONEncoder().encode(kept) else { return }
        try? FileManager.default.createDirectory(atPath: URL(fileURLWithPath: file).deletingLastPathComponent().path, withIntermediateDirectories: true)
        try? data.write(to: URL(fileURLWithPath: file), options: .atomic)
    }

    private struct Kept: Codable {
        let before: String
        let after: String
        let standardOutput: String
        let standardError: String
        let summary: String
        let exitCode: Int32
    }

    private static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
