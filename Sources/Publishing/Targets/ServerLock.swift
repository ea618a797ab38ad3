/// What this process writes in a server's lock, and when it may break another's.
struct ServerLock {
    let holder: LockHolder
    /// The user has said that the holder is gone.
    let isForced: Bool

    /// Told apart from those of all other runs, for names of what this run puts on the server.
    var name: String { holder.nonce }

    func mayBreak(_ held: [UInt8]) -> Bool { isForced || LockHolder(text: held)?.isGone == true }
}
