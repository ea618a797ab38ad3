import Diagnostics

/// A consultation (remiss) on a programme.
package struct Consultation: Record {
    package var title: Located<String>?
    /// Folder of the edition that was sent out.
    package var document: Located<String>?
    /// Folder of the edition that answers the viewpoints, once there is one.
    package var newEdition: Located<String>?
    package var consultingBody: Located<String>?
    package var registryNumber: Located<String>?
    package var lastDay: Located<PartialDate>?
    /// Fingerprint of the edition as it was sent out (`Fingerprint`).
    package var fingerprint: Located<String>?
    package var closed: Located<YesNo>?
    package var respondents: [Respondent] = []

    package init() {}

    package static let fields: [Field<Consultation>] = [
        Field("titel", "Titel", \.title, required: true, help: "Namnet på det som remitteras. Det ingår i rubriken på varje svar."),
        Field(
            "dokument", "Dokument", \.document, required: true,
            help: "Mappen med upplagan som skickades ut: trygghetsprogram-remissversion. Synpunkternas adresser gäller den."),
        Field(
            "ny-upplaga", "Ny upplaga", \.newEdition,
            help: "Mappen med upplagan som svarar på synpunkterna, när den finns. Mot den visas vad som har ändrats."),
        Field("avsändare", "Avsändare", \.consultingBody, help: "Den som har skickat ut remissen: Kommunstyrelsen."),
        Field(
            "diarienummer", "Diarienummer", \.registryNumber,
            help: "Remissens nummer hos avsändaren: KS 2026/123. Formen prövas mot projektets mönster."),
        Field(
            "sista-svarsdag", "Sista svarsdag", \.lastDay,
            help: "Den sista dagen att svara: 2026-04-30. Den visas på remissens startsida och i svarsformuläret."),
        Field(
            "avtryck", "Avtryck", \.fingerprint,
            help: "Kontrollsumman för upplagan när den skickades ut: sha256-… Med den syns om ett svar gäller en annan text."),
        Field("avslutad", "Avslutad", \.closed, help: "Skriv ja när alla svar är hanterade. Då måste varje synpunkt ha ett utfall."),
        Field(
            "remissinstanser", "Remissinstanser", \.respondents, required: true,
            help: "Alla som har fått frågan, även de som inte har svarat. Det är mot listan som svaren räknas."),
    ]
}

/// A body asked to answer (remissinstans).
package struct Respondent: Record {
    package var id: Located<String>?
    package var name: Located<String>?
    package var type: Located<RespondentType>?
    package var answer: Located<AnswerStatus>?

    package init() {}

    package static let fields: [Field<Respondent>] = [
        Field(
            "id", "Id", \.id, required: true,
            help: "Kort namn med små bokstäver, siffror och bindestreck: enskede-arsta-vantor. Svaret anger det som respondent."),
        Field("namn", "Namn", \.name, required: true, help: "Instansens fulla namn, så som det ska stå i sammanställningen."),
        Field("typ", "Typ", \.type, help: "Vad för slags instans det är. Jämförelsen kan visa en typ i taget."),
        Field("svarsläge", "Svarsläge", \.answer, help: "Om svaret har kommit. Tystnad är inget ja: den som inte har svarat står som ej inkommit."),
    ]
}

/// What sort of body is asked.
package enum RespondentType: String, ControlledValue {
    case districtCommittee = "stadsdelsnämnd"
    case specialistCommittee = "facknämnd"
    case companyBoard = "bolagsstyrelse"
    case otherAuthority = "annan myndighet"
    case organisation
    case council = "råd"
}

/// Whether an answer came. Silence is a value of its own and never approval.
package enum AnswerStatus: String, ControlledValue {
    case received = "inkommet"
    case extended = "anstånd"
    case abstains = "avstår"
    case missing = "ej inkommit"
}
