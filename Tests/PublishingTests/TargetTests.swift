import Foundation
import Publishing
import Testing

@Suite struct TargetTests {
    @Test func `addresses say where and how`() throws {
        #expect(try TargetAddress("/srv/webb/") == .folder("/srv/webb"))
        #expect(try TargetAddress("sftp://webb@example.org:2222/srv/webb%20plats/") == .sftp(destination: "webb@example.org", port: 2222, path: "/srv/webb plats"))
        #expect(try TargetAddress("sftp://example.org/~/webb") == .sftp(destination: "example.org", port: nil, path: "webb"))
        #expect(try TargetAddress("https://example.org/webb/") == .webDAV(base: "https://example.org/webb"))
        #expect(try TargetAddress("http://127.0.0.1:8080/x") == .webDAV(base: "http://127.0.0.1:8080/x"))
    }

    @Test(arguments: [
        ("https://a:b@example.org/x", ReleaseError.BadAddress.credentials), ("https://a@example.org/x", .credentials), ("sftp://a:b@example.org/x", .credentials),
        ("http://example.org/x", .unencrypted), ("http://127.0.0.1.example.org/x", .unencrypted), ("ftp://example.org/x", .unsupported(scheme: "ftp")),
        ("sftp://-oProxyCommand=x/y", .unreadable), ("sftp://example.org/a%0Ab", .unreadable), ("sftp://example.org/a/../b", .unreadable),
        ("https:///x", .unreadable), ("https://example.org/x?y", .unreadable),
    ])
    func `addresses that would harm are refused`(text: String, problem: ReleaseError.BadAddress) {
        #expect(throws: ReleaseError.badAddress(problem)) { try TargetAddress(text) }
    }

    @Test func `names are quoted for sftp so that they are neither options nor patterns`() {
        var batch = SFTPBatch()
        batch.add("put", "a \"b\" *.html", "c'd")
        batch.add("rm", "e", mayFail: true)
        #expect(batch.lines == [#"@put "a \"b\" *.html" "c'd""#, #"-@rm "e""#])
    }

    @Test func `a server's listing gives paths and sizes, whatever the names`() {
        let lines = [
            "drwxr-xr-x    ? root     root         4096 Nov 25 16:53 rel/.", "drwxr-xr-x    ? 0        0            4096 Nov 25 16:53 rel/a åb",
            "-rw-r--r--    1 0        0              37 Nov 25  2024 rel/a åb/x *[1]\"q'  ?#å.txt", "nonsens",
        ]
        let entries = SFTPSession.entries(lines)
        #expect(entries.map(\.path) == ["rel/a åb", "rel/a åb/x *[1]\"q'  ?#å.txt"])
        #expect(entries.map(\.isFolder) == [true, false] && entries.map(\.size) == [4096, 37])
    }

    @Test func `paths are escaped for an address byte by byte`() {
        #expect(WebDAVServer.escaped("a b/å?#%.html") == "a%20b/%C3%A5%3F%23%25.html")
    }
}

@Suite struct LockHolderTests {
    private let mine = LockHolder.this(at: Date(timeIntervalSince1970: 0))

    @Test func `a lock says who holds it, and no two are alike`() throws {
        let read = try #require(LockHolder(text: Array(mine.text.utf8)))
        #expect(read == mine && read.process == getpid() && read.since == "1970-01-01T00:00:00Z")
        #expect(LockHolder.this(at: Date(timeIntervalSince1970: 0)) != mine)
        #expect(LockHolder(text: Array("annat".utf8)) == nil)
    }

    @Test func `only a process that is certainly gone may lose its lock`() throws {
        #expect(!mine.isGone)
        func changed(_ line: Int, to text: String) throws -> LockHolder {
            var lines = mine.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            lines[line] = text
            return try #require(LockHolder(text: Array(lines.joined(separator: "\n").utf8)))
        }
        // No such process; the same number given to another; another machine or container, of which nothing is known.
        #expect(try changed(3, to: "4194305").isGone)
        #expect(try changed(5, to: "1").isGone)
        #expect(try !changed(4, to: "annan").isGone)
    }
}
