import Compiler
import Diagnostics
import Foundation
import Model
import Synchronization

/// What the preview shows now, and who waits for the next.
final class PreviewSession: Sendable {
    private struct State {
        var build: PreviewBuild
        var waiting: [UUID: CheckedContinuation<Void, Never>] = [:]
    }

    private let builder: PreviewBuilder
    private let state: Mutex<State>

    init(_ builder: PreviewBuilder) {
        self.builder = builder
        state = Mutex(State(build: builder.build(after: nil)))
    }

    var current: PreviewBuild { state.withLock { $0.build } }

    /// Builds anew and wakes those who wait. Only one thread calls it.
    func rebuild() {
        let last = current
        let build = builder.build(after: last)
        let waiting = state.withLock { state in
            state.build = build
            defer { state.waiting = [:] }
            return state.waiting.values.map(\.self)
        }
        for continuation in waiting { continuation.resume() }
        // Taking the old trees apart takes its time, and nobody is to wait for it.
        withExtendedLifetime(last) {}
    }

    /// The first build later than a version, or the current one when none comes in time.
    func build(after version: Int, within time: Duration) async -> PreviewBuild {
        guard current.version <= version else { return current }
        let id = UUID()
        let alarm = Task {
            try? await Task.sleep(for: time)
            wake(id)
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isThere = state.withLock { state in
                    guard state.build.version <= version, !Task.isCancelled else { return true }
                    state.waiting[id] = continuation
                    return false
                }
                if isThere { continuation.resume() }
            }
        } onCancel: {
            wake(id)
        }
        alarm.cancel()
        return current
    }

    private func wake(_ id: UUID) {
        state.withLock { $0.waiting.removeValue(forKey: id) }?.resume()
    }
}
