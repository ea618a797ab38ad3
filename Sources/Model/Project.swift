import Diagnostics

/// The project file (`styrdok.yaml`).
package struct Project: Record {
    package var name: Located<String>?
    package var language: Located<String>?
    package var judgementDay: Located<PartialDate>?
    package var documents: [Located<String>] = []
    package var consultations: [Located<String>] = []

    /// A regular expression that the sender's registry numbers match, and an example of one.
    package var registryNumberPattern: Located<String>?
    package var registryNumberExample: Located<String>?

    package var accessibility: Accessibility?
    /// The heading level that fragments for other pages begin at.
    package var fragmentHeading: Located<HeadingLevel>?

    package init() {}

    package static let fields: [Field<Project>] = [
        Field(
            "namn", "Namn", \.name, required: true,
            help: "Namnet på hela samlingen, till exempel kommunens namn och vad den gäller. Det blir rubrik på den första sidan."),
        Field(
            "språk", "Språk", \.language,
            help: "Språket som innehållet är skrivet på: sv. En upplysning; reglerna om språk gäller alltid svenska."),
        Field(
            "bedömningsdag", "Bedömningsdag", \.judgementDay,
            help: "Dagen som innehållet bedöms efter, till exempel vilka lagar som gäller då. Utan den används dagens datum, och resultatet ändras med tiden."),
        Field(
            "dokument", "Dokument", \.documents, required: true,
            help: "Mapparna med dokument, i den ordning som startsidan visar dem: [trygghetsprogram, handbok]. Bara de som står här granskas och byggs."),
        Field(
            "remisser", "Remisser", \.consultations,
            help: "Mapparna under remisser: [trygghetsprogram-2020]. Står någon här granskas och byggs bara de som står här."),
        Field(
            "diarienummermönster", "Diarienummermönster", \.registryNumberPattern,
            help: "Reguljärt uttryck för avsändarens diarienummer, till exempel KS [0-9]{4}/[0-9]+. Ett nummer av annan form är ofta felskrivet."),
        Field(
            "diarienummerexempel", "Diarienummerexempel", \.registryNumberExample,
            help: "Ett nummer som passar mönstret: KS 2026/123. Den som har skrivit i fel form får se det."),
        Field(
            "tillgänglighet", "Tillgänglighetsredogörelse", \.accessibility,
            help: "Det som lagen kräver att en organisation berättar om hur tillgängliga dess sidor är. Det som inte anges står som att uppgift saknas. Utan nyckeln skrivs ingen redogörelse."),
        Field(
            "cms-rubriknivå", "Rubriknivå i cms-fragment", \.fragmentHeading,
            help: "Nivån som rubrikerna börjar på i fragment för ett publiceringssystem: 2, 3 eller 4. Utan nyckeln 2."),
    ]
}
