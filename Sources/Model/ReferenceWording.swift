import Diagnostics

/// How references are worded (`Templates/källor.yaml`): the words, the groups of the bibliography, the form of each kind.
package struct ReferenceWording: Record {
    package var words = ReferenceWords()
    package var namesInCitation: Located<WholeNumber>?
    package var namesInList: Located<WholeNumber>?
    package var groups: [ReferenceGroup] = []
    package var forms: [ReferenceForm] = []

    package init() {}

    package static let fields: [Field<ReferenceWording>] = [
        Field("ord", "Ord", \.words, help: "De småord som står mellan uppgifterna om en källa. Det som utelämnas får sin vanliga svenska form."),
        Field(
            "upphov-i-hänvisning", "Upphov i en hänvisning", \.namesInCitation,
            help: "Hur många namn som skrivs ut i en hänvisning: 2. Har källan fler skrivs det första namnet och m.fl."),
        Field(
            "upphov-i-förteckning", "Upphov i förteckningen", \.namesInList,
            help: "Hur många namn som skrivs ut i källförteckningen: 7. Har källan fler skrivs det första namnet och m.fl."),
        Field(
            "grupper", "Grupper", \.groups, required: true,
            help: "Källförteckningens avsnitt, i den ordning de ska stå. En källa hamnar i den första grupp som passar."),
        Field(
            "former", "Former", \.forms, required: true,
            help: "Hur varje slag av källa skrivs i förteckningen. Den första form som passar används, så en form utan villkor står sist."),
    ]
}

/// The words that stand between the facts of a source.
package struct ReferenceWords: Record {
    package var and: Located<String>?
    package var ampersand: Located<String>?
    package var others: Located<String>?
    package var editor: Located<String>?
    package var noDate: Located<String>?
    package var circa: Located<String>?
    package var page: Located<String>?
    package var edition: Located<String>?
    package var accessed: Located<String>?

    package init() {}

    package static let fields: [Field<ReferenceWords>] = [
        Field("och", "Och", \.and, help: "Ordet mellan två namn i löpande text: Cohen och Felson (1979)."),
        Field(
            "och-tecken", "Och i parentes", \.ampersand,
            help: "Tecknet mellan två namn inom parentes och i förteckningen: &. Sätt det inom citattecken, eftersom & betyder något annat i YAML."),
        Field("med-flera", "Med flera", \.others, help: "Det som ersätter resten av namnen när de är för många: m.fl."),
        Field("redaktör", "Redaktör", \.editor, help: "Det som visar att personen är redaktör och inte har skrivit verket: red."),
        Field("utan-år", "Utan år", \.noDate, help: "Det som står i årets ställe när året inte är känt: u.å."),
        Field("cirka", "Cirka", \.circa, help: "Det som står före ett ungefärligt år: ca."),
        Field("sida", "Sida", \.page, help: "Det som står före ett sidnummer: s."),
        Field("upplaga", "Upplaga", \.edition, help: "Det som står efter upplagans nummer: uppl."),
        Field("hämtad", "Hämtad", \.accessed, help: "Det som står före dagen då en webbsida lästes: hämtad."),
    ]
}

/// A group of the bibliography; every condition that is given must hold.
package struct ReferenceGroup: Record {
    package var name: Located<String>?
    package var types: [Located<String>] = []
    package var series: [Located<String>] = []
    /// Parts of an author's name.
    package var authors: [Located<String>] = []

    package init() {}

    package static let fields: [Field<ReferenceGroup>] = [
        Field("namn", "Namn", \.name, required: true, help: "Avsnittets rubrik i källförteckningen, till exempel Förarbeten och skrivelser."),
        Field(
            "typer", "Typer", \.types,
            help: "Typer i CSL som hör hit: [bill, hearing]. En källa passar om typen eller serien passar; utan båda passar alla källor."),
        Field(
            "serier", "Serier", \.series,
            help: "Början av källans nummer, som Prop. eller SOU. Med den samlas förarbeten oavsett vilken typ de har i referenshanteraren."),
        Field(
            "upphov", "Upphov", \.authors,
            help: "Delar av organisationers namn, till exempel Stockholm. Anges det här måste också upphovet passa."),
    ]
}

/// How one kind of source is written in the bibliography.
package struct ReferenceForm: Record {
    package var types: [Located<String>] = []
    package var series: [Located<String>] = []
    package var form: Located<String>?

    package init() {}

    package static let fields: [Field<ReferenceForm>] = [
        Field(
            "typer", "Typer", \.types,
            help: "Typer i CSL som skrivs så här: [legislation]. Utan både typer och serier gäller formen alla källor som är kvar."),
        Field("serier", "Serier", \.series, help: "Början av källans nummer, som Prop. eller SOU. En källa passar om typen eller serien passar."),
        Field(
            "form", "Form", \.form, required: true,
            help: "Mönstret: {fält} för uppgifter, [ … ] för det som utelämnas när ett fält saknas, [ … | … ] för det första som går, * … * för kursivt."),
    ]
}
