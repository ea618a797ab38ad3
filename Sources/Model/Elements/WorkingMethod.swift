import Diagnostics

/// A working method (arbetssätt) and how binding it is.
package struct WorkingMethod: ElementContent {
    package static let elementKind = ElementKind.workingMethod
    package var description: Prose?
    package var obligation: Located<Obligation>?
    package var nature: Located<WorkNature>?
    package var stages: [Located<PreventionStage>] = []
    package var areas: [Link<FocusArea>] = []
    package var responsible: [Link<Role>] = []
    package var theories: [Link<Theory>] = []
    package var linkedTo: [Link<WorkingMethod>] = []
    package var intrusion: Intrusion?
    package var followUp: Prose?
    package var sources: [Citation] = []

    package init() {}

    package static let fields: [Field<WorkingMethod>] = [
        Field(
            "beskrivning", "Beskrivning", \.description, required: true,
            help: "Vem som gör vad, när och hur, så att den som läser kan börja. Hänvisa till handböcker i stället för att återge dem."),
        Field(
            "skyldighet", "Skyldighet", \.obligation,
            help: "Hur starkt arbetssättet binder. Tvingande: ska användas. Miniminivå: det minsta som alltid görs. Rekommenderat: valbart. Exempel: inget krav."),
        Field(
            "slag", "Slag", \.nature,
            help: "Om det riktar sig till människor eller till miljön. Ett fysiskt arbetssätt måste kopplas till ett socialt."),
        Field(
            "led", "Led", \.stages,
            help: "Var i kedjan från tidiga insatser till tillit arbetssättet hör hemma; flera går bra. Ett led utan arbetssätt är ett hål i programmet."),
        Field("områden", "Områden", \.areas, help: "Adresser till de fokusområden där arbetssättet används: [fokusomrade:stadsutveckling]."),
        Field("ansvarig", "Ansvarig", \.responsible, help: "Adresser till de roller som ska se till att arbetssättet används."),
        Field("teorier", "Teorier", \.theories, help: "Adresser till de teorier som förklarar varför arbetssättet kan fungera."),
        Field(
            "kopplas-till", "Kopplas till", \.linkedTo,
            help: "Adresser till arbetssätt som hör ihop med det här. Ett fysiskt anger den sociala insats som sker samtidigt."),
        Field(
            "ingripande", "Prövning av ingripande", \.intrusion,
            help: "Fylls i när arbetssättet begränsar eller övervakar någon. Den som drabbas ska kunna läsa prövningen."),
        Field(
            "uppföljning", "Uppföljning", \.followUp,
            help: "Hur man ser att arbetssättet används och om det ger något: vad som räknas och hur ofta."),
        Field(
            "källor", "Källor", \.sources,
            help: "Nycklar till källorna för arbetssättet. Ett ställe skrivs efter komma, och då sätts posten inom citattecken."),
    ]
}

/// Social, physical or both.
package enum WorkNature: String, ControlledValue {
    case social = "socialt"
    case physical = "fysiskt"
    case both = "båda"
}

/// The span that the programme covers (R46).
package enum PreventionStage: String, ControlledValue {
    case early = "tidiga insatser"
    case situations = "brottssituationer"
    case victims = "brottsutsatta"
    case offenders = "gärningspersoner"
    case environment = "stadsmiljö"
    case trust = "tillit"
}

/// The test of a measure that intrudes on somebody (R51).
package struct Intrusion: Record {
    package var necessity: Prose?
    package var proportionality: Prose?
    package var legality: Prose?

    package init() {}

    package static let fields: [Field<Intrusion>] = [
        Field(
            "nödvändighet", "Nödvändighet", \.necessity,
            help: "Varför problemet inte går att lösa med något mindre ingripande, och vad som har prövats."),
        Field(
            "proportionalitet", "Proportionalitet", \.proportionality,
            help: "Varför nyttan uppväger intrånget, och hur det begränsas i tid, plats och vilka det rör."),
        Field(
            "laglighet", "Laglighet", \.legality,
            help: "Vilken lag som tillåter ingreppet, med länk till registret, och hur den prövas i varje fall."),
    ]
}
