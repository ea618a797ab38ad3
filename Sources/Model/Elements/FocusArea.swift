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
        Field("syfte", "Syfte", \.purpose, required: true, help: "Vad området ska åstadkomma och vilka mål det bidrar till, med länkar till målen."),
        Field(
            "teorier", "Teorier", \.theories,
            help: "Adresser till de teorier som området bygger på: [teori:rutinaktivitetsteorin]. Själva teorin beskrivs i det teoretiska ramverket."),
        Field(
            "teorins-roll", "Så används teorierna", \.roleOfTheory,
            help: "Hur teorierna används i just det här området, med länkar till dem. Beskriv inte teorin en gång till."),
        Field(
            "arbetssätt", "Arbetssätt", \.workingMethods,
            help: "Adresser till områdets arbetssätt. Minst ett ska vara tvingande och minst ett en miniminivå."),
        Field(
            "block", "Innehåll", \.blocks,
            help: "Områdets innehåll, delat så att varje block är av ett enda slag. Minst ett är ett problemområde och minst ett ett exempel."),
        Field(
            "verksamheter-och-ansvar", "Verksamheter och ansvar", \.activitiesAndResponsibility,
            help: "Vilka verksamheter som arbetar i området, och vem som råder över vad. Länka till uppdrag och roller."),
        Field(
            "samverkan", "Samverkan", \.cooperation,
            help: "Vilka parter som behövs, hur de möts och vilken stödväg som gäller när samverkan brister."),
        Field(
            "uppföljning", "Uppföljning", \.followUp,
            help: "Hur man ser om arbetet i området ger något: mått, hur ofta och vilka åtgärder det gäller."),
        Field(
            "kommunikation", "Kommunikation", \.communication,
            help: "Vad som berättas, för vilka och av vem. Kommunikation ska vara en del av varje område."),
        Field(
            "forskning", "Aktuell forskning", \.research,
            help: "Vad forskningen säger om området, vilken dag det gällde och vem som ser över det."),
        Field(
            "agenda-2030", "Agenda 2030", \.globalGoals,
            help: "De globala mål som området bidrar till och hur, ett i varje post. Finns det kolon i posten sätts den inom citattecken."),
        Field(
            "styrdokument", "Styrdokument", \.steeringDocuments,
            help: "Adresser till de styrdokument som området följer. Läsaren ser då var dokumenten gör skillnad."),
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
        Field(
            "slag", "Slag", \.kinds, required: true,
            help: "Vad blocket är, ett enda slag. Blandas slagen vet läsaren inte vad som är vad; dela hellre blocket. Teorier hör till ramverket."),
        Field("titel", "Titel", \.title, required: true, help: "Vad blocket handlar om, i några ord."),
        Field(
            "text", "Text", \.text, required: true,
            help: "Blockets innehåll: ett eller ett par korta stycken, med länkar till de delar som det bygger på."),
        Field("ansvarig", "Ansvarig", \.responsible, help: "Adresser till de roller som svarar för det som blocket beskriver."),
        Field(
            "skyldighet", "Skyldighet", \.obligation,
            help: "Hur starkt innehållet binder den det gäller. Utelämna det när blocket inte säger vad någon ska göra."),
        Field("källor", "Källor", \.sources, help: "Nycklar till källorna. En metod måste ha källa, så att valet går att granska."),
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
        Field("läge", "Läge", \.state, help: "Vad forskningen visar, även det som den är oenig om, med källhänvisningar."),
        Field("per", "Per", \.asOf, help: "Dagen då läget sågs över: 2026-01-31. Är den för gammal säger granskningen till."),
        Field(
            "ansvarig", "Ansvarig", \.responsible,
            help: "Adresser till de roller som ser över läget. Utan ansvarig blir det inaktuellt utan att någon märker det."),
        Field("källor", "Källor", \.sources, help: "Nycklar till de studier och översikter som läget bygger på."),
    ]
}
