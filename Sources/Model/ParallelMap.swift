import Dispatch
import Synchronization

extension RandomAccessCollection where Self: Sendable, Index == Int {
    /// Maps every item on all cores, in contiguous runs large enough that handing them out costs nothing. The result
    /// is in order.
    /// - Parameter runLength: items handed out at a time; nil for what suits many small ones.
    package func parallelMap<Result: Sendable>(runLength: Int? = nil, _ transform: @Sendable (Element) -> Result) -> [Result] {
        let total = count
        guard total > 1 else { return map(transform) }
        let runLength = runLength ?? Swift.max(1, Swift.min(64, (total + 15) / 16))
        let runs = (total + runLength - 1) / runLength
        let first = startIndex
        return [Result](unsafeUninitializedCapacity: total) { buffer, count in
            // Each place is written once, by the run that it belongs to.
            nonisolated(unsafe) let places = buffer.baseAddress!
            DispatchQueue.concurrentPerform(iterations: runs) { run in
                for index in run * runLength..<Swift.min(total, (run + 1) * runLength) {
                    (places + index).initialize(to: transform(self[first + index]))
                }
            }
            count = total
        }
    }
}

/// A value that another core makes meanwhile.
package final class Meanwhile<Value: Sendable>: Sendable {
    private let result = Mutex<Value?>(nil)
    private let done = DispatchGroup()

    package init(_ make: @escaping @Sendable () -> Value) {
        DispatchQueue.global().async(group: done) {
            let value = make()
            self.result.withLock { $0 = value }
        }
    }

    /// - Parameter begin: sees to it that the work is done, now or when its turn comes.
    package init(by begin: (@escaping @Sendable () -> Void) -> Void, _ make: @escaping @Sendable () -> Value) {
        done.enter()
        begin {
            let value = make()
            self.result.withLock { $0 = value }
            self.done.leave()
        }
    }

    /// Waits at most until a time; whether it is made.
    package func isReady(by deadline: DispatchTime) -> Bool { done.wait(timeout: deadline) == .success }

    /// Waits until it is made.
    package var value: Value {
        done.wait()
        return result.withLock { $0! }
    }
}
