import Foundation
import Tools

/// One connection that all batches of a publishing go through: logging in takes far longer than what a batch does.
///
/// It serves `sftp` on its own input and ends with it.
struct SSHConnection {
    /// Longer paths than about a hundred bytes can't name a socket.
    private static let longestSocket = 80
    private static let seconds = 60

    private let tool: HeldTool

    /// Nil where no socket can be named; batches then connect on their own.
    init?(_ session: SFTPSession, socket: String, messages: String) throws {
        guard socket.utf8.count <= Self.longestSocket else { return nil }
        let port = session.port.map { ["-p", String($0)] } ?? []
        let arguments = ["-M", "-S", socket, "-o", "ControlPersist=no"] + session.options + port + ["-s", "--", session.destination, "sftp"]
        tool = try HeldTool("ssh", arguments, messages: messages)
        let deadline = ContinuousClock.now + .seconds(Self.seconds)
        while !FileManager.default.fileExists(atPath: socket) {
            if !tool.isRunning {
                tool.end()
                let told = (try? fileBytes(messages)) ?? []
                throw ExternalTool.Failure.failed("ssh", said: String(decoding: told.prefix(2_000), as: UTF8.self))
            }
            guard ContinuousClock.now < deadline else {
                tool.end()
                throw ExternalTool.Failure.slow("ssh", seconds: Self.seconds)
            }
            usleep(5_000)
        }
    }

    func close() { tool.end() }
}
