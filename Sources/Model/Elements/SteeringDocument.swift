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
        Field(
            "slag", "Slag", \.documentKind, required: true,
            help: "Vad för dokument det är. Bilagan grupperar efter slaget, och en lag måste ange från när den gäller."),
        Field(
            "kallas", "Kallas", \.shortNames,
            help: "Andra namn som texten använder: [grundlagen]. Annars sägs dokumentet saknas i registret när det nämns så."),
        Field("ägare", "Ägare", \.owner, help: "Den som har beslutat dokumentet eller svarar för det: Kommunfullmäktige, Riksdagen."),
        Field(
            "status", "Status", \.status,
            help: "Läget den dag som status-per anger. Utgånget: dokumentets egen period är slut. Okänd: ingen har kontrollerat det."),
        Field(
            "status-per", "Status per", \.statusAsOf,
            help: "Dagen då statusen kontrollerades: 2026-01-31. ”Gäller” utan dag säger inget om några år."),
        Field(
            "beslutad", "Beslutad", \.decided,
            help: "Dagen då dokumentet beslutades eller utfärdades, så långt den är känd: 2021, 2021-04 eller 2021-04-12."),
        Field(
            "från", "Gäller från", \.from,
            help: "Dagen då dokumentet började gälla: 2023-07-01. Är dagen inte kontrollerad skrivs okänt, så att luckan syns."),
        Field(
            "till", "Gäller till", \.until,
            help: "Den sista dag eller det sista år som dokumentet gäller: 2023. Krävs för en lag som inte gäller längre."),
        Field("ersatt-av", "Ersatt av", \.replacedBy, help: "Adresser till det som gäller i stället. Läsaren leds då från det gamla till det nya."),
        Field(
            "beteckning", "Beteckning", \.designation,
            help: "Officiellt nummer: 2017:725, prop. 2022/23:43. Med det hittas lagen, och numren i texten kan kontrolleras."),
        Field("bindande", "Bindande", \.isBinding, help: "Om den som dokumentet gäller måste följa det. En bindande regel går före programmet."),
        Field(
            "betydelse", "Betydelse", \.significance,
            help: "Vad dokumentet betyder för det här programmet, i en till tre meningar. Återge inte innehållet."),
        Field("används", "Används", \.use, help: "Var i programmet dokumentet gör skillnad, med länkar till kapitel och uppdrag."),
        Field(
            "källor", "Källor", \.sources,
            help: "Nycklar till källposter, dokumentet självt först. Om det har slutat gälla sägs det i källförteckningen vid den första."),
        Field(
            "källa-saknas", "Källa saknas", \.absenceOfSource,
            help: "Varför ingen källpost finns, till exempel att dokumentet är internt och inte publicerat."),
        Field(
            "i-svaret", "I remissvaret", \.inResponse,
            help: "Punkt i remissvaret där dokumentet nämns: V22. Lämna tomt om svaret inte tar upp det."),
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
