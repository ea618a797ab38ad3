import Preview
import Testing

/// Which requests the preview answers.
struct RequestHeadTests {
    private func head(_ text: String) -> RequestHead? {
        RequestHead(Array(text.replacing("\n", with: "\r\n").utf8))
    }

    @Test func `a path is decoded and parted from its query`() throws {
        let head = try #require(self.head("GET /trygghetsprogram/m%C3%A5l.html?a=1 HTTP/1.1\nHost: localhost:4870\n\n"))
        #expect(head.method == "GET")
        #expect(head.path == "/trygghetsprogram/mål.html")
        #expect(head.query == "a=1")
    }

    @Test(arguments: [
        "", "GET\n\n", "GET / HTTP/2\n\n", "GET http://else.where/ HTTP/1.1\n\n", "GET /%00 HTTP/1.1\n\n", "GET /%ff HTTP/1.1\n\n",
        "GET / HTTP/1.1\nHost: localhost:4870\nHost: else.where\n\n", "GET / HTTP/1.1\nno colon\n\n",
    ])
    func `what is no request of ours is not read as one`(_ text: String) {
        #expect(head(text) == nil)
    }

    @Test(arguments: [
        ("Host: 127.0.0.1:4870", true), ("Host: localhost:4870", true), ("HOST: localhost:4870\nOrigin: http://localhost:4870", true),
        // Another site whose name leads to this machine.
        ("Host: else.where:4870", false), ("Host: 127.0.0.1", false), ("Accept: */*", false),
        ("Host: 127.0.0.1:4870\nOrigin: http://else.where", false), ("Host: 127.0.0.1:4870\nOrigin: null", false),
    ])
    func `only its own pages are answered`(_ lines: String, _ isOwn: Bool) throws {
        let head = try #require(self.head("GET / HTTP/1.1\n\(lines)\n\n"))
        #expect(head.isOwn(port: 4870) == isOwn)
    }
}
