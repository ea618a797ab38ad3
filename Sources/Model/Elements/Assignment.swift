import Diagnostics

/// An assignment (uppdrag): who does what to what, within which boundary and by which right.
package struct Assignment: ElementContent {
    package static let elementKind = ElementKind.assignment
    package var bearers: [Link<Role>] = []
    package var kindOfAssignment: Located<AssignmentKind>?
    package var action: Prose?
    package var object: Prose?
    package var goals: [Link<Goal>] = []
    package var boundary: Boundary?
    package var authority: Located<AuthorityToDecide>?
    package var authorityOwners: [Link<Role>] = []
    package var permittedActions: [Located<String>] = []
    package var principal: Located<Principal>?
    package var legalBasis: LegalBasis?
    package var resource: Resource?
    package var planning: Prose?
    package var followUp: Prose?
    package var theories: [Link<Theory>] = []
    package var steeringDocuments: [Link<SteeringDocument>] = []
    package var perspectives: [Link<Perspective>] = []
    package var concepts: [Link<Concept>] = []
    package var remark: Prose?

    package init() {}

    package static let fields: [Field<Assignment>] = [
        Field("bärare", "Bärare", \.bearers, required: true),
        Field("slag", "Slag", \.kindOfAssignment),
        Field("handling", "Handling", \.action, required: true),
        Field("föremål", "Föremål", \.object),
        Field("mål", "Mål", \.goals),
        Field("gräns", "Gräns", \.boundary),
        Field("rådighet", "Rådighet", \.authority),
        Field("ägare", "Den som har rådighet", \.authorityOwners),
        Field("tillåtna-handlingar", "Tillåtna handlingar utan rådighet", \.permittedActions),
        Field("huvudman", "Huvudman", \.principal),
        Field("lagstöd", "Lagstöd", \.legalBasis),
        Field("resurs", "Resurs", \.resource),
        Field("planering", "Planering", \.planning),
        Field("uppföljning", "Uppföljning", \.followUp),
        Field("teorier", "Teorier", \.theories),
        Field("styrdokument", "Styrdokument", \.steeringDocuments),
        Field("perspektiv", "Perspektiv", \.perspectives),
        Field("begrepp", "Begrepp", \.concepts),
        Field("anmärkning", "Anmärkning", \.remark),
    ]
}

/// What sort of work an assignment is.
package enum AssignmentKind: String, ControlledValue {
    case steering = "styrning"
    case coordination = "samordning"
    case execution = "genomförande"
    case support = "stöd"
    case followUp = "uppföljning"
    case communication = "kommunikation"
    case knowledge = "kunskapsspridning"
    case cooperation = "samverkan"
}

/// Whose matter it is by law (huvudman).
package enum Principal: String, ControlledValue {
    case municipality = "kommun"
    case state = "stat"
    case region
    case other = "annan"
}

/// Where an assignment ends (gräns).
package struct Boundary: Record {
    package var decides: [Prose] = []
    package var coordinates: [Prose] = []
    package var outside: [Prose] = []

    package init() {}

    package static let fields: [Field<Boundary>] = [
        Field("beslutar", "Beslutar", \.decides),
        Field("samordnar", "Samordnar utan att besluta", \.coordinates),
        Field("utanför", "Ligger utanför", \.outside),
    ]
}

/// The law an assignment rests on as of a day, or that there is none (lagstöd).
package struct LegalBasis: Record {
    package var support: [Prose] = []
    package var absence: Prose?
    package var asOf: Located<PartialDate>?

    package init() {}

    package static let fields: [Field<LegalBasis>] = [
        Field("stöd", "Stöd", \.support),
        Field("saknas", "Saknas", \.absence),
        Field("per", "Rättsläget per", \.asOf),
    ]
}

/// What is set aside for an assignment (resurs).
package struct Resource: Record {
    package var isAllocated: Located<AuthorityToDecide>?
    package var function: Prose?
    package var extent: Prose?
    package var funding: Prose?

    package init() {}

    package static let fields: [Field<Resource>] = [
        Field("avsatt", "Avsatt", \.isAllocated),
        Field("funktion", "Funktion", \.function),
        Field("omfattning", "Omfattning", \.extent),
        Field("finansiering", "Finansiering", \.funding),
    ]
}
