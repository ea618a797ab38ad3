import Diagnostics

/// The metadata of one programme edition (`program.yaml`).
package struct Programme: Record {
    package var title: Located<String>?
    package var subtitle: Located<String>?
    package var status: Located<EditionStatus>?
    package var period: Period?
    package var decidingBody: Located<String>?
    package var decided: Located<PartialDate>?
    package var registryNumber: Located<String>?
    package var preparedBy: Located<String>?
    package var otherRoles: [Located<String>] = []
    package var replaces: [Replacement] = []
    package var appliesTo: [Link<Role>] = []
    package var targetGroups: [Located<String>] = []
    package var purpose: Prose?
    package var notice: Prose?
    package var citationForm: Located<CitationForm>?
    package var readingOrder: [Link<Anything>] = []
    package var noOtherRoles: Prose?
    package var replacesNothing: Prose?
    package var required = RequirementProfile()

    package init() {}

    package static let fields: [Field<Programme>] = [
        Field(
            "titel", "Titel", \.title, required: true,
            help: "Programmets namn med period, så som det ska beslutas. Det är rubriken på startsidan."),
        Field(
            "undertitel", "Undertitel", \.subtitle,
            help: "Vad för text det är, i några ord, till exempel vilken version. Den står under titeln och först i märkningen på varje sida."),
        Field(
            "status", "Status", \.status, required: true,
            help: "Hur långt upplagan har kommit. En remitterad eller ersatt upplaga är historia: den byggs, men granskas bara när den namnges."),
        Field(
            "period", "Period", \.period,
            help: "Första och sista året som programmet gäller. Perioden avgör också vilka lagar och dokument som bara gällde en del av tiden."),
        Field(
            "beslutsinstans", "Beslutsinstans", \.decidingBody,
            help: "Den som beslutar programmet, till exempel Kommunfullmäktige. Utan den ser läsaren inte vem som står bakom texten."),
        Field(
            "beslutsdatum", "Beslutsdatum", \.decided,
            help: "Dagen då programmet beslutades: 2021-04-12. Krävs när status är beslutad; lämna tomt tills beslutet finns."),
        Field(
            "diarienummer", "Diarienummer", \.registryNumber,
            help: "Numret i beslutsinstansens diarium: KS 2026/123. Med det kan läsaren begära ut ärendet."),
        Field(
            "framtaget-av", "Framtaget av", \.preparedBy,
            help: "Den nämnd eller förvaltning som har skrivit texten, eller vad den bygger på. Läsaren vet då vem som kan svara på frågor."),
        Field(
            "även", "Är även", \.otherRoles,
            help: "Andra program som texten också är, till exempel Stadens brottsförebyggande program. Utan uppgiften letar någon efter ett program till."),
        Field(
            "även-inget", "Är inget annat", \.noOtherRoles,
            help: "Skriv det här i stället för även när programmet inte också är ett annat, gärna med varför. Då syns att frågan är prövad."),
        Field(
            "ersätter", "Ersätter", \.replaces,
            help: "Äldre dokument som slutar gälla, vart och ett med omfattning. Läsaren måste veta vilken text som gäller."),
        Field(
            "ersätter-inget", "Ersätter inget", \.replacesNothing,
            help: "Skriv det här i stället för ersätter när inget äldre dokument slutar gälla, gärna med varför. Då syns att frågan är prövad."),
        Field("gäller-för", "Gäller för", \.appliesTo, help: "Adresser till de roller som programmet binder: [roll:alla-namnder]."),
        Field("målgrupper", "Målgrupper", \.targetGroups, help: "De som arbetet ska göra nytta för, en i varje post: boende, besökare, företagare."),
        Field(
            "syfte", "Syfte", \.purpose,
            help: "Vad programmet ska klargöra eller leda till, i två eller tre meningar. Länka gärna till de kapitel där det står."),
        Field(
            "märkning", "Märkning", \.notice,
            help: "Det som läsaren måste veta om texten som text, till exempel att den är ett förslag. Den visas på varje sida."),
        Field(
            "källhänvisningar", "Källhänvisningar", \.citationForm,
            help: "Hur källor skrivs i löpande text: som (Cohen & Felson 1979) eller som noter. Utan värde används författare och år."),
        Field(
            "läsordning", "Läsordning", \.readingOrder, required: true,
            help: "Adresser till alla kapitel och fokusområden i den ordning de läses. Varje sida står här en gång; annars hittar läsaren den inte."),
        Field(
            "kräver", "Krav på innehållet", \.required,
            help: "Vad programmet prövas mot: delar som ska finnas, gränser och undantag. Reglerna läser det här, så varje kommun kan ha sin egen profil."),
    ]
}

/// How sources are cited in running text; author and year when nothing is said.
package enum CitationForm: String, ControlledValue {
    case authorYear = "författare-år"
    case footnotes = "fotnoter"
}

/// Where an edition stands; the last two are history, judged only when named.
package enum EditionStatus: String, ControlledValue {
    case draft = "utkast"
    case decided = "beslutad"
    case consulted = "remitterad"
    case replaced = "ersatt"
}

/// The years a programme covers.
package struct Period: Record {
    package var from: Located<PartialDate>?
    package var until: Located<PartialDate>?

    package init() {}

    package static let fields: [Field<Period>] = [
        Field("från", "Från", \.from, help: "Det första året, eller den första dagen, som programmet gäller: 2020."),
        Field("till", "Till", \.until, help: "Det sista året, eller den sista dagen, som programmet gäller: 2023."),
    ]
}

/// What a programme replaces, and which part of it.
package struct Replacement: Record {
    package var document: Link<SteeringDocument>?
    package var extent: Prose?

    package init() {}

    package static let fields: [Field<Replacement>] = [
        Field(
            "dokument", "Dokument", \.document, required: true,
            help: "Adressen till det äldre dokumentet i registret: styrdokument:tryggare-och-sakrare-stockholm."),
        Field(
            "omfattning", "Omfattning", \.extent, required: true,
            help: "Om hela dokumentet ersätts eller vilka delar, och vad som i så fall gäller för resten."),
    ]
}

/// The words that an edition adds to the dictionary (`ordlista.yaml`).
package struct WordList: Record {
    package var words: [Located<String>] = []

    package init() {}

    package static let fields: [Field<WordList>] = [
        Field(
            "ord", "Ord", \.words, required: true,
            help: "Namn, fackord och främmande ord som är rätt men saknas i den svenska ordlistan. Annars sägs de vara felstavade.")
    ]
}
