import Diagnostics

/// A focus area (fokusområde): the same parts for each, of typed blocks that are never mixed.
package struct FocusArea: ElementContent {
    package static let elementKind = ElementKind.focusArea
    package var purpose: Prose?
    package var theories: [Link<Theory>] = []
    package var roleOfTheory: Prose?
    package var workingMethods: [Link<WorkingMethod>] = []
    package var blocks: [FocusBlock] = []
    package var activitiesAndResponsibility: Prose?
    package var cooperation: Prose?
    package var followUp: Prose?
    package var communication: Prose?
    package var research: ResearchState?
    package var globalGoals: [Located<String>] = []
    package var steeringDocuments: [Link<SteeringDocument>] = []

    package init() {}

    package static let fields: [Field<FocusArea>] = [
        Field("syfte", "Syfte", \.purpose, required: true),
        Field("teorier", "Teorier", \.theories),
        Field("teorins-roll", "Så används teorierna", \.roleOfTheory),
        Field("arbetssätt", "Arbetssätt", \.workingMethods),
        Field("block", "Innehåll", \.blocks),
        Field("verksamheter-och-ansvar", "Verksamheter och ansvar", \.activitiesAndResponsibility),
        Field("samverkan", "Samverkan", \.cooperation),
        Field("uppföljning", "Uppföljning", \.followUp),
        Field("kommunikation", "Kommunikation", \.communication),
        Field("forskning", "Aktuell forskning", \.research),
        Field("agenda-2030", "Agenda 2030", \.globalGoals),
        Field("styrdokument", "Styrdokument", \.steeringDocuments),
    ]
}

/// A block of a focus area; exactly one kind of content (R41).
package struct FocusBlock: Record {
    /// One; more are read so that a rule can tell the mixture.
    package var kinds: [Located<BlockKind>] = []
    package var title: Located<String>?
    package var text: Prose?
    package var responsible: [Link<Role>] = []
    package var obligation: Located<Obligation>?
    package var sources: [Citation] = []

    package init() {}

    package static let fields: [Field<FocusBlock>] = [
        Field("slag", "Slag", \.kinds, required: true),
        Field("titel", "Titel", \.title, required: true),
        Field("text", "Text", \.text, required: true),
        Field("ansvarig", "Ansvarig", \.responsible),
        Field("skyldighet", "Skyldighet", \.obligation),
        Field("källor", "Källor", \.sources),
    ]
}

/// The ten kinds of content that a focus area keeps apart.
package enum BlockKind: String, ControlledValue {
    case theory = "teori"
    case activity = "verksamhet"
    case problem = "problemområde"
    case workingMethod = "arbetssätt"
    case goal = "mål"
    case platform = "plattform"
    case cooperationGroup = "samverkansgrupp"
    case method = "metod"
    case routine = "rutin"
    case example = "exempel"
}

/// Where research stood, when, and who keeps watch (R23).
package struct ResearchState: Record {
    package var state: Prose?
    package var asOf: Located<PartialDate>?
    package var responsible: [Link<Role>] = []
    package var sources: [Citation] = []

    package init() {}

    package static let fields: [Field<ResearchState>] = [
        Field("läge", "Läge", \.state),
        Field("per", "Per", \.asOf),
        Field("ansvarig", "Ansvarig", \.responsible),
        Field("källor", "Källor", \.sources),
    ]
}
