import Foundation

/// The first lines of a request, as far as the preview needs them.
package struct RequestHead: Sendable, Equatable {
    package let method: String
    /// With percent encoding decoded, beginning with a slash.
    package let path: String
    package let query: String
    package let host: String?
    package let origin: String?

    /// Longer heads are refused: no browser sends them, and what is read is kept in memory.
    package static let largest = 16 << 10

    /// - Parameter bytes: up to and with the empty line.
    package init?(_ bytes: [UInt8]) {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        var lines = text.split(whereSeparator: \.isNewline)[...]
        let parts = (lines.popFirst() ?? "").split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[2].hasPrefix("HTTP/1."), parts[1].hasPrefix("/") else { return nil }
        method = String(parts[0])
        let target = parts[1].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard let path = String(target[0]).removingPercentEncoding, !path.utf8.contains(0) else { return nil }
        self.path = path
        query = target.count > 1 ? String(target[1]) : ""
        var host: String?
        var origin: String?
        for line in lines {
            let sides = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard sides.count == 2 else { return nil }
            let value = sides[1].trimmingCharacters(in: .whitespaces)
            switch sides[0].lowercased() {
            case "host":
                // Two of them is a way to be taken for another.
                guard host == nil else { return nil }
                host = value
            case "origin": origin = value
            default: break
            }
        }
        self.host = host
        self.origin = origin
    }

    /// Whether the request was sent to this server by one of its own pages, or by nobody's page. Another site that
    /// has been given our address by its name server sends its own name as host.
    package func isOwn(port: UInt16) -> Bool {
        let hosts = ["127.0.0.1:\(port)", "localhost:\(port)"]
        guard let host, hosts.contains(host) else { return false }
        return origin.map { hosts.map { "http://\($0)" }.contains($0) } ?? true
    }
}
