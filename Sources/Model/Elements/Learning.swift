import Diagnostics

/// Evaluation, research or exchange of experience (R38).
package struct Learning: ElementContent {
    package static let elementKind = ElementKind.learning
    package var learningKind: Located<LearningKind>?
    package var content: Prose?
    package var responsible: [Link<Role>] = []
    package var interval: Located<String>?
    package var model: Prose?

    package init() {}

    package static let fields: [Field<Learning>] = [
        Field("slag", "Slag", \.learningKind, help: "Om lärandet är utvärdering, kontakt med forskning eller utbyte av erfarenheter."),
        Field("innehåll", "Innehåll", \.content, required: true, help: "Vad man tar reda på eller delar med sig av, och vad det ska användas till."),
        Field("ansvarig", "Ansvarig", \.responsible, help: "Adresser till de roller som ser till att det blir av."),
        Field("intervall", "Intervall", \.interval, help: "Hur ofta det görs: varje år, vid varje nätverksmöte."),
        Field(
            "förebild", "Förebild", \.model,
            help: "Ett arbete som visar att det går, i den egna kommunen eller någon annanstans, och vad man tar efter."),
    ]
}

/// The three ways to learn.
package enum LearningKind: String, ControlledValue {
    case evaluation = "utvärdering"
    case research = "forskning"
    case exchange = "erfarenhetsutbyte"
}

/// A perspective (perspektiv) that the work is to be seen in.
package struct Perspective: ElementContent {
    package static let elementKind = ElementKind.perspective
    package var meaning: Prose?
    package var assignments: [Link<Assignment>] = []
    package var followUp: Prose?
    package var steeringDocuments: [Link<SteeringDocument>] = []
    package var sources: [Citation] = []
    package var remark: Prose?

    package init() {}

    package static let fields: [Field<Perspective>] = [
        Field("innebörd", "Innebörd", \.meaning, required: true, help: "Vad perspektivet betyder i det här arbetet, i två eller tre meningar."),
        Field(
            "uppdrag", "Uppdrag", \.assignments,
            help: "Adresser till de uppdrag som bär perspektivet. Ett perspektiv som inget uppdrag bär genomsyrar ingenting."),
        Field(
            "uppföljning", "Uppföljning", \.followUp,
            help: "Hur det syns i resultatet, till exempel att statistiken delas upp efter kön eller ålder."),
        Field("styrdokument", "Styrdokument", \.steeringDocuments, help: "Adresser till de styrdokument och lagar som perspektivet vilar på."),
        Field("källor", "Källor", \.sources, help: "Nycklar till källorna för perspektivet."),
        Field("anmärkning", "Anmärkning", \.remark, help: "Det som saknas eller inte är kontrollerat, till exempel uppdelad statistik."),
    ]
}

/// Something that changed after the programme was consulted on (facts of law and documents).
package struct Development: ElementContent {
    package static let elementKind = ElementKind.development
    package var date: Located<String>?
    package var event: Prose?
    package var consequence: Prose?
    package var sources: [Citation] = []
    package var unchecked: Located<String>?

    package init() {}

    package static let fields: [Field<Development>] = [
        Field("datum", "När", \.date, help: "När det hände, så noga som det är känt: 2023-07-01, våren 2020."),
        Field(
            "vad", "Vad", \.event, required: true,
            help: "Vad som beslutades, trädde i kraft eller slutade gälla, och vem som beslutade. Länka till dokumentet i registret."),
        Field("följd", "Följd", \.consequence, help: "Vad händelsen betyder för programmet, med länkar till de delar som berörs."),
        Field("källor", "Källor", \.sources, help: "Nycklar till det som visar att händelsen har ägt rum."),
        Field(
            "kontroll", "Inte kontrollerat", \.unchecked,
            help: "Det i posten som ingen har kontrollerat, till exempel ett paragrafnummer. Läsaren ser då vad som är osäkert."),
    ]
}

/// Something that is not known, and what it waits for (lucka).
package struct Gap: ElementContent {
    package static let elementKind = ElementKind.gap
    package var description: Prose?
    package var concerns: [Link<Anything>] = []
    package var awaits: Prose?

    package init() {}

    package static let fields: [Field<Gap>] = [
        Field("beskrivning", "Beskrivning", \.description, required: true, help: "Vad som inte är känt, och varför det inte gick att ta reda på."),
        Field("rör", "Rör", \.concerns, help: "Adresser till de delar som luckan gör osäkra: [mal:halverad-otrygghet]."),
        Field(
            "väntar-på", "Väntar på", \.awaits,
            help: "Vad som behöver hända för att luckan ska fyllas: ett beslut, en mätning, en handling som begärs ut."),
    ]
}
