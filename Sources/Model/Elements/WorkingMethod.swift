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
        Field("beskrivning", "Beskrivning", \.description, required: true),
        Field("skyldighet", "Skyldighet", \.obligation),
        Field("slag", "Slag", \.nature),
        Field("led", "Led", \.stages),
        Field("områden", "Områden", \.areas),
        Field("ansvarig", "Ansvarig", \.responsible),
        Field("teorier", "Teorier", \.theories),
        Field("kopplas-till", "Kopplas till", \.linkedTo),
        Field("ingripande", "Prövning av ingripande", \.intrusion),
        Field("uppföljning", "Uppföljning", \.followUp),
        Field("källor", "Källor", \.sources),
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
        Field("nödvändighet", "Nödvändighet", \.necessity),
        Field("proportionalitet", "Proportionalitet", \.proportionality),
        Field("laglighet", "Laglighet", \.legality),
    ]
}
