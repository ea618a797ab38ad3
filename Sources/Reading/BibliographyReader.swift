import Diagnostics
import Model

/// Reads CSL-JSON. JSON is YAML as far as libyaml goes, so positions come the same way as for every other file.
enum BibliographyReader {
    static func entries(_ root: FieldNode, _ reader: inout FieldReader) -> [BibliographyEntry] {
        guard case .list(let items) = root.value else {
            reader.report("wrong-shape", Message("Källförteckningen ska vara en lista [ … ].", en: "The bibliography must be a list [ … ]."), at: root.range)
            return []
        }
        return items.compactMap { entry($0, &reader) }
    }

    private static func entry(_ node: FieldNode, _ reader: inout FieldReader) -> BibliographyEntry? {
        guard case .mapping(let members) = node.value else {
            reader.report("wrong-shape", Message("En källpost skrivs { \"id\": …, \"type\": … }.", en: "An entry is written { \"id\": …, \"type\": … }."), at: node.range)
            return nil
        }
        guard let id = members.first(where: { $0.key.value == "id" }), case .text(let key) = id.value.value else {
            reader.report("missing-field", Message("Källposten saknar ”id”.", en: "The entry has no 'id'."), at: node.range)
            return nil
        }
        var entry = BibliographyEntry(key: Located(key.text, at: id.value.range), range: node.range)
        for (key, value) in members {
            let told = reader.diagnostics.count
            defer { if reader.diagnostics.count > told { entry.unreadable.insert(key.value) } }
            switch key.value {
            case "title":
                guard let text = reader.text(value) else { continue }
                entry.title = text.text
                // A number that stands as one; a title of digits stands in quotation marks.
                if text.alignment.first?.text != 0, Double(text.text) != nil {
                    reader.report(
                        "wrong-shape",
                        Message("Titeln är ett tal. Sätt den inom citattecken om den heter så.", en: "The title is a number. Put it in quotation marks if that is its name."),
                        at: value.range)
                }
            case "author": entry.authors = names(value, &reader)
            case "editor": entry.editors = names(value, &reader)
            case "issued":
                let date = date(value, &reader)
                (entry.issued, entry.issuedUntil, entry.isCirca) = (date.first, date.last, date.isCirca)
            case "accessed": entry.accessed = date(value, &reader).first
            case "type":
                if let text = reader.text(value) {
                    entry.type = text.text
                    entry.typeRange = value.range
                }
            case "DOI":
                if let text = reader.text(value) {
                    entry.doi = bareDOI(text.text)
                    entry.doiRange = value.range
                }
            case "ISBN":
                if let text = reader.text(value) {
                    entry.isbn = text.text
                    entry.isbnRange = value.range
                }
            default:
                if let path = textFields[key.value] {
                    if let text = reader.text(value) { entry[keyPath: path] = text.text }
                } else if !known.contains(key.value) {
                    // It stays in the file, and in what is exported from it.
                    reader.report(
                        "unknown-reference-field",
                        Message(
                            "Uppgiften ”\(key.value)” hör inte till CSL-JSON. Den behålls men visas inte.",
                            en: "The field '\(key.value)' is not of CSL-JSON. It is kept but not shown."),
                        at: key.range, severity: .information)
                }
            }
        }
        return entry
    }

    /// A DOI without the address that some write before it.
    private static func bareDOI(_ text: String) -> String {
        for prefix in ["https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:", "DOI:"] where text.hasPrefix(prefix) {
            return text.dropFirst(prefix.count).drop { $0 == " " }.description
        }
        return text
    }

    /// The fields of CSL-JSON 1.0.2 that reference managers export and nothing here shows.
    private static let known: Set<String> = [
        "id", "citation-key", "categories", "journalAbbreviation", "shortTitle", "collection-editor", "composer", "container-author", "contributor", "curator",
        "director", "editorial-director", "executive-producer", "guest", "host", "illustrator", "interviewer", "narrator", "organizer", "original-author",
        "performer", "producer", "recipient", "reviewed-author", "script-writer", "series-creator", "translator", "chair", "compiler", "event-date",
        "original-date", "submitted", "available-date", "abstract", "annote", "archive", "archive_collection", "archive_location", "archive-place",
        "call-number", "chapter-number", "citation-label", "citation-number", "container-title-short", "dimensions", "division", "event", "event-title",
        "event-place", "first-reference-note-number", "ISSN", "jurisdiction", "keyword", "locator", "medium", "number-of-pages", "number-of-volumes",
        "original-publisher", "original-publisher-place", "original-title", "page-first", "part", "part-title", "PMCID", "PMID", "printing", "references",
        "reviewed-genre", "reviewed-title", "scale", "section", "source", "status", "supplement", "version", "volume-title", "year-suffix", "custom",
    ]

    private static var textFields: [String: WritableKeyPath<BibliographyEntry, String>] {
        [
            "title-short": \.shortTitle, "container-title": \.containerTitle,
            "collection-title": \.collectionTitle, "publisher": \.publisher, "publisher-place": \.publisherPlace,
            "volume": \.volume, "issue": \.issue, "page": \.page, "number": \.number, "genre": \.genre,
            "authority": \.authority, "edition": \.edition, "URL": \.url,
            "language": \.language, "note": \.note,
        ]
    }

    private static func names(_ node: FieldNode, _ reader: inout FieldReader) -> [BibliographyEntry.Name] {
        guard case .list(let items) = node.value else {
            reader.report("wrong-shape", Message("Upphov skrivs som en lista av namn.", en: "Authors are a list of names."), at: node.range)
            return []
        }
        return items.compactMap { item in
            guard case .mapping(let members) = item.value else {
                reader.report("wrong-shape", Message("Ett namn skrivs { \"family\": …, \"given\": … }.", en: "A name is written { \"family\": …, \"given\": … }."), at: item.range)
                return nil
            }
            var name = BibliographyEntry.Name()
            for (key, value) in members {
                guard let text = reader.text(value)?.text else { continue }
                switch key.value {
                case "family": name.family = text
                case "given": name.given = text
                case "non-dropping-particle", "dropping-particle": name.particle = text
                case "literal": name.literal = text
                case "suffix": name.given += name.given.isEmpty ? text : " " + text
                default: break
                }
            }
            if name.sortText.isEmpty {
                reader.report(
                    "wrong-shape",
                    Message(
                        "Namnet är tomt. Skriv { \"family\": …, \"given\": … }, eller { \"literal\": … } för en organisation.",
                        en: "The name is empty. Write { \"family\": …, \"given\": … }, or { \"literal\": … } for a body."),
                    at: item.range)
                return nil
            }
            return name
        }
    }

    /// `{"date-parts": [[2020, 11, 30]], "circa": true}`; two dates are a range. A date as text is taken where it says a
    /// day, a month or a year.
    private static func date(_ node: FieldNode, _ reader: inout FieldReader) -> (first: PartialDate?, last: PartialDate?, isCirca: Bool) {
        guard case .mapping(let members) = node.value else {
            if case .text(let text) = node.value, let date = PartialDate(authored: text.text) { return (date, nil, false) }
            reader.report("wrong-shape", Message("Ett datum skrivs {\"date-parts\": [[2020, 11, 30]]}.", en: "A date is written {\"date-parts\": [[2020, 11, 30]]}."), at: node.range)
            return (nil, nil, false)
        }
        var dates: [PartialDate] = []
        var isCirca = false
        for (key, value) in members {
            switch key.value {
            case "circa": if case .text(let text) = value.value { isCirca = text.text != "false" && text.text != "0" }
            case "raw", "literal":
                guard case .text(let text) = value.value, let date = PartialDate(authored: text.text) else {
                    unreadable(value.range, &reader)
                    continue
                }
                dates = [date]
            case "date-parts":
                guard case .list(let items) = value.value else {
                    unreadable(value.range, &reader)
                    continue
                }
                for item in items.prefix(2) {
                    if let date = Self.date(parts: item) { dates.append(date) } else { unreadable(item.range, &reader) }
                }
            default: break
            }
        }
        return (dates.first, dates.count > 1 ? dates[1] : nil, isCirca)
    }

    private static func date(parts node: FieldNode) -> PartialDate? {
        guard case .list(let parts) = node.value, (1...3).contains(parts.count) else { return nil }
        let numbers = parts.map { part -> String in
            guard case .text(let text) = part.value else { return "" }
            return text.text.utf8.count == 1 ? "0" + text.text : text.text
        }
        return PartialDate(authored: numbers.joined(separator: "-"))
    }

    private static func unreadable(_ range: SourceRange, _ reader: inout FieldReader) {
        reader.report("unknown-value", Message("Datumet går inte att läsa. Skriv [[2020, 11, 30]].", en: "The date can't be read. Write [[2020, 11, 30]]."), at: range)
    }
}
