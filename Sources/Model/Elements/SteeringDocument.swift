import Diagnostics

/// A steering document (styrdokument) or law that the work follows.
package struct SteeringDocument: ElementContent {
    package static let elementKind = ElementKind.steeringDocument
    package var documentKind: Located<DocumentKind>?
    package var owner: Located<String>?
    package var status: Located<DocumentStatus>?
    package var statusAsOf: Located<PartialDate>?
    package var decided: Located<PartialDate>?
    package var from: Located<PartialDate>?
    package var until: Located<PartialDate>?
    package var replacedBy: [Link<SteeringDocument>] = []
    package var designation: Located<String>?
    package var isBinding: Located<YesNo>?
    package var significance: Prose?
    package var use: Prose?
    package var sources: [Citation] = []
    package var absenceOfSource: Prose?
    package var inResponse: Located<String>?

    package init() {}

    package static let fields: [Field<SteeringDocument>] = [
        Field("slag", "Slag", \.documentKind, required: true),
        Field("ägare", "Ägare", \.owner, required: true),
        Field("status", "Status", \.status, required: true),
        Field("status-per", "Status per", \.statusAsOf),
        Field("beslutad", "Beslutad", \.decided),
        Field("från", "Gäller från", \.from),
        Field("till", "Gäller till", \.until),
        Field("ersatt-av", "Ersatt av", \.replacedBy),
        Field("beteckning", "Beteckning", \.designation),
        Field("bindande", "Bindande", \.isBinding),
        Field("betydelse", "Betydelse", \.significance, required: true),
        Field("används", "Används", \.use),
        Field("källor", "Källor", \.sources),
        Field("källa-saknas", "Källa saknas", \.absenceOfSource),
        Field("i-svaret", "I remissvaret", \.inResponse),
    ]
}

/// What sort of document it is; the appendix groups by it, in this order.
package enum DocumentKind: String, ControlledValue {
    case law = "lag"
    case regulation = "föreskrift"
    case preparatoryWork = "förarbete"
    case terms = "direktiv"
    case international = "internationellt åtagande"
    case vision
    case programme = "program"
    case strategy = "strategi"
    case actionPlan = "handlingsplan"
    case plan
    case agreement = "överenskommelse"
    case model = "modell"
    case governance = "intern styrning"
    case procurement = "upphandling"
    case handbook = "handbok"
    case basis = "underlag"
}

/// Whether it applies.
package enum DocumentStatus: String, ControlledValue {
    case inForce = "gäller"
    case partlyReplaced = "delvis ersatt"
    case replaced = "ersatt"
    case expired = "utgånget"
    case unknown = "okänd"
}
