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
            switch key.value {
            case "author": entry.authors = names(value, &reader)
            case "editor": entry.editors = names(value, &reader)
            case "issued": (entry.issued, entry.isCirca) = date(value, &reader)
            default:
                guard let path = textFields[key.value] else { continue }
                if let text = reader.text(value) { entry[keyPath: path] = text.text }
            }
        }
        return entry
    }

    private static var textFields: [String: WritableKeyPath<BibliographyEntry, String>] {
        [
            "type": \.type, "title": \.title, "title-short": \.shortTitle, "container-title": \.containerTitle,
            "collection-title": \.collectionTitle, "publisher": \.publisher, "publisher-place": \.publisherPlace,
            "volume": \.volume, "issue": \.issue, "page": \.page, "number": \.number, "genre": \.genre,
            "authority": \.authority, "edition": \.edition, "DOI": \.doi, "ISBN": \.isbn, "URL": \.url,
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
                default: break
                }
            }
            return name
        }
    }

    /// `{"date-parts": [[2020, 11, 30]], "circa": true}`.
    private static func date(_ node: FieldNode, _ reader: inout FieldReader) -> (PartialDate?, isCirca: Bool) {
        guard case .mapping(let members) = node.value else {
            reader.report("wrong-shape", Message("Ett datum skrivs {\"date-parts\": [[2020, 11, 30]]}.", en: "A date is written {\"date-parts\": [[2020, 11, 30]]}."), at: node.range)
            return (nil, false)
        }
        var date: PartialDate?
        var isCirca = false
        for (key, value) in members {
            if key.value == "circa", case .text(let text) = value.value { isCirca = text.text != "false" }
            guard key.value == "date-parts" else { continue }
            if case .list(let dates) = value.value, case .list(let parts)? = dates.first?.value {
                let numbers = parts.map { part -> String in
                    guard case .text(let text) = part.value else { return "" }
                    return text.text.utf8.count == 1 ? "0" + text.text : text.text
                }
                date = PartialDate(authored: numbers.joined(separator: "-"))
            }
            if date == nil {
                reader.report("unknown-value", Message("Datumet går inte att läsa. Skriv [[2020, 11, 30]].", en: "The date can't be read. Write [[2020, 11, 30]]."), at: value.range)
            }
        }
        return (date, isCirca)
    }
}
