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
        Field("beskrivning", "Beskrivning", \.description, required: true),
        Field("parter", "Parter och värden", \.parties),
        Field("regler", "Regler", \.rules),
        Field("beslutsägare", "Beslutas av", \.decisionOwners),
        Field("tills-beslut", "Tills beslut finns", \.untilDecided),
        Field("ansvar-och-finansiering", "Ansvar och finansiering", \.funding),
        Field("rapportväg", "Rapportväg", \.reportPath),
        Field("källor", "Källor", \.sources),
        Field("anmärkning", "Anmärkning", \.remark),
    ]
}

/// A rule that bears on a conflict, and whether it binds.
package struct ConflictRule: Record {
    package var rule: Prose?
    package var isBinding: Located<YesNo>?

    package init() {}

    package static let fields: [Field<ConflictRule>] = [
        Field("regel", "Regel", \.rule, required: true),
        Field("bindande", "Bindande", \.isBinding),
    ]
}

/// Who is responsible and who pays, party by party (R35).
package struct PartyFunding: Record {
    package var party: Located<String>?
    package var responsibility: Prose?
    package var funding: Prose?

    package init() {}

    package static let fields: [Field<PartyFunding>] = [
        Field("part", "Part", \.party, required: true),
        Field("ansvar", "Ansvar", \.responsibility),
        Field("finansiering", "Finansiering", \.funding),
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
        Field("gör", "Gör", \.action, required: true),
        Field("ansvarig", "Ansvarig", \.responsible),
        Field("dokumenteras", "Dokumenteras", \.documentation),
    ]
}
