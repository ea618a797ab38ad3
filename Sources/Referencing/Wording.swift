import Diagnostics
import Model

/// The wording of references, ready to use: words with their defaults, forms read.
package struct Wording: Sendable {
    /// A form that can't be read.
    package struct Mistake: Error {
        package let range: SourceRange
        package let message: String
    }

    let and: String
    let ampersand: String
    let others: String
    let editor: String
    let noDate: String
    let circa: String
    let page: String
    let edition: String
    let accessed: String
    let namesInCitation: Int
    let namesInList: Int
    package let groups: [ReferenceGroup]
    private let forms: [(form: ReferenceForm, template: WordingTemplate)]

    package static let fields: Set<String> = [
        "upphov", "roll", "år", "datum", "titel", "samling", "band", "häfte", "sidor", "nummer", "artikel", "serie", "förlag", "ort", "genre", "upplaga",
        "myndighet", "beteckning", "lagnamn", "hämtad", "länk",
    ]

    package init(_ wording: ReferenceWording) throws(Mistake) {
        let words = wording.words
        and = words.and?.value ?? "och"
        ampersand = words.ampersand?.value ?? "&"
        others = words.others?.value ?? "m.fl."
        editor = words.editor?.value ?? "red."
        noDate = words.noDate?.value ?? "u.å."
        circa = words.circa?.value ?? "ca"
        page = words.page?.value ?? "s."
        edition = words.edition?.value ?? "uppl."
        accessed = words.accessed?.value ?? "hämtad"
        namesInCitation = max(1, wording.namesInCitation?.value.value ?? 2)
        namesInList = max(1, wording.namesInList?.value.value ?? 7)
        groups = wording.groups
        var forms: [(ReferenceForm, WordingTemplate)] = []
        for form in wording.forms {
            guard let text = form.form else { continue }
            do {
                forms.append((form, try WordingTemplate(text.value, knowing: Self.fields)))
            } catch {
                throw Mistake(range: text.range, message: "Formen går inte att läsa vid tecken \(error.offset + 1): \(error.what).")
            }
        }
        self.forms = forms
    }

    func template(for entry: BibliographyEntry) -> WordingTemplate? {
        forms.first { Self.fits($0.form.types, $0.form.series, entry) }?.template
    }

    func group(of entry: BibliographyEntry) -> Int? {
        groups.firstIndex { group in
            Self.fits(group.types, group.series, entry)
                && (group.authors.isEmpty || group.authors.contains { part in entry.authors.contains { $0.literal.contains(part.value) } })
        }
    }

    /// A kind fits by its type or its series; one with neither fits all.
    private static func fits(_ types: [Located<String>], _ series: [Located<String>], _ entry: BibliographyEntry) -> Bool {
        if types.isEmpty, series.isEmpty { return true }
        return types.contains { $0.value == entry.type } || series.contains { entry.number.lowercased().hasPrefix($0.value.lowercased() + " ") }
    }
}

extension BibliographyEntry {
    /// `prop. 2022/23:43`, `SOU 2021:49`, `dir. 2019:94`: the series that a preparatory work is called by.
    package var seriesDesignation: String? {
        for series in ["prop. ", "dir. ", "skr. ", "bet. ", "rskr. ", "SOU ", "Ds "] where number.lowercased().hasPrefix(series.lowercased()) {
            return series + number.dropFirst(series.count)
        }
        return nil
    }
}
