import Foundation
import Synchronization

/// A program of the system that runs as long as it is held, with an input that never says anything. It is told that this
/// process is gone by the end of that input, also when this process is killed.
///
/// Not Foundation's `Process`: that takes a program which closes what it doesn't know, as `ssh` does, for one that has
/// ended, and then waits for it on the thread that all others are waited for on.
package final class HeldTool: Sendable {
    private let process: pid_t
    private let input: Int32
    private let hasEnded = Mutex(false)

    /// - Parameter messages: a file for what the program says on its standard error.
    package init(_ name: String, _ arguments: [String], messages: String) throws(ExternalTool.Failure) {
        guard let path = ExternalTool.find(name) else { throw .missing(name) }
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .failed(name, said: String(cString: strerror(errno))) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[0], 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, messages, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        var words = ([path] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var process: pid_t = 0
        let error = posix_spawn(&process, path, &actions, nil, &words, environ)
        close(ends[0])
        guard error == 0 else {
            close(ends[1])
            throw .failed(name, said: String(cString: strerror(error)))
        }
        (self.process, input) = (process, ends[1])
    }

    package var isRunning: Bool {
        hasEnded.withLock { hasEnded in
            if !hasEnded { hasEnded = waitpid(process, nil, WNOHANG) != 0 }
            return !hasEnded
        }
    }

    package func end() {
        close(input)
        guard isRunning else { return }
        kill(process, SIGTERM)
        _ = waitpid(process, nil, 0)
        hasEnded.withLock { $0 = true }
    }
}
