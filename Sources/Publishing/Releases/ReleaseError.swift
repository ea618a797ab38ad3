/// Why nothing, or not all, was published; what readers had is whole.
package enum ReleaseError: Error, Equatable {
    /// The folder has no list of files that a build wrote.
    case notABuild(String)
    /// A file that the build lists is not there.
    case missing(String)
    /// The build was replaced while it was read.
    case changedWhileReading(String)
    case unsafePath(String)
    case badAddress(BadAddress)
    case tooManyRemovals(Int, cap: Int)
    /// Another publishing holds the lock: who, since when; nil where the lock doesn't say.
    case locked(LockHolder?)
    /// The lock was broken by somebody else meanwhile.
    case lostLock
    /// Something that was never published from here stands there.
    case foreign(String)
    /// Files that came back otherwise than they were sent.
    case damaged([String])
    /// An older release is not what it was.
    case damagedRelease(ReleaseID)
    case unknownRelease(String)
    case noOlderRelease
    /// The target keeps no older releases.
    case keepsNone
    /// The folder's file system has no links.
    case noLinks(String)
    case refused(path: String, status: Int)

    package enum BadAddress: Equatable, Sendable {
        case unreadable
        case credentials
        case unencrypted
        case unsupported(scheme: String)
    }
}
