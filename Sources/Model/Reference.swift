import Diagnostics

/// What an author wrote to point at something, and where. Resolving gives each site its target.
package struct ReferenceSite: Sendable {
    package enum Wanted: Sendable, Hashable {
        /// An address, as written; nil kinds allow any element.
        case element(String, kind: ElementKind?)
        /// The key of a bibliography entry.
        case source(String)
    }

    package let wanted: Wanted
    /// The address or key itself, without brackets, `@` or quotation marks.
    package let range: SourceRange
    /// The element whose text or field this is; nil in what belongs to the file as a whole.
    package let owner: Address?
    /// The field it stands in; nil in an element's own prose.
    package let field: String?
    /// Whether a typed block or a note that is named here can be put here.
    package let isPlace: Bool

    package init(_ wanted: Wanted, at range: SourceRange, owner: Address?, field: String?, isPlace: Bool = false) {
        self.wanted = wanted
        self.range = range
        self.owner = owner
        self.field = field
        self.isPlace = isPlace
    }
}

/// Names one `ReferenceSite`: the file it stands in and its number there.
package struct SiteID: Hashable, Sendable {
    package let file: FileID
    package let number: Int32

    package init(file: FileID, number: Int) {
        self.file = file
        self.number = Int32(number)
    }
}

/// The kind of element that a typed link leads to.
package protocol LinkTarget: Sendable {
    static var kind: ElementKind? { get }
}

/// A link of a field to an element of the kind `Target`; `Anything` where a field takes any kind.
package struct Link<Target: LinkTarget>: Sendable {
    package let site: SiteID
}

package enum Anything: LinkTarget {
    package static var kind: ElementKind? { nil }
}

/// A citation in a field: the source and the place in it.
package struct Citation: Sendable {
    package let site: SiteID
    /// As written: `s. 589`, `2 kap. 2 §`; empty when the whole work is meant.
    package let locator: String
}
