import Foundation
import Model

/// Who holds the lock of a server, as the lock itself tells. A server can't free the lock of a process that was killed;
/// the next process on the same machine can, when it knows that the holder is gone.
package struct LockHolder: Sendable, Equatable {
    package let host: String
    package let since: String
    package let process: Int32
    /// The machine since it was started, and the part of it whose processes are numbered together: a container counts
    /// its own. A digest, since the lock may be read by anyone.
    private let place: String
    /// In clock ticks since the machine was started: a number can be given to another process later.
    private let started: String
    /// No two locks are alike.
    let nonce: String

    package static func this(at time: Date) -> LockHolder {
        var name = [CChar](repeating: 0, count: 256)
        gethostname(&name, name.count - 1)
        let formatter = ISO8601DateFormatter()
        return LockHolder(
            host: String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self), since: formatter.string(from: time),
            process: getpid(), place: thisPlace, started: start(of: getpid()) ?? "", nonce: String(UInt64.random(in: 0 ... .max), radix: 16))
    }

    package var text: String { ["styrdok 1", host, since, String(process), place, started, nonce].joined(separator: "\n") + "\n" }

    package init?(text: some Collection<UInt8>) {
        let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
        guard lines.count == 8, lines[0] == "styrdok 1", let process = Int32(lines[3]), lines[1].utf8.allSatisfy({ $0 >= 32 && $0 < 127 }),
            lines[2].utf8.allSatisfy({ $0 >= 32 && $0 < 127 })
        else { return nil }
        self.init(host: lines[1], since: lines[2], process: process, place: lines[4], started: lines[5], nonce: lines[6])
    }

    private init(host: String, since: String, process: Int32, place: String, started: String, nonce: String) {
        (self.host, self.since, self.process) = (host, since, process)
        (self.place, self.started, self.nonce) = (place, started, nonce)
    }

    /// True only when it is certain.
    package var isGone: Bool { !place.isEmpty && place == Self.thisPlace && Self.start(of: process) != started }

    private static var thisPlace: String {
        guard let boot = try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8),
            let numbering = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/ns/pid")
        else { return "" }
        return Fingerprint.text(of: Array((boot + numbering).utf8))
    }

    private static func start(of process: Int32) -> String? {
        // The name of the program, in parentheses, may hold anything.
        guard let line = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8), let end = line.lastIndex(of: ")") else { return nil }
        let fields = line[end...].split(separator: " ")
        // One that has ended but isn't waited for does nothing any more.
        guard fields.count > 20, fields[1] != "Z" else { return nil }
        return String(fields[20])
    }
}
