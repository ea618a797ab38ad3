import Diagnostics

/// A cause of a problem (orsak), its level and source.
package struct Cause: ElementContent {
    package static let elementKind = ElementKind.cause
    package var description: Prose?
    package var levels: [Located<CauseLevel>] = []
    package var authority: Located<AuthorityToDecide>?
    package var sources: [Citation] = []
    package var isAssessment: Located<YesNo>?
    package var measures: [Link<Measure>] = []

    package init() {}

    package static let fields: [Field<Cause>] = [
        Field(
            "beskrivning", "Beskrivning", \.description, required: true,
            help: "Vad orsaken är och hur den hänger ihop med problemet, med källhänvisningar."),
        Field("nivå", "Nivå", \.levels, help: "Var orsaken ligger; flera går bra. Mycket av det som ligger bakom beslutas av staten eller regionen."),
        Field(
            "rådighet", "Stadens rådighet", \.authority,
            help: "Om kommunen kan påverka orsaken: ja, delvis eller nej. Det avgör vilka åtgärder som är möjliga."),
        Field("källor", "Källor", \.sources, help: "Nycklar till det som stöder att orsaken spelar roll. Saknas källa skrivs ja under bedömning."),
        Field(
            "bedömning", "Bedömning", \.isAssessment,
            help: "Skriv ja när sambandet är programmets egen bedömning, nej när källorna visar det. Läsaren ska kunna skilja dem åt."),
        Field(
            "åtgärder", "Åtgärder", \.measures,
            help: "Adresser till åtgärderna mot orsaken: [atgard:motesplatser]. Åtgärden ska i sin tur nämna orsaken under problem."),
    ]
}

/// At which level a cause lies (R16).
package enum CauseLevel: String, ControlledValue {
    case national = "nationell"
    case regional
    case local = "lokal"
}

/// A measure (åtgärd) against an identified problem, and how it is followed up.
package struct Measure: ElementContent {
    package static let elementKind = ElementKind.measure
    package var description: Prose?
    package var problems: [Link<Cause>] = []
    package var areas: [Link<FocusArea>] = []
    package var responsible: [Link<Role>] = []
    package var indicator: Prose?
    package var method: Prose?
    package var followUpDate: Located<String>?
    package var intrusion: Intrusion?

    package init() {}

    package static let fields: [Field<Measure>] = [
        Field("beskrivning", "Beskrivning", \.description, required: true, help: "Vem som gör vad, för vilka och var, i ett par meningar."),
        Field(
            "problem", "Problem", \.problems,
            help: "Adresser till de orsaker som åtgärden svarar mot: [orsak:delad-skotsel]. Orsaken ska i sin tur nämna åtgärden."),
        Field("område", "Område", \.areas, help: "Adresser till de fokusområden som åtgärden hör till. Varje område behöver minst en åtgärd."),
        Field("ansvarig", "Ansvarig", \.responsible, help: "Adresser till de roller som ser till att åtgärden blir av."),
        Field(
            "indikator", "Indikator", \.indicator,
            help: "Det som ska ändras om åtgärden fungerar, till exempel andelen trygga på platsen före och efter."),
        Field("metod", "Metod", \.method, help: "Hur indikatorn mäts: statistik, räkning, enkät, och vem som gör det."),
        Field(
            "uppföljningsdatum", "Följs upp", \.followUpDate,
            help: "När resultatet ses över: varje år i verksamhetsberättelsen. Utan tid blir det inte av."),
        Field(
            "ingripande", "Prövning av ingripande", \.intrusion,
            help: "Fylls i när åtgärden begränsar eller övervakar någon. Den som drabbas ska kunna läsa prövningen."),
    ]
}
