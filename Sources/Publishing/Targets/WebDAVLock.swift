import Foundation

/// A lock that every WebDAV server can give: only one of two can make the same folder. Not all know `LOCK`.
struct WebDAVLock {
    static let folder = "styrdok.lock/"
    static let holderName = folder + "holder"

    let server: WebDAVServer
    let lock: ServerLock
    let temporary: TemporaryFolder

    /// The lock while it is held.
    struct Held {
        fileprivate let lock: WebDAVLock

        /// - Throws: `ReleaseError.lostLock` when somebody broke it.
        func check() throws {
            guard try lock.holder() == lock.text else { throw ReleaseError.lostLock }
        }
    }

    private var text: [UInt8] { Array(lock.holder.text.utf8) }

    private func holder() throws -> [UInt8]? { try server.fetch(Self.holderName, into: "\(temporary.path)/holder") }

    func locked<Result>(_ work: (Held) throws -> Result) throws -> Result {
        try take()
        defer { if (try? holder()) == text { _ = try? server.perform([.init(action: .delete, path: Self.folder)]) } }
        return try work(Held(lock: self))
    }

    private func take() throws {
        if try !make() {
            let held = try holder() ?? []
            guard lock.mayBreak(held) else { throw ReleaseError.locked(LockHolder(text: held)) }
            _ = try server.perform([.init(action: .delete, path: Self.folder)])
            guard try make() else { throw ReleaseError.locked(LockHolder(text: try holder() ?? [])) }
        }
        let file = try temporary.write(text, as: "lock")
        let status = try server.perform([.init(action: .put(file: file), path: Self.holderName)])[0]
        guard (200...204).contains(status) else { throw ReleaseError.refused(path: Self.holderName, status: status) }
        try Held(lock: self).check()
    }

    /// Whether it was made; not when it stands there.
    private func make() throws -> Bool {
        let status = try server.perform([.init(action: .makeFolder, path: Self.folder)])[0]
        guard status == 201 || status == 405 else { throw ReleaseError.refused(path: Self.folder, status: status) }
        return status == 201
    }
}
