import Diagnostics
import Model

extension Rule {
    static let programmeIdentified = Rule(
        "programme-identified",
        summary: Message(
            "Programmet anger period, beslutsinstans, vad det ersätter och vilka andra program det är.",
            en: "The programme states its period, who decides it, what it replaces and which other programmes it is."),
        rationale: Message(
            "Den som ska följa ett program måste veta när det gäller, vem som har beslutat det och vilken äldre text som har slutat gälla, i vilken del.",
            en: "Whoever follows a programme must know when it applies, who decided it and which older text no longer applies, in which part."),
        requirements: ["R1"],
        accepts: [
            Example("program/program.yaml", ("även: [Kommunens brottsförebyggande program]", "även-inget: Kommunen har inget annat program för detta."))
        ],
        rejects: [
            Example("program/program.yaml", ("titel: Program", "titel: ↓Program"), ("även: [Kommunens brottsförebyggande program]\n", "")),
            Example("program/program.yaml", ("titel: Program", "titel: ↓Program"), ("beslutsinstans: Kommunfullmäktige\n", "")),
            Example("program/program.yaml", ("titel: Program", "titel: ↓Program"), ("ersätter-inget: Programmet är kommunens första.\n", "")),
            Example("program/program.yaml", ("titel: Program", "titel: ↓Program"), ("utkast", "beslutad")),
        ]
    ) { catalog in
        let programme = catalog.edition.programme
        guard let title = programme.title else { return [] }
        var missing: [String] = []
        if programme.period?.from == nil || programme.period?.until == nil { missing.append("period") }
        if programme.decidingBody == nil { missing.append("beslutsinstans") }
        if programme.otherRoles.isEmpty, programme.noOtherRoles == nil { missing.append("även (eller även-inget)") }
        if programme.replaces.isEmpty, programme.replacesNothing == nil { missing.append("ersätter (eller ersätter-inget)") }
        if programme.status?.value == .decided, programme.decided == nil { missing.append("beslutsdatum") }
        return Finding.lacking(
            title, missing,
            Message("Läsaren ser annars inte om programmet gäller.", en: "Otherwise a reader can't see whether it applies."))
    }
}
