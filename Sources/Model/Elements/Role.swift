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
        Field(
            "nivå", "Nivå", \.level,
            help: "Var rollen finns: centralt, lokalt, i en facknämnd, i alla eller utanför kommunen. Programmet kan inte binda den som är extern."),
        Field(
            "slag", "Slag", \.kindOfRole,
            help: "Om rollen är ett organ som beslutar, en funktion som någon har i sitt arbete eller en part utanför kommunen."),
        Field(
            "organtyp", "Organtyp", \.bodyType,
            help: "Slag av organ: stadsdelsnämnd, facknämnd. En samordnare har samma organtyp som det organ den samordnar för."),
        Field(
            "kallas", "Kallas", \.shortNames,
            help: "Kortare namn som texten använder: [polisen]. Med dem ser granskningen när någon utanför kommunen sägs vara skyldig att göra något."),
        Field("uppgift", "Uppgift", \.task, required: true, help: "Vad rollen gör i arbetet, i en eller två meningar som börjar med ett verb."),
        Field(
            "mandat", "Mandat", \.mandate,
            help: "Vad rollen får besluta, och vad den inte beslutar. En samordnare utan mandat kan inte kalla, begära underlag eller lyfta en fråga."),
        Field("mål", "Mål", \.goals, help: "Adresser till de mål som rollen ska bidra till: [mal:trygg-stad]."),
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
