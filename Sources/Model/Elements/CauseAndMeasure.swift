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
        Field("beskrivning", "Beskrivning", \.description, required: true),
        Field("nivå", "Nivå", \.levels),
        Field("rådighet", "Stadens rådighet", \.authority),
        Field("källor", "Källor", \.sources),
        Field("bedömning", "Bedömning", \.isAssessment),
        Field("åtgärder", "Åtgärder", \.measures),
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
        Field("beskrivning", "Beskrivning", \.description, required: true),
        Field("problem", "Problem", \.problems),
        Field("område", "Område", \.areas),
        Field("ansvarig", "Ansvarig", \.responsible),
        Field("indikator", "Indikator", \.indicator),
        Field("metod", "Metod", \.method),
        Field("uppföljningsdatum", "Följs upp", \.followUpDate),
        Field("ingripande", "Prövning av ingripande", \.intrusion),
    ]
}
