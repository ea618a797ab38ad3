import Foundation

/// The candidate that a misspelt name most likely meant, or nil when none is near.
///
/// Damerau–Levenshtein distance (optimal string alignment) over scalars, at most a third of the name's length.
/// Candidates are compared in the order given, so the answer is the same on every machine.
package func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.unicodeScalars)
    guard !wanted.isEmpty, wanted.count <= 200 else { return nil }
    var best: (name: String, distance: Int)?
    for candidate in candidates {
        let limit = min(max(1, wanted.count / 3), (best?.distance ?? .max) - 1)
        guard limit >= 0, let distance = editDistance(wanted, Array(candidate.unicodeScalars), limit: limit) else { continue }
        best = (candidate, distance)
        if distance == 0 { break }
    }
    return best?.name
}

/// Whether two names are one but for capitals, for å, ä and ö, and for what stands between the words.
package func isSameName(_ name: String, _ other: String) -> Bool {
    folded(name) == folded(other)
}

private func folded(_ name: String) -> [Unicode.Scalar] {
    name.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars.filter { !$0.properties.isDiacritic && !" -_".unicodeScalars.contains($0) }
}

private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, scalar) in left.enumerated() {
        var current = [row + 1]
        current.reserveCapacity(right.count + 1)
        for (column, other) in right.enumerated() {
            var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (scalar == other ? 0 : 1))
            if row > 0, column > 0, scalar == right[column - 1], left[row - 1] == other {
                cost = min(cost, beforeLast[column - 1] + 1)
            }
            current.append(cost)
        }
        guard current.min()! <= limit else { return nil }
        (beforeLast, last) = (last, current)
    }
    return last[right.count] <= limit ? last[right.count] : nil
}
