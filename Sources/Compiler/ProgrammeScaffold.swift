import Diagnostics
import Model

/// A new programme: its metadata and a first chapter, valid as written.
package enum ProgrammeScaffold {
    /// A project that has one document.
    package static func project(document: String) -> [UInt8] {
        Array(
            """
            namn: \(TemplateText.projectName)
            språk: sv
            # Dagen som innehållet bedöms efter. Utan den används dagens datum.
            # bedömningsdag: 2027-01-31
            dokument: [\(document)]

            """.utf8)
    }

    /// By path below the programme's folder.
    /// - Parameter year: the first year that it may apply.
    package static func files(title: String, from year: Int = 2027) -> [(path: String, bytes: [UInt8])] {
        let name = JSONValue.string(title).text(indented: false)
        return [
            (
                "program.yaml",
                Array(
                    """
                    titel: \(name)
                    status: utkast
                    # Ändra till de år som programmet ska gälla.
                    period: { från: \(year), till: \(year + 3) }
                    beslutsinstans: Kommunfullmäktige
                    # framtaget-av: \(TemplateText.word)
                    # syfte: \(TemplateText.purpose)
                    # Vad programmet också är, till exempel Kommunens brottsförebyggande program, eller varför det inte är något annat.
                    # även: [Kommunens brottsförebyggande program]
                    även-inget: \(TemplateText.word)
                    # Vad programmet ersätter, eller att det inte ersätter något.
                    ersätter-inget: Programmet är nytt.
                    läsordning: [kapitel:inledning]
                    # Vad programmet hålls till. Se handboken om kravprofilen.
                    # kräver:
                    #   teorier: []
                    #   styrdokument: []

                    """.utf8)
            ),
            (
                "kapitel/inledning.md",
                Array(
                    """
                    ---
                    titel: Inledning
                    ---

                    \(TemplateText.introduction)

                    """.utf8)
            ),
        ]
    }
}
