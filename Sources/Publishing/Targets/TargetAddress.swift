import Foundation

/// Where to publish, as the user writes it: a folder, `sftp://användare@värd:port/mapp`, or an `https` address for WebDAV.
package enum TargetAddress: Sendable, Equatable {
    case folder(String)
    /// - Parameter path: absolute, or from the user's own folder when written `/~/mapp`.
    case sftp(destination: String, port: Int?, path: String)
    /// - Parameter base: with the escapes of an address and without a slash at the end.
    case webDAV(base: String)

    package init(_ text: String) throws(ReleaseError) {
        guard let scheme = text.firstRange(of: "://").map({ text[..<$0.lowerBound] }) else {
            self = .folder(URL(fileURLWithPath: text).standardizedFileURL.path)
            return
        }
        guard let parts = URLComponents(string: text), let host = parts.host, !host.isEmpty, parts.query == nil, parts.fragment == nil else {
            throw .badAddress(.unreadable)
        }
        guard parts.password == nil else { throw .badAddress(.credentials) }
        switch scheme {
        case "sftp":
            let path = parts.path.hasPrefix("/~/") ? String(parts.path.dropFirst(3)) : parts.path
            let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
            // A host or user that looks like an option must not reach `ssh`.
            let isSafe = Release.isSafe(trimmed.hasPrefix("/") ? String(trimmed.dropFirst()) : trimmed)
            guard isSafe, !host.hasPrefix("-"), parts.user?.hasPrefix("-") != true else { throw .badAddress(.unreadable) }
            self = .sftp(destination: (parts.user.map { $0 + "@" } ?? "") + host, port: parts.port, path: trimmed)
        case "https", "http":
            guard parts.user == nil else { throw .badAddress(.credentials) }
            guard scheme == "https" || ["127.0.0.1", "localhost", "[::1]", "::1"].contains(host) else { throw .badAddress(.unencrypted) }
            guard !parts.path.utf8.contains(where: { $0 < 32 }) else { throw .badAddress(.unreadable) }
            self = .webDAV(base: text.hasSuffix("/") ? String(text.dropLast()) : text)
        default: throw .badAddress(.unsupported(scheme: String(scheme)))
        }
    }
}

/// How a target is reached, beside its address.
package struct TargetAccess: Sendable {
    /// A file in the place of `~/.ssh/config`.
    package let sshConfiguration: String?
    /// For WebDAV; nil for what `~/.netrc` says.
    package let credentials: (user: String, password: String)?
    /// Break a server's lock whoever holds it.
    package let breaksLock: Bool
    /// Let files go that were never published from here.
    package let replacesForeign: Bool
    package let time: Date

    package init(
        sshConfiguration: String? = nil, credentials: (user: String, password: String)? = nil, breaksLock: Bool = false, replacesForeign: Bool = false,
        time: Date
    ) {
        (self.sshConfiguration, self.credentials, self.time) = (sshConfiguration, credentials, time)
        (self.breaksLock, self.replacesForeign) = (breaksLock, replacesForeign)
    }
}

extension TargetAddress {
    /// Works on the target. What is kept on this machine meanwhile is removed after.
    package func reach<Result>(_ access: TargetAccess, _ work: (any PublishTarget) throws -> Result) throws -> Result {
        let lock = ServerLock(holder: .this(at: access.time), isForced: access.breaksLock)
        switch self {
        case .folder(let path): return try work(ReleasePublisher(store: FolderStore(path: path)))
        case .sftp(let destination, let port, let path):
            return try TemporaryFolder.use { temporary in
                var session = SFTPSession(destination: destination, port: port, configuration: access.sshConfiguration)
                let socket = "\(temporary.path)/ssh"
                let connection = try SSHConnection(session, socket: socket, messages: "\(temporary.path)/messages")
                defer { connection?.close() }
                if connection != nil { session.socket = socket }
                return try work(ReleasePublisher(store: SFTPStore(session: session, path: path, lock: lock, temporary: temporary)))
            }
        case .webDAV(let base):
            return try TemporaryFolder.use { temporary in
                let server = WebDAVServer(base: base, credentials: access.credentials)
                return try work(LivePublisher(server: server, lock: lock, temporary: temporary, replacesForeign: access.replacesForeign))
            }
        }
    }
}
