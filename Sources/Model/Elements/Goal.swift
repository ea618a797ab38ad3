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
        Field(
            "lydelse", "Lydelse", \.wording, required: true,
            help: "Målet ordagrant, som ett tillstånd som ska nås: Otryggheten är halverad till 2025."),
        Field(
            "nivå", "Nivå", \.level,
            help: "Om målet gäller hela programmet eller är en nämnds eget. Ett lokalt mål måste vila på programmål, lägesbild och orsaksanalys."),
        Field(
            "målår", "Målår", \.targetYear,
            help: "Året då målet ska vara nått: 2025. Skriv inget målår om det inte finns något, och oklart om ingen vet."),
        Field(
            "utgångsvärde", "Utgångsvärde", \.baseline,
            help: "Läget när målet sattes, med källa. Utan det går det inte att se om målet nås; är det okänt skrivs det ut, med vad som väntas."),
        Field("utgångsår", "Utgångsår", \.baselineYear, help: "Året som utgångsvärdet gäller: 2020. Det avgör hur svårt målet är att nå."),
        Field("indikator", "Indikator", \.indicator, help: "Det som mäts för att se om målet nås, så noga att två personer mäter samma sak."),
        Field("datakälla", "Datakälla", \.dataSource, help: "Varifrån mätvärdena kommer, vem som äger dem och hur de samlas in."),
        Field(
            "ansvarig", "Ansvarig", \.responsible,
            help: "Adresser till de roller som svarar för att målet nås. Ett mål som ingen ansvarar för är en önskan."),
        Field("intervall", "Mäts", \.interval, help: "Hur ofta indikatorn mäts: varje år, vart tredje år."),
        Field(
            "källor", "Källor", \.sources,
            help: "Nycklar till källorna för målet och dess värden. Ställe skrivs efter komma, och hela posten inom citattecken."),
        Field(
            "programmål", "Programmål", \.programmeGoals,
            help: "Adresser till de mål i programmet som ett lokalt mål bidrar till: [mal:halverad-otrygghet]."),
        Field(
            "lägesbild", "Lokal lägesbild", \.situationAssessment,
            help: "Den lokala lägesbild som ett lokalt mål bygger på: vilken, från när och vad den visar."),
        Field(
            "orsaksanalys", "Orsaksanalys", \.causeAnalysis,
            help: "Den analys av orsaker som ett lokalt mål bygger på: vilken, från när och vad den kom fram till."),
        Field(
            "anmärkning", "Anmärkning", \.remark,
            help: "Det som läsaren behöver veta om målet, till exempel att mätningar inte går att jämföra mellan år."),
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
