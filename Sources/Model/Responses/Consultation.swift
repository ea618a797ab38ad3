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
        Field("titel", "Titel", \.title, required: true),
        Field("dokument", "Dokument", \.document, required: true),
        Field("ny-upplaga", "Ny upplaga", \.newEdition),
        Field("avsändare", "Avsändare", \.consultingBody),
        Field("diarienummer", "Diarienummer", \.registryNumber),
        Field("sista-svarsdag", "Sista svarsdag", \.lastDay),
        Field("avtryck", "Avtryck", \.fingerprint),
        Field("avslutad", "Avslutad", \.closed),
        Field("remissinstanser", "Remissinstanser", \.respondents, required: true),
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
        Field("id", "Id", \.id, required: true),
        Field("namn", "Namn", \.name, required: true),
        Field("typ", "Typ", \.type),
        Field("svarsläge", "Svarsläge", \.answer),
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
