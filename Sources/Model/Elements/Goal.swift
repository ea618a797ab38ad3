import Diagnostics

/// A goal (mål), of the programme or a local one, with what it is measured by.
package struct Goal: ElementContent {
    package static let elementKind = ElementKind.goal
    package var wording: Prose?
    package var level: Located<GoalLevel>?
    package var targetYear: Located<TargetYear>?
    package var baseline: Prose?
    package var baselineYear: Located<String>?
    package var indicator: Prose?
    package var dataSource: Prose?
    package var responsible: [Link<Role>] = []
    package var interval: Located<String>?
    package var sources: [Citation] = []
    package var programmeGoals: [Link<Goal>] = []
    package var situationAssessment: Prose?
    package var causeAnalysis: Prose?
    package var remark: Prose?

    package init() {}

    package static let fields: [Field<Goal>] = [
        Field("lydelse", "Lydelse", \.wording, required: true),
        Field("nivå", "Nivå", \.level),
        Field("målår", "Målår", \.targetYear),
        Field("utgångsvärde", "Utgångsvärde", \.baseline),
        Field("utgångsår", "Utgångsår", \.baselineYear),
        Field("indikator", "Indikator", \.indicator),
        Field("datakälla", "Datakälla", \.dataSource),
        Field("ansvarig", "Ansvarig", \.responsible),
        Field("intervall", "Mäts", \.interval),
        Field("källor", "Källor", \.sources),
        Field("programmål", "Programmål", \.programmeGoals),
        Field("lägesbild", "Lokal lägesbild", \.situationAssessment),
        Field("orsaksanalys", "Orsaksanalys", \.causeAnalysis),
        Field("anmärkning", "Anmärkning", \.remark),
    ]
}

/// Whose goal it is.
package enum GoalLevel: String, ControlledValue {
    case programme = "program"
    case local = "lokalt"
}

/// The year a goal is to be reached, or that there is none, or that it isn't known.
package enum TargetYear: ScalarValue, Equatable {
    case year(Int)
    case none
    case unclear

    package init?(authored text: String) {
        switch text {
        case "inget målår": self = .none
        case "oklart": self = .unclear
        default:
            guard text.utf8.count == 4, let year = Int(text), year > 1900 else { return nil }
            self = .year(year)
        }
    }

    package static var form: Message {
        Message("Skriv ett årtal, ”inget målår” eller ”oklart”.", en: "Write a year, 'inget målår' or 'oklart'.")
    }

    package var text: String {
        switch self {
        case .year(let year): String(year)
        case .none: "inget målår"
        case .unclear: "oklart"
        }
    }
}
