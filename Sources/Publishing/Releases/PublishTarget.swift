import Foundation

/// Where a build can be published.
package protocol PublishTarget {
    func publish(_ source: BuiltFolder, _ options: PublishOptions) throws -> PublishReport
    /// - Parameter release: nil for the one before the current.
    func rollBack(to release: String?) throws -> ReleaseID
    /// In the order of publishing, and which one readers get.
    func list() throws -> (releases: [ListedRelease], current: ReleaseID?)
}

/// A release among those kept, and what it brought.
package struct ListedRelease: Sendable {
    package let id: ReleaseID
    /// From the release before it that is kept; nil for the first of them, and where a release can't be read.
    package let changes: PublishPlan?
}

package struct PublishOptions: Sendable {
    package let keep: Int
    /// See `PublishPlan.checkRemovals`.
    package let mostRemovals: Int?
    package let isDryRun: Bool
    package let time: Date

    package init(keep: Int = 5, mostRemovals: Int? = nil, isDryRun: Bool = false, time: Date) {
        (self.keep, self.mostRemovals, self.isDryRun, self.time) = (keep, mostRemovals, isDryRun, time)
    }
}

/// What a publishing came to, or would come to.
package struct PublishReport: Sendable {
    package enum Outcome: Sendable, Equatable {
        /// Readers had this already.
        case unchanged
        case published
        /// An earlier release says the same, and was taken again.
        case again
        case onlyPlanned
        /// Only planned: an earlier release says the same, and would be taken again.
        case againPlanned
    }

    package let outcome: Outcome
    package let plan: PublishPlan
    /// Nil where releases have no names.
    package let release: ReleaseID?
    /// Of the files that were, or would be, sent.
    package let sentBytes: Int
    package let pruned: [ReleaseID]
}
