import Diagnostics

/// The way to support when cooperation with an external party fails (stödväg).
package struct EscalationPath: ElementContent {
    package static let elementKind = ElementKind.escalationPath
    package var parties: [Link<Role>] = []
    package var trigger: Prose?
    package var steps: [EscalationStep] = []

    package init() {}

    package static let fields: [Field<EscalationPath>] = [
        Field("part", "Part", \.parties),
        Field("när", "När", \.trigger, required: true),
        Field("steg", "Steg", \.steps),
    ]
}

/// One step of an escalation path.
package struct EscalationStep: Record {
    package var action: Prose?
    package var level: Located<EscalationLevel>?
    package var contact: Prose?
    package var timeLimit: Located<String>?
    package var decisionMakers: [Link<Role>] = []
    package var feedback: Prose?

    package init() {}

    package static let fields: [Field<EscalationStep>] = [
        Field("gör", "Gör", \.action, required: true),
        Field("nivå", "Nivå", \.level),
        Field("kontakt", "Kontakt", \.contact),
        Field("tidsgräns", "Tidsgräns", \.timeLimit),
        Field("beslutsfattare", "Beslutas av", \.decisionMakers),
        Field("återkoppling", "Återkoppling", \.feedback),
    ]
}

/// Where a step is taken.
package enum EscalationLevel: String, ControlledValue {
    case local = "lokal"
    case central
}

/// A function at a place, with exactly one that is responsible (R30).
package struct PlaceFunction: ElementContent {
    package static let elementKind = ElementKind.placeFunction
    package var meaning: Prose?
    package var responsible: [Link<Role>] = []
    package var participants: [Link<Role>] = []

    package init() {}

    package static let fields: [Field<PlaceFunction>] = [
        Field("innebörd", "Innebörd", \.meaning, required: true),
        Field("huvudansvarig", "Huvudansvarig", \.responsible),
        Field("medverkande", "Medverkande", \.participants),
    ]
}

/// A form of coordination: who meets, how often, on what, with which result (R37).
package struct Forum: ElementContent {
    package static let elementKind = ElementKind.forum
    package var content: Prose?
    package var level: Located<EscalationLevel>?
    package var participants: [Link<Role>] = []
    package var frequency: Located<String>?
    package var basis: Prose?
    package var result: Prose?
    package var supportFunction: Prose?

    package init() {}

    package static let fields: [Field<Forum>] = [
        Field("innehåll", "Innehåll", \.content, required: true),
        Field("nivå", "Nivå", \.level),
        Field("deltagare", "Deltagare", \.participants),
        Field("frekvens", "Hur ofta", \.frequency),
        Field("underlag", "Underlag", \.basis),
        Field("resultat", "Resultat", \.result),
        Field("stödfunktion", "Stödfunktion", \.supportFunction),
    ]
}
