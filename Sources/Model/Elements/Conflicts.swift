import Diagnostics

/// A type of conflict between goals or interests (mål- och intressekonflikt).
package struct ConflictType: ElementContent {
    package static let elementKind = ElementKind.conflictType
    package var description: Prose?
    package var parties: [Prose] = []
    package var rules: [ConflictRule] = []
    package var decisionOwners: [Link<Role>] = []
    package var untilDecided: Prose?
    package var funding: [PartyFunding] = []
    package var reportPath: Prose?
    package var sources: [Citation] = []
    package var remark: Prose?

    package init() {}

    package static let fields: [Field<ConflictType>] = [
        Field(
            "beskrivning", "Beskrivning", \.description, required: true,
            help: "Vilka mål, regler eller intressen som krockar, och i vilka lägen det händer."),
        Field("parter", "Parter och värden", \.parties, help: "De som berörs, och vad var och en har att värna, en i varje post."),
        Field("regler", "Regler", \.rules, help: "Lagar, föreskrifter och andra regler som styr avvägningen, med uppgift om vilka som binder."),
        Field("beslutsägare", "Beslutas av", \.decisionOwners, help: "Adressen till den roll som avgör konflikten: [roll:kommunstyrelsen]."),
        Field(
            "tills-beslut", "Tills beslut finns", \.untilDecided,
            help: "Vad som gäller medan ingen har beslutat, så att den som står mitt i konflikten vet vad hon ska göra."),
        Field(
            "ansvar-och-finansiering", "Ansvar och finansiering", \.funding,
            help: "Vem som ansvarar för vad och vem som betalar, en post för varje part. Ansvaret är oklart tills båda står där."),
        Field(
            "rapportväg", "Rapportväg", \.reportPath,
            help: "Hur problemet når den som kan ändra på det, till exempel den som äger ramavtalen, och när svaret ska komma."),
        Field("källor", "Källor", \.sources, help: "Nycklar till källorna för beskrivningen och reglerna."),
        Field("anmärkning", "Anmärkning", \.remark, help: "Det som är osäkert eller inte kontrollerat om konflikten."),
    ]
}

/// A rule that bears on a conflict, and whether it binds.
package struct ConflictRule: Record {
    package var rule: Prose?
    package var isBinding: Located<YesNo>?

    package init() {}

    package static let fields: [Field<ConflictRule>] = [
        Field(
            "regel", "Regel", \.rule, required: true,
            help: "Vad regeln säger om konflikten, i en mening med länk till registret och källhänvisning."),
        Field("bindande", "Bindande", \.isBinding, help: "Skriv ja när regeln måste följas. En bindande regel prövas först och går före programmet."),
    ]
}

/// Who is responsible and who pays, party by party (R35).
package struct PartyFunding: Record {
    package var party: Located<String>?
    package var responsibility: Prose?
    package var funding: Prose?

    package init() {}

    package static let fields: [Field<PartyFunding>] = [
        Field("part", "Part", \.party, required: true, help: "Namnet på parten: Socialnämnden, Polisen."),
        Field("ansvar", "Ansvar", \.responsibility, help: "Vad parten gör, i en eller två meningar. Framgår det inte av underlaget skrivs det ut."),
        Field("finansiering", "Finansiering", \.funding, help: "Vem som betalar och ur vilken budget. Är inget beslutat skrivs det ut."),
    ]
}

/// One of the steps by which a conflict is handled.
package struct ConflictStep: ElementContent {
    package static let elementKind = ElementKind.conflictStep
    package var action: Prose?
    package var responsible: [Link<Role>] = []
    package var documentation: Prose?

    package init() {}

    package static let fields: [Field<ConflictStep>] = [
        Field("gör", "Gör", \.action, required: true, help: "Vad som görs i steget och i vilken ordning, så att den som läser kan följa det."),
        Field("ansvarig", "Ansvarig", \.responsible, help: "Adresser till de roller som för frågan genom steget. Utan ansvarig blir den liggande."),
        Field("dokumenteras", "Dokumenteras", \.documentation, help: "Vad som ska vara nedskrivet när steget är klart, så att nästa kan ta vid."),
    ]
}
