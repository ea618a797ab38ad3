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
        Field(
            "bärare", "Bärare", \.bearers, required: true,
            help: "Adressen till den roll som ska utföra uppdraget, eller till flera: [roll:stadsdelsnamnd]."),
        Field(
            "slag", "Slag", \.kindOfAssignment,
            help: "Vad för arbete uppdraget är. Det styr vad som krävs: ett samordningsuppdrag måste ha tre gränser och en resurs."),
        Field(
            "handling", "Handling", \.action, required: true,
            help: "Vem som gör vad, i en mening: Nämnden samordnar det lokala arbetet. Utan rådighet får det inte stå att bäraren beslutar."),
        Field("föremål", "Föremål", \.object, help: "Vad handlingen gäller: en plats, en grupp, en fråga. Det visar hur stort uppdraget är."),
        Field(
            "mål", "Mål", \.goals,
            help: "Adresser till målen som uppdraget leder till: [mal:trygg-stad]. Utan mål går det inte att prioritera eller följa upp."),
        Field(
            "gräns", "Gräns", \.boundary,
            help: "Vad bäraren beslutar, vad den samordnar och vad som ligger utanför. Utan gräns blir uppdraget så stort som någon annan önskar."),
        Field(
            "rådighet", "Rådighet", \.authority,
            help: "Om bäraren själv får besluta i saken. Vid delvis eller nej anges också ägare och tillåtna-handlingar."),
        Field(
            "ägare", "Den som har rådighet", \.authorityOwners,
            help: "Adressen till den roll som får besluta när bäraren inte kan det: [roll:fastighetsagare]."),
        Field(
            "tillåtna-handlingar", "Tillåtna handlingar utan rådighet", \.permittedActions,
            help: "Det som bäraren får göra utan rådighet, en sak i varje post: ta initiativ, informera, lyfta vidare."),
        Field(
            "huvudman", "Huvudman", \.principal,
            help: "Vem som enligt lag ansvarar för saken. En kommun får inte sköta det som enbart staten, en region eller någon annan ska ha hand om."),
        Field("lagstöd", "Lagstöd", \.legalBasis, help: "Lagen som uppdraget vilar på, eller att lag saknas, och vilken dag det gäller."),
        Field(
            "resurs", "Resurs", \.resource,
            help: "Vad som är avsatt för uppdraget. Ett samordningsuppdrag måste säga det, också när ingenting är avsatt."),
        Field(
            "planering", "Planering", \.planning,
            help: "När och var uppdraget planeras, till exempel i verksamhetsplanen. Hänvisa till styrmodellen; arbete vid sidan av får inga medel."),
        Field(
            "uppföljning", "Uppföljning", \.followUp,
            help: "När, var och med vilket mått uppdraget följs upp, till exempel i verksamhetsberättelsen."),
        Field("teorier", "Teorier", \.theories, help: "Adresser till de teorier som uppdraget bygger på: [teori:situationell-prevention]."),
        Field(
            "styrdokument", "Styrdokument", \.steeringDocuments,
            help: "Adresser till de styrdokument och lagar som uppdraget följer. En hänvisning härifrån visar att dokumentet används."),
        Field("perspektiv", "Perspektiv", \.perspectives, help: "Adresser till de perspektiv som uppdraget bär: [perspektiv:barn]."),
        Field(
            "begrepp", "Begrepp", \.concepts,
            help: "Adresser till begrepp som uppdraget gäller. För kunskapsspridning är det de begrepp som ska bli kända: [begrepp:utsatt-omrade]."),
        Field("anmärkning", "Anmärkning", \.remark, help: "Det som är osäkert eller bara ett förslag, så att ingen läser det som beslutat."),
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
        Field("beslutar", "Beslutar", \.decides, help: "Det som bäraren själv avgör, en sak i varje post."),
        Field(
            "samordnar", "Samordnar utan att besluta", \.coordinates,
            help: "Det som bäraren håller ihop men som någon annan beslutar, en sak i varje post."),
        Field(
            "utanför", "Ligger utanför", \.outside,
            help: "Det som inte hör till uppdraget fast man kan tro det, en sak i varje post, gärna med vems det är."),
    ]
}

/// The law an assignment rests on as of a day, or that there is none (lagstöd).
package struct LegalBasis: Record {
    package var support: [Prose] = []
    package var absence: Prose?
    package var asOf: Located<PartialDate>?

    package init() {}

    package static let fields: [Field<LegalBasis>] = [
        Field(
            "stöd", "Stöd", \.support,
            help: "Lagrummet med länk till registret och källhänvisning, en lag i varje post. Den måste gälla den dag som bedöms."),
        Field("saknas", "Saknas", \.absence, help: "Varför ingen lag ger stöd, helt eller i någon del, och vad uppdraget vilar på i stället."),
        Field(
            "per", "Rättsläget per", \.asOf,
            help: "Dagen som rättsläget är kontrollerat för: 2026-01-31. Lagen ändras, och utan dag blandas gammalt och nytt."),
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
        Field("avsatt", "Avsatt", \.isAllocated, help: "Om det finns beslut om medel eller tid. Svara nej när inget beslut är känt."),
        Field("funktion", "Funktion", \.function, help: "Vilken tjänst eller enhet som gör arbetet: samordnare i stadsdelsförvaltningen."),
        Field(
            "omfattning", "Omfattning", \.extent,
            help: "Hur mycket, till exempel hel tjänst eller 20 timmar i månaden. Skriv Inte känd när uppgiften saknas."),
        Field("finansiering", "Finansiering", \.funding, help: "Vem som betalar och ur vilken budget. Är det inte beslutat skrivs det ut."),
    ]
}
