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
        Field(
            "respondent", "Remissinstans", \.respondent, required: true,
            help: "Instansens id i remiss.yaml: enskede-arsta-vantor. Varje instans har högst ett svar."),
        Field("handlingstyp", "Handlingstyp", \.documentType, help: "Vad handlingen kallas: Tjänsteutlåtande, Yttrande."),
        Field(
            "diarienummer", "Diarienummer", \.registryNumber, required: true,
            help: "Svarets nummer hos den som svarar: EAV 2020/514. Granskningen påminner så länge det står ännu inte registrerat."),
        Field(
            "avsändarens-diarienummer", "Avsändarens diarienummer", \.consultingRegistryNumber,
            help: "Remissens nummer hos den som skickade ut den, så att svaret hamnar i rätt ärende. Formen prövas mot projektets mönster."),
        Field(
            "förvaltning", "Förvaltning", \.administration,
            help: "Förvaltningen som har skrivit svaret: Enskede-Årsta-Vantörs stadsdelsförvaltning."),
        Field("avdelning", "Avdelning", \.department, help: "Avdelningen eller enheten inom förvaltningen."),
        Field("besöksadress", "Besöksadress", \.visitingAddress, help: "Gatuadress dit man kan gå, som i handlingens sidhuvud eller sidfot."),
        Field("postadress", "Postadress", \.postalAddress, help: "Adress för brev: Box 81, 121 22 Johanneshov."),
        Field("växel", "Växel", \.switchboard, help: "Telefonnummer till växeln: 08-508 14 000."),
        Field("fax", "Fax", \.fax, help: "Faxnummer, om handlingen anger det."),
        Field("e-post", "E-post", \.email, help: "Förvaltningens eller handläggarens e-postadress."),
        Field("webb", "Webb", \.web, help: "Förvaltningens webbadress: stockholm.se."),
        Field("sidor", "Sidor", \.pages, help: "Hur många sidor handlingen har, så som den anger det: 9."),
        Field(
            "handläggare", "Handläggare", \.caseOfficer,
            help: "Namnet på den som har skrivit ärendet. Lämna tomt om det inte är känt; det visas då som saknat."),
        Field("telefon", "Telefon", \.phone, help: "Handläggarens telefonnummer."),
        Field(
            "mottagare", "Mottagare", \.recipient,
            help: "Den som svaret är ställt till, till exempel nämnden. Ett svar till kommunfullmäktige får inte beslutas på delegation."),
        Field("datum", "Datum", \.date, help: "Dagen då handlingen skrevs: 2026-03-14. Svarets uppgifter speglar läget då."),
        Field(
            "avtryck", "Avtryck", \.fingerprint,
            help: "Kontrollsumman för upplagan som den svarande läste: sha256-… Avviker den från remissens gäller svaret en annan text."),
        Field(
            "behandlingsläge", "Behandlingsläge", \.handling,
            help: "Hur långt svaret har kommit. Ett tjänsteförslag är förvaltningens förslag tills nämnden har beslutat."),
        Field("beslut", "Beslut", \.decision, help: "Vem som beslutade svaret, när och i vilken paragraf. Fylls i när beslutet är fattat."),
        Field(
            "förslag-till-beslut", "Förslag till beslut", \.proposedDecisions,
            help: "Det nämnden föreslås besluta, en punkt i varje post. Varje punkt ska gå att besluta som den står."),
        Field(
            "hållning", "Hållning till helheten", \.stance, required: true,
            help: "Ställning till hela förslaget. Den väljs av den som svarar och läses aldrig ut ur texten; den måste stämma med synpunkterna."),
        Field(
            "sammanfattning", "Sammanfattning", \.summary, required: true,
            help: "Det viktigaste i svaret, så att det går att läsa för sig. Det som bara står här går inte att jämföra; skriv också synpunkter."),
        Field("bakgrund", "Bakgrund", \.background, help: "Varför remissen har skickats ut, av vem och till vilka."),
        Field(
            "beredning", "Ärendets beredning", \.preparation,
            help: "Vilka inom förvaltningen som har arbetat med svaret, och vilka som har hörts."),
        Field("ärendet", "Ärendet", \.matter, help: "Förslaget så som den svarande uppfattar det. Egna åsikter hör till synpunkterna."),
        Field("inledning", "Synpunkter och förslag", \.introduction, help: "Text före den första synpunkten, om det som gäller dem alla."),
        Field(
            "synpunkter", "Synpunkter", \.viewpoints,
            help: "Synpunkterna var för sig, en sak i varje post. Bara så kan de jämföras och få ett utfall."),
        Field("avslutning", "Avslutning", \.conclusion, help: "Text efter den sista synpunkten."),
        Field(
            "jämställdhetsanalys", "Jämställdhetsanalys", \.genderEquality,
            help: "Vad förslaget betyder för kvinnor och män, flickor och pojkar. Utelämna nyckeln om analysen inte är gjord."),
        Field(
            "barnkonsekvensanalys", "Barnkonsekvensanalys", \.childImpact,
            help: "Vad förslaget betyder för barn, och hur barnets bästa har prövats. Utelämna nyckeln om analysen inte är gjord."),
        Field("ekonomi", "Ekonomiska konsekvenser", \.economy, help: "Vad förslaget kostar den som svarar, och om medel finns."),
        Field("undertecknare", "Undertecknare", \.signatories, help: "De som skriver under, en i varje post: namn och titel."),
        Field("bilagor", "Bilagor", \.appendices, help: "Handlingar som följer med svaret, i ordning, en i varje post."),
        Field(
            "osäkert", "Osäkert i källan", \.uncertainties,
            help: "Det som inte går att läsa eller avgöra i den handling som svaret är hämtat ur, en sak i varje post."),
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
        Field("organ", "Organ", \.body, help: "Den som fattade beslutet: stadsdelsnämnden, kontorschefen på delegation."),
        Field("datum", "Datum", \.date, help: "Dagen för beslutet: 2026-03-14. Med den hittas protokollet."),
        Field("paragraf", "Paragraf", \.paragraph, help: "Paragrafen i protokollet: § 12."),
        Field("reservationer", "Reservationer", \.reservations, help: "Vilka som reserverade sig, och vad de ville i stället."),
        Field(
            "särskilda-uttalanden", "Särskilda uttalanden", \.statements,
            help: "Vad ledamöter har lagt till utan att gå emot beslutet, och vilka de är."),
        Field(
            "ersättaryttranden", "Ersättaryttranden", \.substitutesOpinions,
            help: "Vad ersättare som inte fick rösta har anfört, och vilka de är."),
    ]
}
