import Diagnostics

/// A steering document (styrdokument) or law that the work follows.
package struct SteeringDocument: ElementContent {
    package static let elementKind = ElementKind.steeringDocument
    package var documentKind: Located<DocumentKind>?
    package var owner: Located<String>?
    package var status: Located<DocumentStatus>?
    package var statusAsOf: Located<PartialDate>?
    package var decided: Located<PartialDate>?
    package var from: Located<StartOfValidity>?
    package var until: Located<PartialDate>?
    package var replacedBy: [Link<SteeringDocument>] = []
    package var shortNames: [Located<String>] = []
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
        Field("kallas", "Kallas", \.shortNames),
        Field("ägare", "Ägare", \.owner),
        Field("status", "Status", \.status),
        Field("status-per", "Status per", \.statusAsOf),
        Field("beslutad", "Beslutad", \.decided),
        Field("från", "Gäller från", \.from),
        Field("till", "Gäller till", \.until),
        Field("ersatt-av", "Ersatt av", \.replacedBy),
        Field("beteckning", "Beteckning", \.designation),
        Field("bindande", "Bindande", \.isBinding),
        Field("betydelse", "Betydelse", \.significance),
        Field("används", "Används", \.use),
        Field("källor", "Källor", \.sources),
        Field("källa-saknas", "Källa saknas", \.absenceOfSource),
        Field("i-svaret", "I remissvaret", \.inResponse),
    ]
}

/// The day from which a document applies, or that nobody has checked it yet.
package enum StartOfValidity: ScalarValue, Equatable {
    case date(PartialDate)
    case unknown

    package init?(authored text: String) {
        if text == "okänt" {
            self = .unknown
        } else if let date = PartialDate(authored: text) {
            self = .date(date)
        } else {
            return nil
        }
    }

    package static var form: Message {
        Message("Skriv ett datum, 2020, 2020-11 eller 2020-11-30, eller ”okänt”.", en: "Write a date, 2020, 2020-11 or 2020-11-30, or 'okänt'.")
    }

    package var text: String {
        switch self {
        case .date(let date): date.text
        case .unknown: "okänt"
        }
    }

    package var date: PartialDate? {
        if case .date(let date) = self { date } else { nil }
    }
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
