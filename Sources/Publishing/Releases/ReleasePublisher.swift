/// Publishes by putting a whole release beside the others and then pointing `current` at it.
package struct ReleasePublisher: PublishTarget {
    let store: any ReleaseStore

    package func publish(_ source: BuiltFolder, _ options: PublishOptions) throws -> PublishReport {
        if options.isDryRun {
            let state = try store.state()
            let plan = PublishPlan(from: try current(state), to: source.release)
            try plan.checkRemovals(cap: options.mostRemovals)
            let hasNew = !plan.isEmpty && !state.releases.contains { $0.isOf(source.release) }
            return PublishReport(
                outcome: plan.isEmpty ? .unchanged : hasNew ? .onlyPlanned : .againPlanned, plan: plan, release: plan.isEmpty ? state.current : nil,
                sentBytes: hasNew ? source.size(of: plan.sent) : 0,
                pruned: Self.superfluous(state.releases, keeping: options.keep - (hasNew ? 1 : 0), current: state.current))
        }
        return try store.locked {
            try store.removeLeftovers()
            let state = try store.state()
            let old = try current(state)
            let plan = PublishPlan(from: old, to: source.release)
            try plan.checkRemovals(cap: options.mostRemovals)
            let whole = try state.current.flatMap { id in try old.map { try store.whole($0, in: id, like: source) } } ?? []
            let (outcome, id, sent) = try bringForward(source, state, plan, whole, options)
            let pruned = Self.superfluous(Set(state.releases + [id]).sorted(), keeping: options.keep, current: id)
            if !pruned.isEmpty { try store.remove(pruned) }
            return PublishReport(outcome: outcome, plan: plan, release: id, sentBytes: source.size(of: sent), pruned: pruned)
        }
    }

    private func bringForward(
        _ source: BuiltFolder, _ state: StoreState, _ plan: PublishPlan, _ whole: Set<String>, _ options: PublishOptions
    ) throws -> (PublishReport.Outcome, ReleaseID, sent: Set<String>) {
        if let current = state.current, plan.isEmpty, whole.count == source.release.files.count { return (.unchanged, current, []) }
        for id in state.releases.reversed() where id.isOf(source.release) && id != state.current {
            guard try store.release(id) == source.release, try store.isVerified(source.release, in: id) else { continue }
            try store.point(to: id)
            return (.again, id, [])
        }
        let id = ReleaseID(source.release, at: options.time, after: state.releases.last)
        let linked = whole.intersection(plan.unchanged)
        try store.add(source, as: id, linking: linked, from: state.current)
        try store.point(to: id)
        return (.published, id, Set(source.release.files.map(\.path)).subtracting(linked))
    }

    package func rollBack(to release: String?) throws -> ReleaseID {
        // Before the lock, which makes the folders that it needs: a name mistyped must not.
        guard try !store.state().releases.isEmpty else { throw ReleaseError.noOlderRelease }
        return try store.locked {
            try store.removeLeftovers()
            let state = try store.state()
            let id: ReleaseID
            if let release {
                guard let known = ReleaseID(release), state.releases.contains(known) else { throw ReleaseError.unknownRelease(release) }
                id = known
            } else {
                guard let current = state.current, let older = state.releases.last(where: { $0 < current }) else { throw ReleaseError.noOlderRelease }
                id = older
            }
            guard let content = try store.release(id), try store.isVerified(content, in: id) else { throw ReleaseError.damagedRelease(id) }
            if id != state.current { try store.point(to: id) }
            return id
        }
    }

    package func list() throws -> (releases: [ListedRelease], current: ReleaseID?) {
        let state = try store.state()
        var before: Release?
        let listed = try state.releases.map { id -> ListedRelease in
            let release = try store.release(id)
            defer { before = release }
            return ListedRelease(id: id, changes: before.flatMap { before in release.map { PublishPlan(from: before, to: $0) } })
        }
        return (listed, state.current)
    }

    private func current(_ state: StoreState) throws -> Release? { try state.current.flatMap { try store.release($0) } }

    /// The oldest beyond those kept; never the one that readers have.
    package static func superfluous(_ releases: [ReleaseID], keeping count: Int, current: ReleaseID?) -> [ReleaseID] {
        releases.dropLast(max(0, count)).filter { $0 != current }
    }
}
