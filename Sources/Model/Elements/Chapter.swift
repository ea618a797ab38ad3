import Diagnostics

/// A chapter (kapitel): prose in reading order, with the typed blocks that it places.
package struct Chapter: ElementContent {
    package static let elementKind = ElementKind.chapter
    package var summary: Prose?
    package var tables: [TypedTable] = []
    package var figures: [TypedFigure] = []
    package var definitionLists: [TypedDefinitions] = []
    package var footnotes: [TypedFootnote] = []

    package init() {}

    package static let fields: [Field<Chapter>] = [
        Field("sammanfattning", "Sammanfattning", \.summary),
        Field("tabeller", "Tabeller", \.tables),
        Field("figurer", "Figurer", \.figures),
        Field("definitioner", "Definitioner", \.definitionLists),
        Field("fotnoter", "Fotnoter", \.footnotes),
    ]
}

/// A table that prose places with `<tabell:id>`.
package struct TypedTable: Record {
    package var id: Located<String>?
    package var caption: Located<String>?
    package var rowHeaders: Located<YesNo>?
    package var columns: [Located<String>] = []
    package var rows: [TableRow] = []

    package init() {}

    package static let fields: [Field<TypedTable>] = [
        Field("id", "Id", \.id, required: true),
        Field("rubrik", "Rubrik", \.caption, required: true),
        Field("radrubriker", "Radrubriker", \.rowHeaders),
        Field("kolumner", "Kolumner", \.columns, required: true),
        Field("rader", "Rader", \.rows, required: true),
    ]
}

/// One row of a typed table: a list of cells.
package struct TableRow: FieldValue {
    package let cells: [Prose?]
    package let range: SourceRange

    package static func read(_ node: FieldNode, _ reader: inout FieldReader) -> TableRow? {
        guard case .list(let items) = node.value else {
            reader.report(
                "wrong-shape",
                Message("En rad skrivs som en lista av celler: [\"…\", \"…\"].", en: "A row is a list of cells: [\"…\", \"…\"]."),
                at: node.range)
            return nil
        }
        return TableRow(cells: items.map { Prose.read($0, &reader) }, range: node.range)
    }

    package static var shape: ValueShape { .list(.prose) }
    package var fact: FactValue? { .list(cells.compactMap { $0?.fact }) }
}

/// A picture that prose places with `<figur:id>`.
package struct TypedFigure: Record {
    package var id: Located<String>?
    package var file: Located<String>?
    package var alternative: Located<String>?
    package var caption: Prose?

    package init() {}

    package static let fields: [Field<TypedFigure>] = [
        Field("id", "Id", \.id, required: true),
        Field("fil", "Fil", \.file, required: true),
        Field("alt", "Textalternativ", \.alternative, required: true),
        Field("rubrik", "Rubrik", \.caption),
    ]
}

/// A list of terms that prose places with `<definitioner:id>`.
package struct TypedDefinitions: Record {
    package struct Entry: Record {
        package var term: Located<String>?
        package var definition: Prose?

        package init() {}

        package static let fields: [Field<Entry>] = [
            Field("term", "Term", \.term, required: true),
            Field("definition", "Definition", \.definition, required: true),
        ]
    }

    package var id: Located<String>?
    package var entries: [Entry] = []

    package init() {}

    package static let fields: [Field<TypedDefinitions>] = [
        Field("id", "Id", \.id, required: true),
        Field("poster", "Poster", \.entries, required: true),
    ]
}

/// A footnote that prose marks with a link to `fotnot:id`.
package struct TypedFootnote: Record {
    package var id: Located<String>?
    package var text: Prose?

    package init() {}

    package static let fields: [Field<TypedFootnote>] = [
        Field("id", "Id", \.id, required: true),
        Field("text", "Text", \.text, required: true),
    ]
}
