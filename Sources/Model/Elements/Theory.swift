import Diagnostics

/// A theory (teori) that the work starts from.
package struct Theory: ElementContent {
    package static let elementKind = ElementKind.theory
    package var core: Prose?
    package var explains: Prose?
    package var limitation: Prose?
    package var reason: Prose?
    package var areas: [Link<FocusArea>] = []
    package var sources: TheorySources?

    package init() {}

    package static let fields: [Field<Theory>] = [
        Field("kärna", "Kärna", \.core),
        Field("förklarar", "Förklarar", \.explains),
        Field("begränsning", "Begränsning och kritik", \.limitation),
        Field("varför", "Varför utgångspunkt", \.reason),
        Field("områden", "Tillämpas inom", \.areas),
        Field("källor", "Källor", \.sources),
    ]
}

/// The sources of a theory by what they do for it.
package struct TheorySources: Record {
    package var original: [Citation] = []
    package var newer: [Citation] = []
    package var critical: [Citation] = []

    package init() {}

    package static let fields: [Field<TheorySources>] = [
        Field("ursprung", "Ursprung", \.original),
        Field("nyare", "Nyare och empiriska", \.newer),
        Field("kritik", "Kritiska", \.critical),
    ]
}
