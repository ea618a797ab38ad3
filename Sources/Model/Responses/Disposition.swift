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
        Field("synpunkt", "Synpunkt", \.viewpoint, required: true, help: "Synpunktens id: EAV-07. Varje synpunkt har högst en post här."),
        Field(
            "utfall", "Utfall", \.outcome, required: true,
            help: "Vad som blev av synpunkten. Hänskjuts: frågan lämnas vidare till någon annan. Noteras: synpunkten är läst och leder inte till någon ändring."),
        Field(
            "skäl", "Skäl", \.reason,
            help: "Varför utfallet blev så, riktat till den som svarade. Krävs när det önskade inte tillgodoses helt eller skickas vidare."),
        Field(
            "finns-i", "Finns i", \.shownIn,
            help: "Adresser i den nya upplagan som visar det: [kapitel:samverkan]. Krävs när synpunkten är tillgodosedd, så att ändringen går att se."),
        Field(
            "beslutat-av", "Beslutat av", \.decidedBy,
            help: "Den person eller det organ som har avgjort utfallet. Lämna tomt tills det är avgjort."),
        Field("datum", "Datum", \.date, help: "Dagen då utfallet avgjordes: 2026-06-01."),
        Field(
            "teman", "Teman", \.themes,
            help: "Ord att sortera jämförelsen efter: [ansvar, samordning]. Använd samma ord för samma sak i hela filen."),
        Field(
            "sammanförd-med", "Sammanförd med", \.mergedWith,
            help: "Id för synpunkter som säger samma sak och besvaras tillsammans: [EAV-08, EAV-65]. Var och en behåller sin egen post."),
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
