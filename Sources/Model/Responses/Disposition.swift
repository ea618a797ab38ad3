import Diagnostics

/// What the editorial team makes of a viewpoint (hantering); one for each.
package struct Disposition: Record {
    package var viewpoint: Located<String>?
    package var outcome: Located<Outcome>?
    package var reason: Prose?
    package var decidedBy: Located<String>?
    package var date: Located<PartialDate>?
    /// The elements of the answering edition that show it.
    package var shownIn: [Link<Anything>] = []
    package var themes: [Located<String>] = []
    /// Viewpoints that say the same and are answered together.
    package var mergedWith: [Located<String>] = []

    package init() {}

    package static let fields: [Field<Disposition>] = [
        Field("synpunkt", "Synpunkt", \.viewpoint, required: true),
        Field("utfall", "Utfall", \.outcome, required: true),
        Field("skäl", "Skäl", \.reason),
        Field("finns-i", "Finns i", \.shownIn),
        Field("beslutat-av", "Beslutat av", \.decidedBy),
        Field("datum", "Datum", \.date),
        Field("teman", "Teman", \.themes),
        Field("sammanförd-med", "Sammanförd med", \.mergedWith),
    ]
}

/// What came of a viewpoint.
package enum Outcome: String, ControlledValue {
    case met = "tillgodoses"
    case partlyMet = "tillgodoses delvis"
    case notMet = "tillgodoses inte"
    case alreadyMet = "redan tillgodosett"
    case referred = "hänskjuts"
    case noted = "noteras"

    /// Whether the answering edition shows it.
    package var isShown: Bool { [.met, .partlyMet, .alreadyMet].contains(self) }
}
