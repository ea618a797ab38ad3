import Diagnostics

/// A role (roll): a body of the city, a function, or an external party.
package struct Role: ElementContent {
    package static let elementKind = ElementKind.role
    package var level: Located<RoleLevel>?
    package var kindOfRole: Located<RoleKind>?
    package var bodyType: Located<String>?
    /// What the text calls it, `polisen`.
    package var shortNames: [Located<String>] = []
    package var task: Prose?
    package var mandate: Prose?
    package var goals: [Link<Goal>] = []

    package init() {}

    package static let fields: [Field<Role>] = [
        Field("nivå", "Nivå", \.level),
        Field("slag", "Slag", \.kindOfRole),
        Field("organtyp", "Organtyp", \.bodyType),
        Field("kallas", "Kallas", \.shortNames),
        Field("uppgift", "Uppgift", \.task, required: true),
        Field("mandat", "Mandat", \.mandate),
        Field("mål", "Mål", \.goals),
    ]
}

/// Where in, or outside, the city a role acts.
package enum RoleLevel: String, ControlledValue {
    case central
    case local = "lokal"
    case specialist = "fack"
    case all = "alla"
    case external = "extern"
}

/// What a role is.
package enum RoleKind: String, ControlledValue {
    case body = "organ"
    case function = "funktion"
    case externalParty = "extern part"
}
