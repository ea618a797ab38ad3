import CCMark
import Glibc

/// A node of libcmark; its layout is libcmark's own.
typealias CNode = OpaquePointer

/// The owner of one libcmark tree, and the only place that frees one.
struct Tree: ~Copyable, @unchecked Sendable {
    // Sendable: the pointers are reachable through this owner alone, which can't be copied, and libcmark keeps no
    // state outside its tree.
    private let owned: CNode?
    /// Nodes of `Outline.links`, `citations`, `headings`, `placements`, in the same order.
    var links: [CNode] = []
    var citations: [CNode] = []
    var headings: [CNode] = []
    var placements: [CNode] = []

    /// - Parameter root: nil for a text that needs no tree and is never walked.
    init(owning root: CNode?) {
        owned = root
    }

    var root: CNode { owned! }

    deinit {
        if let owned { cmark_node_free(owned) }
    }
}

extension Tree {
    /// Calls `body` with the bytes as a C string.
    static func withCString<Result>(_ bytes: [UInt8], _ body: (UnsafePointer<CChar>) -> Result) -> Result {
        if bytes.last == 0 { return bytes.withUnsafeBytes { body($0.baseAddress!.assumingMemoryBound(to: CChar.self)) } }
        var terminated = bytes
        terminated.append(0)
        return terminated.withUnsafeBytes { body($0.baseAddress!.assumingMemoryBound(to: CChar.self)) }
    }

    static func setURL(_ node: CNode, _ bytes: [UInt8]) {
        _ = withCString(bytes) { cmark_node_set_url(node, $0) }
    }

    static func setLiteral(_ node: CNode, _ bytes: [UInt8]) {
        _ = withCString(bytes) { cmark_node_set_literal(node, $0) }
    }

    /// The ready text of a custom node.
    static func setReady(_ node: CNode, _ bytes: [UInt8]) {
        _ = withCString(bytes) { cmark_node_set_on_enter(node, $0) }
    }

    /// A copy of a string that libcmark keeps.
    static func bytes(_ text: UnsafePointer<CChar>?) -> [UInt8] {
        text.map { Array(UnsafeRawBufferPointer(start: $0, count: strlen($0))) } ?? []
    }

    /// Takes a string that libcmark allocated.
    static func take(_ text: UnsafeMutablePointer<CChar>?) -> [UInt8] {
        defer { free(text) }
        return bytes(text)
    }
}

/// The children of a node, first to last. The tree must not change while they are walked.
struct Children: Sequence, IteratorProtocol {
    private var current: CNode?

    init(of node: CNode) {
        current = cmark_node_first_child(node)
    }

    mutating func next() -> CNode? {
        guard let node = current else { return nil }
        current = cmark_node_next(node)
        return node
    }
}
