import Diagnostics
import Model

extension Rule {
    static let elementRequired = Rule(
        "element-required",
        summary: Message("Varje del som kravprofilen nämner finns.", en: "Every element that the profile names exists."),
        rationale: Message(
            "Kravprofilen säger vilka teorier, styrdokument, perspektiv, konflikter och steg som programmet måste ha. Den som saknas ska synas med sitt namn.",
            en: "The profile says which theories, documents, perspectives, conflicts and steps a programme must have. What is missing must show by name."),
        requirements: ["R20", "R26", "R30", "R31", "R32", "R47", "R52", "R13", "R4"],
        viewpoints: ["V8", "V9", "V20", "V22", "V74", "V80", "V91", "V92", "V93", "V94", "V95", "V96", "V97", "V99"],
        judgesAbsence: true,
        rejects: [
            Example("program/program.yaml", ("teorier: [teori:tillfalle]", "teorier: [teori:tillfalle, ↓teori:vanor]")),
            Example("program/program.yaml", ("delar: [", "delar: [↓konfliktsteg:upptack, ")),
        ]
    ) { catalog in
        let profile = catalog.edition.programme.required
        let chapters = Set(profile.chapters.compactMap(\.address?.value))
        var seen: Set<Address> = []
        return profile.namedElements.compactMap { named in
            // A chapter's own rule says what it should hold.
            guard catalog.elementsByAddress[named.value] == nil, !chapters.contains(named.value), seen.insert(named.value).inserted else { return nil }
            let kind = named.value.kind
            return Finding(
                Message(
                    "\(named.value) krävs men finns inte. Lägg till \(kind.name.singular) \(kind.place), eller ta bort kravet.",
                    en: "\(named.value) is required but doesn't exist. Add it, or remove the requirement."),
                at: named.range, requirement: kind.requirement)
        }
    }
}

extension ElementKind {
    /// The requirement that asks for elements of the kind.
    fileprivate var requirement: String {
        switch self {
        case .theory: "R20"
        case .steeringDocument: "R26"
        case .perspective: "R47"
        case .conflictType, .conflictStep: "R32"
        case .placeFunction: "R30"
        case .concept: "R13"
        case .role: "R52"
        case .escalationPath: "R31"
        default: "R4"
        }
    }

    /// `i mappen teorier`, `i mål.yaml`.
    fileprivate var place: String {
        switch home {
        case .folder(let name): "i mappen \(name)"
        case .register(let name): "i \(name)"
        }
    }
}
