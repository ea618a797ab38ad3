import Diagnostics

/// A viewpoint (synpunkt): one row, one claim, anchored to what the programme means.
package struct Viewpoint: Record {
    package var id: Located<String>?
    package var heading: Located<String>?
    package var basis: Located<String>?
    package var anchors: [Link<Anything>] = []
    package var anchorKind: Located<AnchorKind>?
    /// Where what is missing would belong.
    package var missingIn: Link<Anything>?
    /// Words of the edition that the viewpoint is about.
    package var quote: Located<String>?
    /// Words of the response that the viewpoint was structured from.
    package var verbatim: Located<String>?
    package var stance: Located<Stance>?
    package var kindOfViewpoint: Located<ViewpointKind>?
    package var concern: Prose?
    package var wish: Prose?
    package var proposal: Prose?
    package var consequences: [Located<Consequence>] = []
    package var decider: Located<Decider>?
    package var weight: Located<Weight>?
    package var requirements: [Located<String>] = []
    package var factAsOf: Located<PartialDate>?
    package var outdated: Prose?
    package var sources: [Citation] = []

    package init() {}

    package static let fields: [Field<Viewpoint>] = [
        Field("id", "Id", \.id, required: true),
        Field("rubrik", "Rubrik", \.heading),
        Field("underlag", "Underlag", \.basis),
        Field("gäller", "Gäller", \.anchors),
        Field("ankare", "Ankare", \.anchorKind),
        Field("saknas-i", "Saknas i", \.missingIn),
        Field("citat", "Citat ur programmet", \.quote),
        Field("ordagrant", "Ordagrant ur svaret", \.verbatim),
        Field("hållning", "Hållning", \.stance, required: true),
        Field("slag", "Slag", \.kindOfViewpoint, required: true),
        Field("bekymmer", "Bekymmer", \.concern),
        Field("önskan", "Önskan", \.wish),
        Field("förslag", "Förslag till lydelse", \.proposal),
        Field("konsekvenser", "Konsekvenser", \.consequences),
        Field("beslutas-av", "Kan beslutas av", \.decider),
        Field("vikt", "Vikt", \.weight),
        Field("krav", "Krav", \.requirements),
        Field("per", "Uppgiften gäller", \.factAsOf),
        Field("inaktuellt", "Inaktuellt", \.outdated),
        Field("källor", "Källor", \.sources),
    ]
}

/// What a viewpoint is fastened to.
package enum AnchorKind: String, ControlledValue {
    case element
    case whole = "helhet"
    case missing = "saknas"
}

/// The stance to an element.
package enum Stance: String, ControlledValue {
    case supports = "stöder"
    case reservation = "stöder med förbehåll"
    case objects = "invänder"
    case requests = "önskar"
    case neutral
}

/// What a viewpoint asks for, or that it states a fact or restates the draft.
package enum ViewpointKind: String, ControlledValue {
    case change = "ändring"
    case addition = "tillägg"
    case deletion = "strykning"
    case clarification = "förtydligande"
    case error = "sakfel"
    case question = "fråga"
    case resource = "resurs"
    case responsibility = "ansvar eller mandat"
    case support = "stöd"
    case fact = "fakta"
    case restatement = "återgivning"
}

/// Who could decide what is asked.
package enum Decider: String, ControlledValue {
    case own = "egen nämnd"
    case otherCommittee = "annan nämnd"
    case company = "bolag"
    case executiveBoard = "kommunstyrelsen"
    case council = "kommunfullmäktige"
    case state = "staten"
    case other = "annan"
}

/// How much it matters to the respondent.
package enum Weight: String, ControlledValue {
    case decisive = "avgörande"
    case important = "viktig"
    case minor = "mindre"
}

/// What a viewpoint has consequences for.
package enum Consequence: String, ControlledValue {
    case economy = "ekonomi"
    case children = "barn"
    case genderEquality = "jämställdhet"
    case accessibility = "tillgänglighet"
    case law = "juridik"
    case organisation
}
