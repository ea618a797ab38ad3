import CExchange
import Foundation

/// A program that runs in a group of its own, so that what it starts ends with it.
///
/// Not Foundation's `Process`: it asks without rest whether a program has ended, and goes on asking as long as one that
/// the program left behind holds its streams.
struct Child: ~Copyable {
    enum End {
        /// What `wait` says of how it ended; 0 when all went well.
        case inTime(Int32)
        case late, tooMuch
    }

    struct Refused: Error {
        let errno: Int32
    }

    private let process: pid_t
    private var (input, output, errors): (Int32, Int32, Int32)
    /// What it wrote on its standard output and its standard error.
    private(set) var (said, told): ([UInt8], [UInt8]) = ([], [])

    /// - Parameter variables: set over those of this process.
    init(_ path: String, _ arguments: [String], _ variables: [String: String]) throws(Refused) {
        // A program that ends before it has heard all would else end this one too; the write fails instead.
        signal(SIGPIPE, SIG_IGN)
        var ends: [Int32] = []
        func refuse(_ error: Int32) -> Refused {
            for end in ends { close(end) }
            return Refused(errno: error)
        }
        for _ in 0..<3 {
            var pair: [Int32] = [-1, -1]
            guard private_pipe(&pair) == 0 else { throw refuse(errno) }
            ends += pair
        }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (target, end) in [(Int32(0), ends[0]), (1, ends[3]), (2, ends[5])] { posix_spawn_file_actions_adddup2(&actions, end, target) }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var usual = sigset_t()
        sigemptyset(&usual)
        sigaddset(&usual, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &usual)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF))
        let environment = ProcessInfo.processInfo.environment.merging(variables) { $1 }
        var words = ([path] + arguments).map { strdup($0) } + [nil]
        var settings = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { for word in words + settings { free(word) } }
        var process: pid_t = 0
        let error = posix_spawn(&process, path, &actions, &attributes, &words, &settings)
        guard error == 0 else { throw refuse(error) }
        for end in [ends[0], ends[3], ends[5]] { close(end) }
        self.process = process
        (input, output, errors) = (ends[1], ends[2], ends[4])
        for end in [input, output, errors] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    }

    deinit {
        for end in [input, output, errors] where end >= 0 { close(end) }
    }

    /// Gives it its input and takes what it says, both as they come: a program may say much before it has heard all.
    /// Then waits for its end. At the deadline it is killed, with all that it has started.
    mutating func converse(_ text: [UInt8], until deadline: ContinuousClock.Instant, mostBytes: Int) -> End {
        var sent = 0
        if text.isEmpty { Self.end(&input) }
        while output >= 0 || errors >= 0 {
            guard ContinuousClock.now < deadline else { return stop(.late) }
            var waiting = [
                pollfd(fd: input, events: Int16(POLLOUT), revents: 0), pollfd(fd: output, events: Int16(POLLIN), revents: 0),
                pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
            ]
            guard poll(&waiting, 3, Self.milliseconds(until: deadline)) > 0 else { continue }
            if waiting[0].revents != 0 { send(text, &sent) }
            if waiting[1].revents != 0 { Self.take(&output, into: &said) }
            if waiting[2].revents != 0 { Self.take(&errors, into: &told) }
            guard said.count <= mostBytes, told.count <= mostBytes else { return stop(.tooMuch) }
        }
        var status: Int32 = 0
        while waitpid(process, &status, WNOHANG) == 0 {
            guard ContinuousClock.now < deadline else { return stop(.late) }
            usleep(500)
        }
        return .inTime(status)
    }

    private mutating func send(_ text: [UInt8], _ sent: inout Int) {
        let (input, from) = (input, sent)
        let count = text.withUnsafeBytes { write(input, $0.baseAddress! + from, text.count - from) }
        let isRefused = count < 0 && ![EAGAIN, EINTR].contains(errno)
        if count > 0 { sent += count }
        if isRefused || sent == text.count { Self.end(&self.input) }
    }

    private static func take(_ stream: inout Int32, into text: inout [UInt8]) {
        withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
            let count = read(stream, buffer.baseAddress, buffer.count)
            if count > 0 {
                text += buffer[..<count]
            } else if count == 0 || ![EAGAIN, EINTR].contains(errno) {
                end(&stream)
            }
        }
    }

    private static func end(_ stream: inout Int32) {
        close(stream)
        stream = -1
    }

    private func stop(_ end: End) -> End {
        kill(-process, SIGKILL)
        waitpid(process, nil, 0)
        return end
    }

    private static func milliseconds(until deadline: ContinuousClock.Instant) -> Int32 {
        let left = (deadline - ContinuousClock.now).components
        return Int32(max(1, min(1_000, left.seconds * 1_000 + left.attoseconds / 1_000_000_000_000_000)))
    }
}
