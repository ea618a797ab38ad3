import FlyingSocks
import Foundation
import Synchronization

/// Answers requests from this machine alone, one a connection, within limits of size, time and number.
///
/// FlyingFox's own server reads a head of any length and waits for it for ever, so only its sockets are used.
final class LoopbackServer: Sendable {
    typealias Handler = @Sendable (RequestHead) async -> Response

    /// The port it listens at.
    let port: UInt16
    private let socket: Socket
    private let handler: Handler
    private let open = Mutex(0)

    /// More connections at once than this are closed unanswered.
    static let mostConnections = 64
    /// How long a request's head may take, and how long a reader may take for an answer.
    static let patience = Duration.seconds(10)

    /// - Parameter port: 0 for any that is free; so also when the one named is taken.
    init(port: UInt16, handler: @escaping Handler) throws {
        func listen(_ port: UInt16) throws -> Socket {
            let socket = try Socket(domain: AF_INET)
            try socket.setValue(true, for: .localAddressReuse)
            try socket.bind(to: .inet(ip4: "127.0.0.1", port: port))
            try socket.listen()
            return socket
        }
        do {
            socket = try listen(port)
        } catch where port != 0 {
            socket = try listen(0)
        }
        guard case .ip4(_, let port) = try socket.sockname() else { throw SocketError.unsupportedAddress }
        self.port = port
        self.handler = handler
    }

    /// Serves until the task is cancelled.
    func run() async throws {
        let pool: some AsyncSocketPool = .ePoll()
        try await pool.prepare()
        let listener = try AsyncSocket(socket: socket, pool: pool)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await pool.run() }
            group.addTask {
                try await withThrowingDiscardingTaskGroup { connections in
                    for try await connection in listener.sockets {
                        guard self.enter() else {
                            try? connection.close()
                            continue
                        }
                        connections.addTask {
                            await self.serve(connection)
                            self.open.withLock { $0 -= 1 }
                        }
                    }
                }
            }
            try await group.next()
            group.cancelAll()
        }
    }

    private func enter() -> Bool {
        open.withLock { count in
            guard count < Self.mostConnections else { return false }
            count += 1
            return true
        }
    }

    private func serve(_ connection: AsyncSocket) async {
        defer { try? connection.close() }
        // Without it the last piece of an answer waits for the reader's acknowledgement.
        try? connection.socket.setValue(1, for: Int32SocketOption(level: Int32(IPPROTO_TCP), name: TCP_NODELAY))
        let response: Response
        var includesBody = true
        switch await within(Self.patience, { try await Self.readHead(from: connection) }) {
        case nil: return
        case .tooLong?: response = .refusal("431 Request Header Fields Too Large", "Frågan är för lång.")
        case .unreadable?: response = .refusal("400 Bad Request", "Frågan går inte att läsa.")
        case .head(let head)? where !head.isOwn(port: port):
            response = .refusal("403 Forbidden", "Förhandsvisningen svarar bara sina egna sidor.")
        case .head(let head)? where !["GET", "HEAD"].contains(head.method):
            response = .refusal("405 Method Not Allowed", "Här går det bara att läsa.")
        case .head(let head)?:
            includesBody = head.method == "GET"
            response = await handler(head)
        }
        let bytes = response.bytes(includesBody: includesBody)
        _ = await within(Self.patience) { try await connection.write(bytes) }
    }

    private enum Reading: Sendable {
        case head(RequestHead)
        case tooLong, unreadable
    }

    private static func readHead(from connection: AsyncSocket) async throws -> Reading {
        var bytes: [UInt8] = []
        while bytes.count <= RequestHead.largest {
            bytes += try await connection.read(atMost: 4_096)
            if let end = endOfHead(bytes) { return RequestHead(Array(bytes[..<end])).map(Reading.head) ?? .unreadable }
        }
        return .tooLong
    }

    private static func endOfHead(_ bytes: [UInt8]) -> Int? {
        let mark = Array("\r\n\r\n".utf8)
        guard bytes.count >= mark.count else { return nil }
        return (mark.count...bytes.count).first { bytes[($0 - mark.count)..<$0].elementsEqual(mark) }
    }

    /// Nil when it failed or took too long.
    private func within<Result: Sendable>(_ time: Duration, _ work: @escaping @Sendable () async throws -> Result) async -> Result? {
        await withTaskGroup(of: Result?.self) { group in
            group.addTask { try? await work() }
            group.addTask {
                try? await Task.sleep(for: time)
                return nil
            }
            defer { group.cancelAll() }
            return await group.next() ?? nil
        }
    }
}
