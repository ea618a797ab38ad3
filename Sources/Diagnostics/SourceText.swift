/// A file of the content as it was read: its path inside the content root and its bytes, untouched.
///
/// Every position in the system is a byte offset into `bytes`; lines and columns are derived when a finding is shown.
package final class SourceText: Sendable {
    /// Relative to the content root, `/`-separated, normalised to NFC.
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// What stands in a range.
    package func text(in range: SourceRange) -> String {
        String(decoding: bytes[range.bytes], as: UTF8.self)
    }
}

/// Index of a file in `SourceMap.files`; stable for one run.
package struct FileID: Hashable, Sendable, Comparable {
    package let index: Int32

    package init(_ index: Int) {
        self.index = Int32(index)
    }

    package static func < (left: FileID, right: FileID) -> Bool { left.index < right.index }
}

/// Bytes `lower ..< upper` of one file.
package struct SourceRange: Hashable, Sendable {
    package let file: FileID
    package let lower: Int32
    package let upper: Int32

    package init(file: FileID, _ bytes: Range<Int>) {
        self.file = file
        lower = Int32(bytes.lowerBound)
        upper = Int32(bytes.upperBound)
    }

    /// The top of a file: for what a file lacks as a whole.
    package static func top(of file: FileID) -> SourceRange { SourceRange(file: file, 0..<0) }

    package var bytes: Range<Int> { Int(lower)..<Int(upper) }
}

extension SourceRange: Comparable {
    package static func < (left: SourceRange, right: SourceRange) -> Bool {
        (left.file, left.lower, left.upper) < (right.file, right.lower, right.upper)
    }
}

/// A value and the smallest text of a file that says it.
package struct Located<Value> {
    package let value: Value
    package let range: SourceRange

    package init(_ value: Value, at range: SourceRange) {
        self.value = value
        self.range = range
    }

    package func map<Other>(_ transform: (Value) -> Other) -> Located<Other> {
        Located<Other>(transform(value), at: range)
    }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}

/// All files of a run; what turns byte offsets into lines and columns.
package struct SourceMap: Sendable {
    package let files: [SourceText]

    package init(_ files: [SourceText]) {
        self.files = files
    }

    package subscript(file: FileID) -> SourceText { files[Int(file.index)] }
}
