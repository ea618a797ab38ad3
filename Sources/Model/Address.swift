import Diagnostics

/// What kind of thing an element is. The raw value is the prefix of its address, and the scheme of a link to it: ASCII,
/// since CommonMark's `<begrepp:…>` allows nothing else.
package enum ElementKind: String, CaseIterable, Sendable {
    case chapter = "kapitel"
    case goal = "mal"
    case role = "roll"
    case assignment = "uppdrag"
    case concept = "begrepp"
    case theory = "teori"
    case focusArea = "fokusomrade"
    case workingMethod = "arbetssatt"
    case steeringDocument = "styrdokument"
    case conflictType = "konflikt"
    case conflictStep = "konfliktsteg"
    case escalationPath = "stodvag"
    case perspective = "perspektiv"
    case cause = "orsak"
    case measure = "atgard"
    case placeFunction = "platsfunktion"
    case forum = "forum"
    case learning = "larande"
    case development = "handelse"
    case gap = "lucka"

    /// As a reader sees it, in the singular and the plural.
    package var name: (singular: String, plural: String) {
        switch self {
        case .chapter: ("kapitel", "kapitel")
        case .goal: ("mål", "mål")
        case .role: ("roll", "roller")
        case .assignment: ("uppdrag", "uppdrag")
        case .concept: ("begrepp", "begrepp")
        case .theory: ("teori", "teorier")
        case .focusArea: ("fokusområde", "fokusområden")
        case .workingMethod: ("arbetssätt", "arbetssätt")
        case .steeringDocument: ("styrdokument", "styrdokument")
        case .conflictType: ("konflikttyp", "konflikttyper")
        case .conflictStep: ("steg i konflikthanteringen", "steg i konflikthanteringen")
        case .escalationPath: ("stödväg", "stödvägar")
        case .perspective: ("perspektiv", "perspektiv")
        case .cause: ("orsak", "orsaker")
        case .measure: ("åtgärd", "åtgärder")
        case .placeFunction: ("funktion på plats", "funktioner på plats")
        case .forum: ("samordningsform", "samordningsformer")
        case .learning: ("lärande", "lärande")
        case .development: ("händelse", "händelser")
        case .gap: ("kunskapslucka", "kunskapsluckor")
        }
    }

    /// Where the elements live inside a programme's folder: a folder of Markdown files, or one YAML register.
    package var home: ElementHome {
        switch self {
        case .chapter: .folder("kapitel")
        case .concept: .folder("begrepp")
        case .theory: .folder("teorier")
        case .focusArea: .folder("fokusområden")
        case .goal: .register("mål.yaml")
        case .role: .register("roller.yaml")
        case .assignment: .register("uppdrag.yaml")
        case .workingMethod: .register("arbetssätt.yaml")
        case .steeringDocument: .register("styrdokument.yaml")
        case .conflictType: .register("konflikter.yaml")
        case .conflictStep: .register("konflikthantering.yaml")
        case .escalationPath: .register("stödvägar.yaml")
        case .perspective: .register("perspektiv.yaml")
        case .cause: .register("orsaker.yaml")
        case .measure: .register("åtgärder.yaml")
        case .placeFunction: .register("platsfunktioner.yaml")
        case .forum: .register("samordning.yaml")
        case .learning: .register("lärande.yaml")
        case .development: .register("rättsutveckling.yaml")
        case .gap: .register("luckor.yaml")
        }
    }

    /// Whether an element of this kind can be a page of its own in the reading order.
    package var isPage: Bool { self == .chapter || self == .focusArea }
}

package enum ElementHome: Sendable, Equatable {
    case folder(String)
    case register(String)
}

/// The stable address of an element, as `begrepp:utsatt-omrade`: what authors link to and responses point at.
package struct Address: Hashable, Sendable, CustomStringConvertible {
    package let kind: ElementKind
    /// `a-z`, `0-9` and `-`.
    package let slug: String

    package init(_ kind: ElementKind, _ slug: String) {
        self.kind = kind
        self.slug = slug
    }

    /// Nil when the text is not `kind:slug` with a kind that exists.
    package init?(_ text: String) {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")),
            let kind = ElementKind(rawValue: String(text[..<colon]))
        else { return nil }
        self.init(kind, String(text[text.utf8.index(after: colon)...]))
    }

    package var description: String { "\(kind.rawValue):\(slug)" }

    /// The id of the element in every output, and the stem of its file when it is a page.
    package var anchor: String { "\(kind.rawValue)-\(slug)" }

    /// The slug that a name comes nearest to: itself when it is one, else with plain letters and hyphens; the name
    /// when nothing of it can stand.
    package static func slug(near name: String) -> String {
        guard !isSlug(name) else { return name }
        let plain = name.lowercased().replacing("å", with: "a").replacing("ä", with: "a").replacing("ö", with: "o").replacing("é", with: "e")
        let kept = plain.unicodeScalars.map { ("a"..."z").contains($0) || ("0"..."9").contains($0) ? Character($0) : "-" }
        let slug = String(kept).split(separator: "-").joined(separator: "-")
        return isSlug(slug) ? slug : name
    }

    package static func isSlug(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 100 && text.utf8.first != UInt8(ascii: "-")
            && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-") }
    }
}

/// An address that is named, not linked: whether it exists is for a rule to say.
extension Address: ScalarValue {
    package init?(authored text: String) { self.init(text) }
    package static var form: Message {
        Message("Skriv en adress: slag:namn, till exempel begrepp:utsatt-omrade.", en: "Write an address: kind:name, such as begrepp:utsatt-omrade.")
    }
    package var text: String { description }
}
