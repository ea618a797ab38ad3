import Diagnostics
import Model

/// A new programme: its metadata and a first chapter, valid as written.
package enum ProgrammeScaffold {
    /// By path below the programme's folder.
    package static func files(title: String) -> [(path: String, bytes: [UInt8])] {
        let name = JSONValue.string(title).text(indented: false)
        return [
            (
                "program.yaml",
                Array(
                    """
                    titel: \(name)
                    status: utkast
                    # period: { från: 2027, till: 2030 }
                    # beslutsinstans: Kommunfullmäktige
                    # framtaget-av: \(TemplateText.word)
                    # syfte: \(TemplateText.purpose)
                    # Vad programmet också är, till exempel Kommunens brottsförebyggande program, eller varför det inte är något annat.
                    # även: [Kommunens brottsförebyggande program]
                    # även-inget: \(TemplateText.word)
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
