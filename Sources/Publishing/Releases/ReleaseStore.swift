/// A place where releases lie side by side in `releases`, and the link `current` leads to the one that readers get.
protocol ReleaseStore {
    /// - Throws: `ReleaseError.foreign` when `current` is something else than such a link.
    func state() throws -> StoreState

    /// Nil when the release has no manifest, or not its own.
    func release(_ id: ReleaseID) throws -> Release?

    /// Which of the files stand in the release as they should, as far as can be told without fetching them.
    func whole(_ release: Release, in id: ReleaseID, like source: BuiltFolder) throws -> Set<String>

    /// Whether every file, read back, is what the manifest says.
    func isVerified(_ release: Release, in id: ReleaseID) throws -> Bool

    /// Puts a release beside the others, whole and read back, or not at all.
    /// - Parameter linked: paths whose files an earlier release has already.
    func add(_ source: BuiltFolder, as id: ReleaseID, linking linked: Set<String>, from earlier: ReleaseID?) throws

    /// Lets readers have a release, in one step.
    func point(to id: ReleaseID) throws

    func remove(_ ids: [ReleaseID]) throws

    func removeLeftovers() throws

    /// - Throws: `ReleaseError.locked`.
    func locked<Result>(_ work: () throws -> Result) throws -> Result
}

struct StoreState {
    /// In the order of publishing.
    let releases: [ReleaseID]
    let current: ReleaseID?
    /// Names in `releases` that a killed publishing left.
    let leftovers: [String]

    static let folder = "releases"
    static let link = "current"
    static let stagingPrefix = ".incoming-"
    static let removedPrefix = ".removed-"
    static let linkPrefix = ".current-"
    static let lockName = ".lock"

    /// - Parameter names: what stands in `releases`.
    init(names: some Sequence<String>, current: ReleaseID?) {
        releases = names.compactMap { ReleaseID($0) }.sorted()
        let prefixes = [Self.stagingPrefix, Self.removedPrefix, Self.linkPrefix, Self.lockName + "-"]
        leftovers = names.filter { name in prefixes.contains { name.hasPrefix($0) } }.sorted()
        self.current = current
    }
}
