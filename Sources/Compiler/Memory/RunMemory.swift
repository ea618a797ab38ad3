import Foundation
import Language
import Model

/// What a run of the command came to, kept in the user's cache folder. When nothing that it depended on looks changed
/// since, the next run says the same without reading anything; when a few files do, it has what the last one left.
package struct RunMemory: Sendable {
    /// What was said, and how it ended.
    package struct Outcome: Sendable, Equatable {
        package let standardOutput: String
        package let standardError: String
        /// Of the last line what was found, and what was done; what differs from run to run follows.
        package let found: String
        package let done: String
        package let exitCode: Int32

        package init(standardOutput: String, standardError: String, found: String, done: String, exitCode: Int32) {
            self.standardOutput = standardOutput
            self.standardError = standardError
            self.found = found
            self.done = done
            self.exitCode = exitCode
        }
    }

    package enum Recollection: Sendable {
        case same(Outcome)
        case edited(Edit)
    }

    /// A run that differs from the last only by what stands in some files.
    package struct Edit: Sendable {
        package let files: [String]
        /// Of the last run, and what it left.
        package let outcome: Outcome
        package let left: ArraySlice<UInt8>
        /// How what was written looks.
        fileprivate let after: ArraySlice<UInt8>
    }

    private let folder: String
    private let file: String
    private let read: [String]
    private let written: [String]
    /// How what was read looked before it was read, and when.
    private let before: FolderSignature
    private let began: Int64

    /// File times move in steps of a few milliseconds: what changed this lately may have changed again unseen.
    private static let uncertainty: Int64 = 100_000_000
    private static let version = "styrdok minne 2"
    private static let prefixes = (run: "körning-", output: "utdata-")
    /// Runs that nobody has made for a month are forgotten.
    private static let longestAge: Double = 30 * 24 * 3_600

    /// Nil where there is no place to keep anything, or something can't be read.
    /// - Parameters:
    ///   - options: everything but files that the outcome depends on.
    ///   - read: files and folders that the run reads.
    ///   - written: folders that it writes; they may be missing before.
    ///   - folder: where outcomes are kept.
    package init?(_ options: [String], read: [String], written: [String] = [], in folder: String? = SpellingDictionary.cacheFolder) {
        guard let folder else { return nil }
        let began = Self.now
        // The command itself: another version may say something else.
        let read = read + ["/proc/self/exe"].compactMap { try? FileManager.default.destinationOfSymbolicLink(atPath: $0) }
        guard let before = FolderSignature(of: read) else { return nil }
        self.init(options, read, written, before, began: began, in: folder)
    }

    private init(_ options: [String], _ read: [String], _ written: [String], _ before: FolderSignature, began: Int64, in folder: String) {
        self.folder = folder
        self.read = read
        self.written = written
        self.before = before
        self.began = began
        file = folder + "/" + Self.prefixes.run + Fingerprint.text(of: Array((options + read + written).joined(separator: "\0").utf8)).prefix(32)
    }

    /// The memory of a run that reads a part of what this one does and writes nothing: what is found here needn't be
    /// found again there.
    /// - Parameter part: some of what this run reads.
    package func reading(_ part: [String], _ options: [String]) -> RunMemory {
        // With the command itself, last.
        let roots = read.indices.filter { part.contains(read[$0]) || $0 == read.count - 1 }
        return RunMemory(options, roots.map { read[$0] }, [], before.of(roots: roots), began: began, in: folder)
    }

    /// What is known of the last such run; nil when that says nothing of this one.
    package func recall() -> Recollection? {
        guard let data = FileManager.default.contents(atPath: file) else { return nil }
        var reader = KeptReader(Array(data)[...])
        do throws(KeptReader.Damaged) {
            guard try reader.text() == Self.version else { return nil }
            guard let changed = before.changedFiles(since: try reader.data()) else { return nil }
            let after = try reader.data()
            guard let now = Self.signature(of: written), now.changedFiles(since: after)?.isEmpty ?? false else { return nil }
            guard let said = try Self.sound(&reader) else { return nil }
            let outcome = try Outcome(kept: said)
            guard !changed.isEmpty else { return .same(outcome) }
            // Much is read from it without being looked at again.
            guard let left = try Self.sound(&reader) else { return nil }
            return .edited(Edit(files: changed, outcome: outcome, left: left, after: after))
        } catch {
            return nil
        }
    }

    /// Silent when the place refuses.
    /// - Parameter left: what the next run may want of this one.
    package func remember(_ outcome: Outcome, leaving left: [UInt8] = []) {
        guard let after = Self.signature(of: written) else { return }
        keep(outcome, left, after)
    }

    /// What was found is what was found before the edit, and something else was done about it.
    package func remember(_ edit: Edit, doing done: String, leaving left: [UInt8]) {
        let outcome = edit.outcome
        remember(
            Outcome(standardOutput: outcome.standardOutput, standardError: outcome.standardError, found: outcome.found, done: done, exitCode: outcome.exitCode), leaving: left)
    }

    /// The outcome of a run that did no more than the edit asked for.
    /// - Parameter changed: the files that it wrote, by path.
    package func remember(_ edit: Edit, leaving left: [UInt8], changed: [String] = []) {
        guard let after = FolderSignature(updating: edit.after, changed: Set(changed), countsLinks: false) else { return }
        keep(edit.outcome, left, after)
    }

    private func keep(_ outcome: Outcome, _ left: [UInt8], _ after: FolderSignature) {
        guard before.newest < began - Self.uncertainty else { return }
        var writer = KeptWriter()
        writer.text(Self.version)
        writer.data(before.bytes)
        writer.data(after.bytes)
        for bytes in [outcome.kept, left] {
            writer.data(bytes)
            writer.data(Fingerprint.sha256(bytes))
        }
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        Self.forgetOldRuns(in: folder)
        let beside = "\(file).\(getpid())"
        guard (try? Data(writer.bytes).write(to: URL(fileURLWithPath: beside))) != nil, rename(beside, file) == 0 else {
            unlink(beside)
            return
        }
    }

    /// What was kept with its digest; nil when the disk has changed it.
    private static func sound(_ reader: inout KeptReader) throws(KeptReader.Damaged) -> ArraySlice<UInt8>? {
        let (bytes, digest) = (try reader.data(), try reader.data())
        return Fingerprint.sha256(bytes).elementsEqual(digest) ? bytes : nil
    }

    /// A build gives files a second name while it works; that makes no other files of them.
    private static func signature(of written: [String]) -> FolderSignature? { FolderSignature(of: written, countsLinks: false) }

    private static func forgetOldRuns(in folder: String) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where name.hasPrefix(prefixes.run) || name.hasPrefix(prefixes.output) {
            // What a run that was killed had begun to write; its process is the ending of the name.
            let writer = name.split(separator: ".").dropFirst().last.flatMap { Int32($0) }
            let isLeft = writer.map { kill($0, 0) != 0 && errno == ESRCH } ?? false
            let changed = (try? FileManager.default.attributesOfItem(atPath: folder + "/" + name))?[.modificationDate] as? Date
            guard isLeft || (changed?.timeIntervalSinceNow ?? 0) < -longestAge else { continue }
            try? FileManager.default.removeItem(atPath: folder + "/" + name)
        }
    }

    /// Where the output that a build has replaced is kept for the next build; nil where there is no place.
    package static func spareFolder(of output: String, in folder: String? = SpellingDictionary.cacheFolder) -> String? {
        folder.map { $0 + "/" + prefixes.output + Fingerprint.text(of: Array(URL(fileURLWithPath: output).standardizedFileURL.path.utf8)).prefix(32) }
    }

    private static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}

extension RunMemory.Outcome {
    fileprivate var kept: [UInt8] {
        var writer = KeptWriter()
        for text in [standardOutput, standardError, found, done] { writer.text(text) }
        writer.number(Int(exitCode))
        return writer.bytes
    }

    fileprivate init(kept bytes: ArraySlice<UInt8>) throws(KeptReader.Damaged) {
        var reader = KeptReader(bytes)
        self.init(
            standardOutput: try reader.text(), standardError: try reader.text(), found: try reader.text(), done: try reader.text(),
            exitCode: Int32(truncatingIfNeeded: try reader.number()))
    }
}
