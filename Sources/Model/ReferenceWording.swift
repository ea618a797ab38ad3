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
        Field("ord", "Ord", \.words),
        Field("upphov-i-hänvisning", "Upphov i en hänvisning", \.namesInCitation),
        Field("upphov-i-förteckning", "Upphov i förteckningen", \.namesInList),
        Field("grupper", "Grupper", \.groups, required: true),
        Field("former", "Former", \.forms, required: true),
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
        Field("och", "Och", \.and),
        Field("och-tecken", "Och i parentes", \.ampersand),
        Field("med-flera", "Med flera", \.others),
        Field("redaktör", "Redaktör", \.editor),
        Field("utan-år", "Utan år", \.noDate),
        Field("cirka", "Cirka", \.circa),
        Field("sida", "Sida", \.page),
        Field("upplaga", "Upplaga", \.edition),
        Field("hämtad", "Hämtad", \.accessed),
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
        Field("namn", "Namn", \.name, required: true),
        Field("typer", "Typer", \.types),
        Field("serier", "Serier", \.series),
        Field("upphov", "Upphov", \.authors),
    ]
}

/// How one kind of source is written in the bibliography.
package struct ReferenceForm: Record {
    package var types: [Located<String>] = []
    package var series: [Located<String>] = []
    package var form: Located<String>?

    package init() {}

    package static let fields: [Field<ReferenceForm>] = [
        Field("typer", "Typer", \.types),
        Field("serier", "Serier", \.series),
        Field("form", "Form", \.form, required: true),
    ]
}
