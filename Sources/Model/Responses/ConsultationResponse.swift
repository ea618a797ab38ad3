import Diagnostics

/// A response (remissvar): header, parts and viewpoints. Facts that are not known stay empty and are told as missing.
package struct ConsultationResponse: Record {
    package var respondent: Located<String>?
    package var documentType: Located<String>?
    package var registryNumber: Located<String>?
    package var consultingRegistryNumber: Located<String>?
    package var administration: Located<String>?
    package var department: Located<String>?
    package var visitingAddress: Located<String>?
    package var postalAddress: Located<String>?
    package var switchboard: Located<String>?
    package var fax: Located<String>?
    package var email: Located<String>?
    package var web: Located<String>?
    package var pages: Located<String>?
    package var caseOfficer: Located<String>?
    package var phone: Located<String>?
    package var recipient: Located<String>?
    package var date: Located<PartialDate>?
    /// Fingerprint of the edition that was read.
    package var fingerprint: Located<String>?
    package var handling: Located<HandlingStatus>?
    package var decision: ResponseDecision?
    package var proposedDecisions: [Prose] = []
    package var stance: Located<OverallStance>?
    package var summary: Prose?
    package var background: Prose?
    package var preparation: Prose?
    package var matter: Prose?
    package var introduction: Prose?
    package var viewpoints: [Viewpoint] = []
    package var conclusion: Prose?
    package var genderEquality: Prose?
    package var childImpact: Prose?
    package var economy: Prose?
    package var signatories: [Located<String>] = []
    package var appendices: [Located<String>] = []
    package var uncertainties: [Prose] = []

    package init() {}

    package static let fields: [Field<ConsultationResponse>] = [
        Field("respondent", "Remissinstans", \.respondent, required: true),
        Field("handlingstyp", "Handlingstyp", \.documentType),
        Field("diarienummer", "Diarienummer", \.registryNumber, required: true),
        Field("avsändarens-diarienummer", "Avsändarens diarienummer", \.consultingRegistryNumber),
        Field("förvaltning", "Förvaltning", \.administration),
        Field("avdelning", "Avdelning", \.department),
        Field("besöksadress", "Besöksadress", \.visitingAddress),
        Field("postadress", "Postadress", \.postalAddress),
        Field("växel", "Växel", \.switchboard),
        Field("fax", "Fax", \.fax),
        Field("e-post", "E-post", \.email),
        Field("webb", "Webb", \.web),
        Field("sidor", "Sidor", \.pages),
        Field("handläggare", "Handläggare", \.caseOfficer),
        Field("telefon", "Telefon", \.phone),
        Field("mottagare", "Mottagare", \.recipient),
        Field("datum", "Datum", \.date),
        Field("avtryck", "Avtryck", \.fingerprint),
        Field("behandlingsläge", "Behandlingsläge", \.handling),
        Field("beslut", "Beslut", \.decision),
        Field("förslag-till-beslut", "Förslag till beslut", \.proposedDecisions),
        Field("hållning", "Hållning till helheten", \.stance, required: true),
        Field("sammanfattning", "Sammanfattning", \.summary, required: true),
        Field("bakgrund", "Bakgrund", \.background),
        Field("beredning", "Ärendets beredning", \.preparation),
        Field("ärendet", "Ärendet", \.matter),
        Field("inledning", "Synpunkter och förslag", \.introduction),
        Field("synpunkter", "Synpunkter", \.viewpoints),
        Field("avslutning", "Avslutning", \.conclusion),
        Field("jämställdhetsanalys", "Jämställdhetsanalys", \.genderEquality),
        Field("barnkonsekvensanalys", "Barnkonsekvensanalys", \.childImpact),
        Field("ekonomi", "Ekonomiska konsekvenser", \.economy),
        Field("undertecknare", "Undertecknare", \.signatories),
        Field("bilagor", "Bilagor", \.appendices),
        Field("osäkert", "Osäkert i källan", \.uncertainties),
    ]
}

/// How far a response has come.
package enum HandlingStatus: String, ControlledValue {
    case officialsProposal = "tjänsteförslag"
    case committeeDecision = "nämndbeslut"
    case delegatedDecision = "delegationsbeslut"
    case officeOpinion = "kontorsyttrande"
}

/// The stance to the whole; chosen by the author, never inferred.
package enum OverallStance: String, ControlledValue {
    case supports = "tillstyrker"
    case noObjection = "har inget att erinra"
    case supportsIf = "tillstyrker under förutsättning att synpunkterna beaktas"
    case supportsPartly = "tillstyrker delvis"
    case opposes = "avstyrker"
    case abstains = "avstår från att yttra sig"
    case undecided = "tveksam, tar inte ställning"
}

/// Who decided the response, and when.
package struct ResponseDecision: Record {
    package var body: Located<String>?
    package var date: Located<PartialDate>?
    package var paragraph: Located<String>?
    package var reservations: Prose?
    package var statements: Prose?
    package var substitutesOpinions: Prose?

    package init() {}

    package static let fields: [Field<ResponseDecision>] = [
        Field("organ", "Organ", \.body),
        Field("datum", "Datum", \.date),
        Field("paragraf", "Paragraf", \.paragraph),
        Field("reservationer", "Reservationer", \.reservations),
        Field("särskilda-uttalanden", "Särskilda uttalanden", \.statements),
        Field("ersättaryttranden", "Ersättaryttranden", \.substitutesOpinions),
    ]
}
