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
        Field(
            "id", "Id", \.id, required: true,
            help: "Instansens bokstäver och ett löpnummer: EAV-07. Det får bara finnas en gång i remissen och ändras aldrig, för utfallet hänvisar dit."),
        Field("rubrik", "Rubrik", \.heading, help: "Avsnittet i svaret där synpunkten står. Följande synpunkter hör dit tills en ny rubrik anges."),
        Field(
            "underlag", "Underlag", \.basis,
            help: "Punkt i det underlag som kraven är hämtade ur: V7. En önskan eller invändning med underlag måste leda till minst ett krav."),
        Field(
            "gäller", "Gäller", \.anchors,
            help: "Adresser till de delar i den remitterade upplagan som synpunkten handlar om: [uppdrag:samordna-lokalt]."),
        Field(
            "ankare", "Ankare", \.anchorKind,
            help: "Vad synpunkten är fäst vid: en del, helheten eller något som saknas. Utelämnas det följer det av gäller och saknas-i."),
        Field("saknas-i", "Saknas i", \.missingIn, help: "Adressen till den del där det som saknas skulle höra hemma: kapitel:samverkan."),
        Field(
            "citat", "Citat ur programmet", \.quote,
            help: "Några ord ur den remitterade upplagan, precis som de står i den del som anges. De visar vilka ord synpunkten avser."),
        Field(
            "ordagrant", "Ordagrant ur svaret", \.verbatim,
            help: "Några ord ur svaret som synpunkten är hämtad ur, så att tolkningen går att kontrollera."),
        Field(
            "hållning", "Hållning", \.stance, required: true,
            help: "Ställning till det som synpunkten gäller. Den svarande väljer den själv; den som tillstyrker helheten utan villkor invänder inte."),
        Field(
            "slag", "Slag", \.kindOfViewpoint, required: true,
            help: "Vad synpunkten är. Ändring, tillägg och strykning behöver en lydelse under förslag, fakta ett datum under per."),
        Field("bekymmer", "Bekymmer", \.concern, help: "Vad som är problemet med förslaget och varför det spelar roll."),
        Field(
            "önskan", "Önskan", \.wish,
            help: "Vad den svarande vill ska hända, en enda sak. Två önskemål får samma utfall; dela dem i två synpunkter."),
        Field(
            "förslag", "Förslag till lydelse", \.proposal,
            help: "Texten så som den svarande vill att den ska lyda. Utan den måste någon annan gissa."),
        Field("konsekvenser", "Konsekvenser", \.consequences, help: "Det som synpunkten får följder för, ett eller flera värden."),
        Field("beslutas-av", "Kan beslutas av", \.decider, help: "Den som kan besluta om det som önskas. Det visar om frågan måste skickas vidare."),
        Field(
            "vikt", "Vikt", \.weight,
            help: "Hur mycket synpunkten betyder för den svarande. Det hjälper den som hanterar många synpunkter att se vad som väger tyngst."),
        Field("krav", "Krav", \.requirements, help: "Koder för de krav som synpunkten leder till: [R5, R6]. Programmet prövas mot kraven."),
        Field(
            "per", "Uppgiften gäller", \.factAsOf,
            help: "När uppgiften i svaret gällde: 2020. Krävs för fakta, så att en gammal uppgift inte läses som om den gällde nu."),
        Field(
            "inaktuellt", "Inaktuellt", \.outdated,
            help: "Vad som har hänt sedan svaret skrevs, med källhänvisning, när uppgiften inte längre stämmer."),
        Field(
            "källor", "Källor", \.sources,
            help: "Nycklar till de källor som synpunkten nämner. Ett ställe skrivs efter komma, och då sätts posten inom citattecken."),
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
