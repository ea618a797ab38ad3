import Foundation

/// What the preview answers a request with.
struct Response: Sendable {
    let status: String
    let contentType: String
    let body: Data

    init(_ status: String = "200 OK", type: String, body: Data) {
        self.status = status
        contentType = type
        self.body = body
    }

    static func refusal(_ status: String, _ text: String) -> Response {
        Response(status, type: "text/plain; charset=utf-8", body: Data((text + "\n").utf8))
    }

    /// - Parameter includesBody: false for a request of the head alone.
    func bytes(includesBody: Bool) -> Data {
        var bytes = Data(
            """
            HTTP/1.1 \(status)\r
            Content-Type: \(contentType)\r
            Content-Length: \(body.count)\r
            Cache-Control: no-store\r
            X-Content-Type-Options: nosniff\r
            Cross-Origin-Resource-Policy: same-origin\r
            Connection: close\r
            \r

            """.utf8)
        if includesBody { bytes += body }
        return bytes
    }

    static func contentType(ofFile path: String) -> String {
        switch path.split(separator: ".").last {
        case "html": "text/html; charset=utf-8"
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "json": "application/json"
        case "md": "text/markdown; charset=utf-8"
        case "csv": "text/csv; charset=utf-8"
        case "svg": "image/svg+xml"
        case "png": "image/png"
        case "jpg", "jpeg": "image/jpeg"
        case "pdf": "application/pdf"
        case "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        default: "application/octet-stream"
        }
    }
}
