import Foundation
import Model
import Tools

/// Commands for OpenSSH's `sftp`, one a line. Names are quoted, which also keeps `*`, `?` and `[` from being patterns;
/// what can't be quoted is refused before (`Release.isSafe`).
package struct SFTPBatch {
    package private(set) var lines: [String] = []

    package init() {}

    /// - Parameter mayFail: the commands after it are run all the same.
    package mutating func add(_ command: String, _ arguments: String..., mayFail: Bool = false) {
        // `@` keeps the command itself out of what is printed.
        let quoted = arguments.map { "\"" + $0.replacing("\"", with: "\\\"") + "\"" }
        lines.append((mayFail ? "-@" : "@") + command + " " + quoted.joined(separator: " "))
    }
}

/// Runs batches on a server. Keys come from the user's agent or configuration; nothing is ever asked for.
package struct SFTPSession {
    let destination: String
    let port: Int?
    /// A file in the place of `~/.ssh/config`.
    let configuration: String?
    /// The socket of a connection to go through while it stands; see `SSHConnection`.
    var socket: String?

    /// Seconds that a whole transfer may take; a silent server is given up after a minute.
    private static let seconds = 6 * 3600

    /// What `sftp` printed, by lines.
    func run(_ batch: SFTPBatch) throws -> [String] {
        let program = ExternalTool("sftp", seconds: Self.seconds, environment: ["LC_ALL": "C.UTF-8"])
        var arguments = ["-q", "-b", "-"] + options
        if let port { arguments += ["-P", String(port)] }
        arguments += ["-o", "ControlMaster=no", "-o", "ControlPath=\(socket ?? "none")"]
        let said = try program.run(arguments + ["--", destination], input: Array((batch.lines.joined(separator: "\n") + "\n").utf8))
        return said.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    }

    /// For `ssh` and `sftp` alike.
    var options: [String] {
        let set = ["BatchMode=yes", "ConnectTimeout=20", "ServerAliveInterval=15", "ServerAliveCountMax=4"]
        return set.flatMap { ["-o", $0] } + (configuration.map { ["-F", $0] } ?? [])
    }

    /// Reads lines of `ls -lan`: `-rw-r--r-- ? 0 0 3 Nov 25 16:53 name`.
    package static func entries(_ lines: [String]) -> [(path: String, isFolder: Bool, size: Int)] {
        lines.compactMap { line in
            var rest = line.utf8[...]
            var fields: [Substring.UTF8View] = []
            for _ in 0..<8 {
                rest = rest.drop { $0 == UInt8(ascii: " ") }
                let field = rest.prefix { $0 != UInt8(ascii: " ") }
                fields.append(field)
                rest = rest[field.endIndex...]
            }
            guard let path = String(rest.dropFirst()), let size = Int(String(Substring(fields[4]))) else { return nil }
            let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.utf8.index(after: $0)...] } ?? path[...]
            guard !path.isEmpty, name != ".", name != ".." else { return nil }
            return (path, line.utf8.first == UInt8(ascii: "d"), size)
        }
    }
}
