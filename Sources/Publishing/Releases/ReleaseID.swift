import Foundation

/// The name of a release's folder: when it was published (UTC) and the beginning of its digest,
/// `20261125T163500Z-3f2a9c0b1d2e`. Names sort in the order of publishing.
package struct ReleaseID: Hashable, Comparable, Sendable, CustomStringConvertible {
    private static let contentLength = 12
    package let description: String

    /// Nil for any other name.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 17 + Self.contentLength, bytes[8] == UInt8(ascii: "T"), bytes[15...16].elementsEqual("Z-".utf8),
            (bytes[..<8] + bytes[9..<15]).allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }), bytes[17...].allSatisfy(isHexadecimal)
        else { return nil }
        description = String(text)
    }

    /// - Parameter newest: the release to come after, even when the clock has gone back since.
    package init(_ release: Release, at time: Date, after newest: ReleaseID? = nil) {
        let earliest = newest.map { $0.seconds + 1 } ?? 0
        var seconds = max(time_t(time.timeIntervalSince1970), earliest)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        let day = digits(parts.tm_year + 1900, 4) + digits(parts.tm_mon + 1) + digits(parts.tm_mday)
        description = "\(day)T\(digits(parts.tm_hour))\(digits(parts.tm_min))\(digits(parts.tm_sec))Z-\(release.digest.prefix(Self.contentLength))"
    }

    package func isOf(_ release: Release) -> Bool { description.hasSuffix("-" + release.digest.prefix(Self.contentLength)) }

    package static func < (left: Self, right: Self) -> Bool { left.description < right.description }

    /// `2026-11-25 17:35`, by the clock of this machine.
    package var timeText: String {
        var (seconds, parts) = (seconds, tm())
        localtime_r(&seconds, &parts)
        return "\(digits(parts.tm_year + 1900, 4))-\(digits(parts.tm_mon + 1))-\(digits(parts.tm_mday)) \(digits(parts.tm_hour)):\(digits(parts.tm_min))"
    }

    private var seconds: time_t {
        let text = Array(description)
        func number(_ range: Range<Int>) -> Int32 { Int32(String(text[range])) ?? 0 }
        var parts = tm()
        (parts.tm_year, parts.tm_mon, parts.tm_mday) = (number(0..<4) - 1900, number(4..<6) - 1, number(6..<8))
        (parts.tm_hour, parts.tm_min, parts.tm_sec) = (number(9..<11), number(11..<13), number(13..<15))
        return timegm(&parts)
    }
}

private func digits(_ number: Int32, _ count: Int = 2) -> String { String(("000" + String(number)).suffix(count)) }
