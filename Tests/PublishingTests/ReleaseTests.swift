import Foundation
import Model
import Publishing
import Testing

/// A release of small texts, by path.
func release(_ texts: KeyValuePairs<String, String>) -> Release {
    Release(texts.map { Release.File(path: $0, digest: Fingerprint.text(of: Array($1.utf8))) })
}

@Suite struct ReleaseTests {
    @Test func `a manifest is read back as it was written, in one order`() throws {
        let one = release(["stil.css": "a", "program/å ä*.html": "b", "index.html": "c"])
        let other = release(["index.html": "c", "program/å ä*.html": "b", "stil.css": "a"])
        #expect(one.manifest == other.manifest)
        #expect(Release(manifest: one.manifest) == one)
        // As `printf a | sha256sum` has it.
        #expect(String(decoding: one.manifest, as: UTF8.self).hasSuffix("ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  stil.css\n"))
    }

    @Test(arguments: ["", "kort", "zz", "../utanför", "/etc/passwd", "a//b", "a/./b", "a\\b", "a\u{7}b"])
    func `a manifest from a server that leads elsewhere is refused`(path: String) {
        let digest = String(repeating: "a", count: 64)
        let line = ["", "kort", "zz"].contains(path) ? path : "\(digest)  \(path)\n"
        #expect(Release(manifest: Array(line.utf8)) == nil)
    }

    @Test func `folders come before those in them`() {
        #expect(release(["a/b/c.html": "", "a/d.html": "", "e.html": "", "å/f": ""]).folders == ["a", "a/b", "å"])
    }

    @Test func `a release is named by time and content, and always after the newest`() throws {
        let content = release(["index.html": "a"])
        let id = ReleaseID(content, at: Date(timeIntervalSince1970: 1_795_624_500))
        #expect(id.description == "20261125T163500Z-\(content.digest.prefix(12))")
        let local = DateFormatter()
        (local.locale, local.dateFormat) = (Locale(identifier: "en_US_POSIX"), "yyyy-MM-dd HH:mm")
        #expect(id.timeText == local.string(from: Date(timeIntervalSince1970: 1_795_624_500)) && id.isOf(content) && ReleaseID(id.description) == id)
        let later = ReleaseID(content, at: Date(timeIntervalSince1970: 0), after: id)
        #expect(later > id && later.description.hasPrefix("20261125T163501Z-"))
    }

    @Test(arguments: ["", "current", ".incoming-1", "20261125T163500Z", "20261125T163500Z-3f2a9c0b1d2e0", "2026112åT163500Z-3f2a9c0b1d2"])
    func `no other folder is taken for a release`(name: String) {
        #expect(ReleaseID(name) == nil)
    }
}

@Suite struct PublishPlanTests {
    private let old = release(["a": "1", "b": "1", "c": "1"])
    private let new = release(["a": "1", "b": "2", "d": "1"])

    @Test func `what differs is told by content`() {
        let plan = PublishPlan(from: old, to: new)
        #expect(plan.added == ["d"] && plan.changed == ["b"] && plan.removed == ["c"] && plan.unchanged == ["a"])
        #expect(PublishPlan(from: nil, to: new).added == ["a", "b", "d"])
        #expect(PublishPlan(from: new, to: new).isEmpty)
    }

    @Test func `nothing is taken for granted where a publishing was interrupted`() {
        // The interrupted one was to give `a` another text, to add `e` and to remove `b`; the old is published again.
        let plan = PublishPlan(from: old, to: old, uncertain: ["a", "b", "e"])
        #expect(plan.changed == ["a", "b"] && plan.removed == ["e"] && plan.unchanged == ["c"])
    }

    @Test func `removals are capped, by a fifth when nothing else is said`() throws {
        let plan = PublishPlan(from: old, to: new)
        #expect(throws: ReleaseError.tooManyRemovals(1, cap: 0)) { try plan.checkRemovals(cap: 0) }
        try plan.checkRemovals(cap: 1)
        try PublishPlan(from: old, to: release([:])).checkRemovals(cap: nil)
        let many = Release((0..<200).map { Release.File(path: "\($0)", digest: "x") })
        try PublishPlan(from: many, to: Release(Array(many.files.prefix(160)))).checkRemovals(cap: nil)
        #expect(throws: ReleaseError.tooManyRemovals(41, cap: 40)) { try PublishPlan(from: many, to: Release(Array(many.files.prefix(159)))).checkRemovals(cap: nil) }
    }

    @Test func `what a page needs goes before it, and the lists last`() {
        let paths = ["manifest.json", "index.html", "a/index.html", "a/sida.html", "a/sida.md", "stil.css", "a/manifest.json"]
        let order = PublishStage.allCases.map { stage in paths.filter { PublishStage($0) == stage } }
        #expect(order == [["stil.css", "a/manifest.json"], ["a/sida.html", "a/sida.md"], ["index.html", "a/index.html"], ["manifest.json"]])
    }

    @Test func `the oldest are pruned, never the one that readers have`() {
        let ids = (0..<5).compactMap { ReleaseID("2026112\($0)T000000Z-3f2a9c0b1d2e") }
        #expect(ReleasePublisher.superfluous(ids, keeping: 2, current: ids[4]) == Array(ids[..<3]))
        #expect(ReleasePublisher.superfluous(ids, keeping: 2, current: ids[1]) == [ids[0], ids[2]])
        #expect(ReleasePublisher.superfluous(ids, keeping: 9, current: ids[1]).isEmpty)
    }
}
