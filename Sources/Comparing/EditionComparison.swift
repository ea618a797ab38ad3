import Model

/// What became of each element between two editions.
package struct EditionComparison: Sendable {
    package enum Change: Sendable {
        case added(ElementID)
        case removed(ElementID)
        /// In both; what differs is told, and may be nothing but the place or the address.
        case kept(old: ElementID, new: ElementID, Differences)
    }

    package struct Differences: Sendable {
        package var isRenamed = false
        /// It stands in another part, or the part stands elsewhere in the reading order.
        package var isMoved = false
        package var parts: [PartDifference] = []
        package var isNone: Bool { !isRenamed && !isMoved && parts.isEmpty }
    }

    package struct PartDifference: Sendable {
        package let label: String
        private let old: ElementText.Part?
        private let new: ElementText.Part?

        init(label: String, old: ElementText.Part?, new: ElementText.Part?) {
            self.label = label
            self.old = old
            self.new = new
        }

        /// As they are read; with their markup where that is all that differs.
        package var texts: (old: String, new: String) {
            let isRead = old?.plain != new?.plain
            return ((isRead ? old?.plain : old?.source) ?? "", (isRead ? new?.plain : new?.source) ?? "")
        }

        /// Word by word; made when asked for, since most that ask want to know only whether something changed.
        package var words: [WordDifference.Run] {
            let texts = texts
            return WordDifference.runs(texts.old, texts.new)
        }
    }

    package let old: ResolvedCatalog
    package let new: ResolvedCatalog
    /// The elements of the new edition in reading order; what was removed stands after the element that it followed.
    package let changes: [Change]
    /// What each element of the old edition became; nil for what was removed.
    private let fates: [(new: ElementID, differences: Differences)?]

    package init(old: ResolvedCatalog, new: ResolvedCatalog) {
        self.old = old
        self.new = new
        // An element is known by its address, or by a former one.
        var newOfOld: [ElementID?] = Array(repeating: nil, count: old.edition.elements.count)
        var oldOfNew: [ElementID?] = Array(repeating: nil, count: new.edition.elements.count)
        for id in new.elementIDs {
            let element = new[id]
            let names = [element.address] + element.formerAddresses.compactMap { Address($0.value) }
            guard let before = names.lazy.compactMap({ old.elementsByAddress[$0] }).first(where: { newOfOld[$0.index] == nil }) else { continue }
            newOfOld[before.index] = id
            oldOfNew[id.index] = before
        }
        let (oldHomes, newHomes) = (old.partOfElement, new.partOfElement)
        let (oldOrder, newOrder) = (old.readingOrder, new.readingOrder)
        // A part has moved when it left the longest sequence of parts that kept their order.
        let common = oldOrder.compactMap { newOfOld[$0.index] }
        let placeInNew = Dictionary(newOrder.enumerated().map { ($1, $0) }, uniquingKeysWith: min)
        let still = Set(Self.longestRising(common.compactMap { placeInNew[$0] }))
        let renewed = newOfOld
        let pairs = new.elementIDs.compactMap { id in oldOfNew[id.index].map { (old: $0, new: id) } }
        let differences = pairs.parallelMap { pair -> Differences in
            let (before, after) = (old[pair.old], new[pair.new])
            var result = Differences()
            result.isRenamed = before.address != after.address
            if let place = placeInNew[pair.new] {
                result.isMoved = oldOrder.contains(pair.old) && !still.contains(place)
            } else {
                // An element that is no part itself goes with the part where it stands.
                let home = oldHomes[pair.old.index].map { renewed[oldOrder[$0].index] }
                result.isMoved = home != newHomes[pair.new.index].map { newOrder[$0] }
            }
            let (one, other) = (ElementText(before, old.catalog).parts, ElementText(after, new.catalog).parts)
            if one != other {
                let keys = (one.map(\.key) + other.map(\.key)).unique()
                result.parts = keys.compactMap { key in
                    let (first, second) = (one.first { $0.key == key }, other.first { $0.key == key })
                    guard first?.source != second?.source, let label = second?.label ?? first?.label else { return nil }
                    return PartDifference(label: label, old: first, new: second)
                }
            }
            return result
        }
        var fates: [(new: ElementID, differences: Differences)?] = Array(repeating: nil, count: old.edition.elements.count)
        for (pair, difference) in zip(pairs, differences) { fates[pair.old.index] = (pair.new, difference) }
        self.fates = fates
        func place(_ id: ElementID, _ homes: [Int?], _ order: [ElementID]) -> (Int, Int, Int) {
            let part = homes[id.index] ?? order.count
            return (part, part < order.count && order[part] == id ? 0 : 1, id.index)
        }
        let newSequence = new.elementIDs.map { (place($0, newHomes, newOrder), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
        let oldSequence = old.elementIDs.map { (place($0, oldHomes, oldOrder), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
        var after: [ElementID?: [ElementID]] = [:]
        var previous: ElementID?
        for id in oldSequence {
            if let kept = newOfOld[id.index] { previous = kept } else { after[previous, default: []].append(id) }
        }
        changes = (after[nil] ?? []).map(Change.removed)
            + newSequence.flatMap { id -> [Change] in
                let own: Change = oldOfNew[id.index].flatMap { old in fates[old.index].map { .kept(old: old, new: id, $0.differences) } } ?? .added(id)
                return [own] + (after[id] ?? []).map(Change.removed)
            }
    }

    /// What an anchor in the old edition became.
    package enum Anchor: String, Sendable {
        case exact = "oförändrad"
        case moved = "flyttad"
        case changed = "ändrad"
        case orphaned = "borttagen"
    }

    package func fate(_ id: ElementID) -> (anchor: Anchor, new: ElementID?) {
        guard let fate = fates[id.index] else { return (.orphaned, nil) }
        if !fate.differences.parts.isEmpty { return (.changed, fate.new) }
        return (fate.differences.isMoved || fate.differences.isRenamed ? .moved : .exact, fate.new)
    }

    /// The elements of the new edition that are new, or say or stand otherwise than they did.
    package var changed: Set<ElementID> {
        Set(
            changes.compactMap { change in
                switch change {
                case .added(let id): id
                case .kept(_, let new, let differences): differences.isNone ? nil : new
                case .removed: nil
                }
            })
    }

    /// The longest rising subsequence.
    private static func longestRising(_ numbers: [Int]) -> [Int] {
        var tails: [Int] = []
        var before: [Int?] = Array(repeating: nil, count: numbers.count)
        for (index, number) in numbers.enumerated() {
            var (low, high) = (0, tails.count)
            while low < high {
                let middle = (low + high) / 2
                if numbers[tails[middle]] < number { low = middle + 1 } else { high = middle }
            }
            before[index] = low > 0 ? tails[low - 1] : nil
            if low == tails.count { tails.append(index) } else { tails[low] = index }
        }
        var result: [Int] = []
        var current = tails.last
        while let index = current {
            result.append(numbers[index])
            current = before[index]
        }
        return result.reversed()
    }
}
