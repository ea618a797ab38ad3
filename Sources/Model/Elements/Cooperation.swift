import Diagnostics

/// The way to support when cooperation with an external party fails (stödväg).
package struct EscalationPath: ElementContent {
    package static let elementKind = ElementKind.escalationPath
    package var parties: [Link<Role>] = []
    package var trigger: Prose?
    package var steps: [EscalationStep] = []

    package init() {}

    package static let fields: [Field<EscalationPath>] = [
        Field("part", "Part", \.parties, help: "Adresser till de externa parter som vägen gäller: [roll:polisen]."),
        Field(
            "när", "När", \.trigger, required: true,
            help: "Vad som ska ha hänt för att vägen ska användas, till exempel att överenskomna insatser uteblir. Säg också när den inte gäller."),
        Field(
            "steg", "Steg", \.steps,
            help: "Stegen i ordning, från den som står på platsen. Det sista måste vara på central nivå, så att frågan når någon som ser hela kommunen."),
    ]
}

/// One step of an escalation path.
package struct EscalationStep: Record {
    package var action: Prose?
    package var level: Located<EscalationLevel>?
    package var contact: Prose?
    package var timeLimit: Located<String>?
    package var decisionMakers: [Link<Role>] = []
    package var feedback: Prose?

    package init() {}

    package static let fields: [Field<EscalationStep>] = [
        Field("gör", "Gör", \.action, required: true, help: "Vad den som lyfter frågan gör i steget, som en uppmaning: Kalla till ett möte."),
        Field("nivå", "Nivå", \.level, help: "Om steget tas i det lokala arbetet eller för hela kommunen. Det sista steget är centralt."),
        Field(
            "kontakt", "Kontakt", \.contact,
            help: "Vem man vänder sig till: funktion och verksamhet, inte personnamn. Utan kontakt slutar vägen i en brevlåda."),
        Field("tidsgräns", "Tidsgräns", \.timeLimit, help: "Hur länge man väntar innan nästa steg: 10 arbetsdagar."),
        Field("beslutsfattare", "Beslutas av", \.decisionMakers, help: "Adresser till de roller som avgör frågan i steget."),
        Field("återkoppling", "Återkoppling", \.feedback, help: "Vem som får veta vad när steget är klart, också när frågan inte gick att lösa."),
    ]
}

/// Where a step is taken.
package enum EscalationLevel: String, ControlledValue {
    case local = "lokal"
    case central
}

/// A function at a place, with exactly one that is responsible (R30).
package struct PlaceFunction: ElementContent {
    package static let elementKind = ElementKind.placeFunction
    package var meaning: Prose?
    package var responsible: [Link<Role>] = []
    package var participants: [Link<Role>] = []

    package init() {}

    package static let fields: [Field<PlaceFunction>] = [
        Field(
            "innebörd", "Innebörd", \.meaning, required: true,
            help: "Vad som görs på platsen inom funktionen, så att ansvaret går att skilja från de andras."),
        Field(
            "huvudansvarig", "Huvudansvarig", \.responsible,
            help: "Adressen till exakt en roll. Två huvudansvariga betyder i praktiken ingen; de andra medverkar."),
        Field(
            "medverkande", "Medverkande", \.participants,
            help: "Adresser till andra som arbetar med funktionen. Står bara den egna nämnden där syns inte vilka fler som sköter platsen."),
    ]
}

/// A form of coordination: who meets, how often, on what, with which result (R37).
package struct Forum: ElementContent {
    package static let elementKind = ElementKind.forum
    package var content: Prose?
    package var level: Located<EscalationLevel>?
    package var participants: [Link<Role>] = []
    package var frequency: Located<String>?
    package var basis: Prose?
    package var result: Prose?
    package var supportFunction: Prose?

    package init() {}

    package static let fields: [Field<Forum>] = [
        Field("innehåll", "Innehåll", \.content, required: true, help: "Vilka frågor som tas upp, och vad gruppen inte beslutar."),
        Field("nivå", "Nivå", \.level, help: "Om gruppen samordnar ett lokalt område eller hela kommunen."),
        Field("deltagare", "Deltagare", \.participants, help: "Adresser till de roller som möts: [roll:stadsdelsnamnd, roll:polisen]."),
        Field("frekvens", "Hur ofta", \.frequency, help: "Hur ofta man ses: en gång i månaden, fyra gånger om året."),
        Field("underlag", "Underlag", \.basis, help: "Vad mötet utgår från, till exempel lägesbild och lista över lyfta frågor."),
        Field("resultat", "Resultat", \.result, help: "Vad som finns efteråt, till exempel en beslutslogg, och vart det går."),
        Field("stödfunktion", "Stödfunktion", \.supportFunction, help: "Vem som kallar, bereder och följer upp mellan mötena."),
    ]
}
