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
        Field("slag", "Slag", \.learningKind),
        Field("innehåll", "Innehåll", \.content, required: true),
        Field("ansvarig", "Ansvarig", \.responsible),
        Field("intervall", "Intervall", \.interval),
        Field("förebild", "Förebild", \.model),
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
        Field("innebörd", "Innebörd", \.meaning, required: true),
        Field("uppdrag", "Uppdrag", \.assignments),
        Field("uppföljning", "Uppföljning", \.followUp),
        Field("styrdokument", "Styrdokument", \.steeringDocuments),
        Field("källor", "Källor", \.sources),
        Field("anmärkning", "Anmärkning", \.remark),
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
        Field("datum", "När", \.date),
        Field("vad", "Vad", \.event, required: true),
        Field("följd", "Följd", \.consequence),
        Field("källor", "Källor", \.sources),
        Field("kontroll", "Inte kontrollerat", \.unchecked),
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
        Field("beskrivning", "Beskrivning", \.description, required: true),
        Field("rör", "Rör", \.concerns),
        Field("väntar-på", "Väntar på", \.awaits),
    ]
}
