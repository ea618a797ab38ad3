import Foundation
import Model
import Tools

/// Requests to a WebDAV server, several at a time, through the program `curl`.
package struct WebDAVServer: Sendable {
    /// With the escapes of an address and without a slash at the end.
    let base: String
    let credentials: (user: String, password: String)?

    enum Action {
        case get(into: String)
        case head
        case put(file: String)
        case makeFolder
        case delete
    }

    struct Request {
        let action: Action
        let path: String
    }

    /// So many go to one process of `curl`.
    private static let runLength = 400

    /// The status of each answer.
    func perform(_ requests: [Request]) throws -> [Int] {
        var statuses = [Int](repeating: 0, count: requests.count)
        for start in stride(from: 0, to: requests.count, by: Self.runLength) {
            let run = start..<min(start + Self.runLength, requests.count)
            // Everything is told on standard input: arguments can be seen by all users of the machine.
            let configuration = run.map { section(requests[$0], number: $0) }.joined(separator: "next\n")
            let arguments = ["--disable", "--silent", "--show-error", "--parallel", "--parallel-max", "8", "--config", "-"]
            let said = try ExternalTool("curl", seconds: 6 * 3600).run(arguments, input: Array(configuration.utf8))
            for line in said.split(separator: UInt8(ascii: "\n")) {
                let numbers = line.split(separator: UInt8(ascii: " ")).compactMap { Int(String(decoding: $0, as: UTF8.self)) }
                if numbers.count == 2, run.contains(numbers[0]) { statuses[numbers[0]] = numbers[1] }
            }
        }
        return statuses
    }

    private func section(_ request: Request, number: Int) -> String {
        var lines = ["url = \(Self.quoted(base + "/" + Self.escaped(request.path)))", "write-out = \"\(number) %{http_code}\\n\"", "globoff"]
        lines += ["connect-timeout = 20", "speed-limit = 1", "speed-time = 60", "proto = \"=https,http\""]
        lines.append(credentials.map { "user = \(Self.quoted("\($0.user):\($0.password)"))" } ?? "netrc-optional")
        // Some servers never answer it, and then each file waits a second.
        lines.append("header = \"Expect:\"")
        var output = "/dev/null"
        switch request.action {
        case .get(let file):
            output = file
            lines.append("header = \"Cache-Control: no-cache\"")
        case .head: lines.append("head")
        case .put(let file): lines.append("upload-file = \(Self.quoted(file))")
        case .makeFolder: lines.append("request = \"MKCOL\"")
        case .delete: lines.append("request = \"DELETE\"")
        }
        lines.append("output = \(Self.quoted(output))")
        return lines.joined(separator: "\n") + "\n"
    }

    /// As curl's configuration wants it: a line break would begin another option.
    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    package static func escaped(_ path: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): bytes.append(byte)
            case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"): bytes.append(byte)
            default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
