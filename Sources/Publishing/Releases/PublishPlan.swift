/// What publishing one release in the place of another comes to.
package struct PublishPlan: Sendable, Equatable {
    package let added: [String]
    package let changed: [String]
    package let removed: [String]
    package let unchanged: [String]

    /// - Parameters:
    ///   - old: what readers have; nil when they have nothing yet.
    ///   - uncertain: paths where an interrupted publishing may have left either release's file, or none.
    package init(from old: Release?, to new: Release, uncertain: Set<String> = []) {
        let (before, after) = (old?.digests ?? [:], new.digests)
        var (added, changed, unchanged): ([String], [String], [String]) = ([], [], [])
        for file in new.files {
            switch before[file.path] {
            case nil: added.append(file.path)
            case file.digest where !uncertain.contains(file.path): unchanged.append(file.path)
            default: changed.append(file.path)
            }
        }
        (self.added, self.changed, self.unchanged) = (added, changed, unchanged)
        removed = uncertain.union(before.keys).filter { after[$0] == nil }.sorted()
    }

    package var isEmpty: Bool { added.isEmpty && changed.isEmpty && removed.isEmpty }

    /// Files that have to be sent, in the order of the release.
    package var sent: Set<String> { Set(added).union(changed) }

    /// Stops a publishing that would take away more than was meant, such as one of a half-empty build.
    /// - Parameter cap: files that may go; nil for a fifth of what is published, and twenty in any case.
    package func checkRemovals(cap: Int?) throws {
        let cap = cap ?? max(20, (changed.count + unchanged.count + removed.count) / 5)
        guard removed.count <= cap else { throw ReleaseError.tooManyRemovals(removed.count, cap: cap) }
    }
}

/// In which order files reach readers where no swap is possible: what a page needs is there before it.
package enum PublishStage: CaseIterable {
    case assets, pages, starts, list

    package init(_ path: String) {
        let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.utf8.index(after: $0)...] } ?? path[...]
        switch name {
        case _ where path == Manifest.name: self = .list
        case "index.html": self = .starts
        case _ where name.hasSuffix(".html") || name.hasSuffix(".md"): self = .pages
        default: self = .assets
        }
    }
}
