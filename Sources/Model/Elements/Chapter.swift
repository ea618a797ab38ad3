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
        Field("sammanfattning", "Sammanfattning", \.summary, help: "Vad kapitlet säger, i en eller två meningar som går att läsa för sig."),
        Field(
            "tabeller", "Tabeller", \.tables,
            help: "Tabeller som texten placerar med <tabell:id> på en egen rad. Tabeller skrivna med lodstreck i texten fungerar inte."),
        Field("figurer", "Figurer", \.figures, help: "Bilder som texten placerar med <figur:id> på en egen rad."),
        Field(
            "definitioner", "Definitioner", \.definitionLists,
            help: "Listor av ord med förklaringar som texten placerar med <definitioner:id> på en egen rad."),
        Field(
            "fotnoter", "Fotnoter", \.footnotes,
            help: "Noter som texten hänvisar till med en länk: [not](fotnot:id). Källor skrivs i stället som hänvisningar: [@nyckel]."),
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
        Field("id", "Id", \.id, required: true, help: "Namnet som texten placerar tabellen med: marken för <tabell:marken>."),
        Field(
            "rubrik", "Rubrik", \.caption, required: true,
            help: "Vad tabellen visar. Rubriken behövs för den som hoppar direkt till tabellen eller hör den läsas upp."),
        Field(
            "radrubriker", "Radrubriker", \.rowHeaders,
            help: "Skriv ja när första cellen i varje rad är radens rubrik. Skärmläsare säger den då tillsammans med cellen."),
        Field("kolumner", "Kolumner", \.columns, required: true, help: "Kolumnernas rubriker, från vänster till höger: [Regel, Innebörd]."),
        Field(
            "rader", "Rader", \.rows, required: true,
            help: "En lista för varje rad, med en cell för varje kolumn. En cell får ha länkar och källhänvisningar."),
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
        Field("id", "Id", \.id, required: true, help: "Namnet som texten placerar bilden med: karta för <figur:karta>."),
        Field(
            "fil", "Fil", \.file, required: true,
            help: "Bildens sökväg i dokumentets mapp: bilder/karta.png. Filen följer med när sidorna byggs. PNG, JPEG och WebP visas."),
        Field(
            "alt", "Textalternativ", \.alternative, required: true,
            help: "Det bilden säger, i ord, för den som inte ser den. Skriv budskapet, inte att det är en bild."),
        Field("rubrik", "Rubrik", \.caption, help: "Text under bilden: vad den visar och varifrån den kommer."),
    ]
}

/// A list of terms that prose places with `<definitioner:id>`.
package struct TypedDefinitions: Record {
    package struct Entry: Record {
        package var term: Located<String>?
        package var definition: Prose?

        package init() {}

        package static let fields: [Field<Entry>] = [
            Field("term", "Term", \.term, required: true, help: "Ordet som förklaras, så som det används i texten."),
            Field("definition", "Definition", \.definition, required: true, help: "Vad ordet betyder här, i en eller två meningar."),
        ]
    }

    package var id: Located<String>?
    package var entries: [Entry] = []

    package init() {}

    package static let fields: [Field<TypedDefinitions>] = [
        Field("id", "Id", \.id, required: true, help: "Namnet som texten placerar listan med: innehallsslag för <definitioner:innehallsslag>."),
        Field("poster", "Poster", \.entries, required: true, help: "Orden i den ordning de ska stå, vart och ett med term och definition."),
    ]
}

/// A footnote that prose marks with a link to `fotnot:id`.
package struct TypedFootnote: Record {
    package var id: Located<String>?
    package var text: Prose?

    package init() {}

    package static let fields: [Field<TypedFootnote>] = [
        Field("id", "Id", \.id, required: true, help: "Namnet som texten hänvisar till noten med: versioner för [not](fotnot:versioner)."),
        Field(
            "text", "Text", \.text, required: true,
            help: "Notens text: det som förklarar men skulle störa läsningen. Den får ha källhänvisningar."),
    ]
}
