import Diagnostics

/// New references put into those there are: the same work is not taken twice, and no fact is lost.
package struct ReferenceMerge: Sendable {
    package enum Change: Sendable, Equatable {
        case added(key: String)
        /// Its key was taken by another work.
        case addedAs(key: String, wanted: String)
        /// The work is there; these facts were not.
        case completed(key: String, with: [String])
        case known(key: String)
        /// The work is there and says otherwise; what stands is kept.
        case differs(key: String, fields: [String])
    }

    package private(set) var records: [ReferenceRecord]
    package private(set) var changes: [Change] = []

    package init(_ incoming: [ReferenceRecord], into existing: [ReferenceRecord]) {
        records = existing
        var byWork: [String: Int] = [:]
        var keys: [String: Int] = [:]
        for (index, record) in existing.enumerated() {
            for key in record.workKeys where byWork[key] == nil { byWork[key] = index }
            keys[record.id] = index
        }
        for record in incoming {
            // The same key with the same title is the same work, whatever the year says.
            let namesake = keys[record.id].flatMap { records[$0].text("title").lowercased() == record.text("title").lowercased() ? $0 : nil }
            if let index = record.workKeys.compactMap({ byWork[$0] }).min() ?? namesake {
                complete(index, with: record)
                continue
            }
            var record = record
            let wanted = record.id.isEmpty ? record.suggestedKey : record.id
            var key = wanted
            var number = 2
            while keys[key] != nil {
                key = "\(wanted)-\(number)"
                number += 1
            }
            record.fields["id"] = .string(key)
            keys[key] = records.count
            for work in record.workKeys where byWork[work] == nil { byWork[work] = records.count }
            records.append(record)
            changes.append(key == wanted ? .added(key: key) : .addedAs(key: key, wanted: wanted))
        }
    }

    private mutating func complete(_ index: Int, with record: ReferenceRecord) {
        let here = records[index]
        let new = record.fields.keys.filter { $0 != "id" && here.fields[$0] == nil }.sorted()
        let other = record.fields.keys.filter { $0 != "id" && here.fields[$0] != nil && here.fields[$0] != record.fields[$0] }.sorted()
        for key in new { records[index].fields[key] = record.fields[key] }
        if !new.isEmpty { changes.append(.completed(key: here.id, with: new)) }
        if !other.isEmpty { changes.append(.differs(key: here.id, fields: other)) }
        if new.isEmpty, other.isEmpty { changes.append(.known(key: here.id)) }
    }
}

extension ReferenceRecord {
    /// What two entries for one work share: the DOI; title, year and first author.
    fileprivate var workKeys: [String] {
        func plain(_ text: String) -> String { String(text.lowercased().filter { $0.isLetter || $0.isNumber }) }
        let doi = text("DOI")
        let title = plain(text("title"))
        return (doi.isEmpty ? [] : ["doi:" + doi.lowercased()]) + (title.isEmpty ? [] : ["\(title)|\(year)|\(plain(firstName))"])
    }

    /// `cohen-1979`, of ASCII letters.
    fileprivate var suggestedKey: String {
        let ascii = firstName.lowercased().unicodeScalars.map { scalar -> Character in
            switch scalar {
            case "a"..."z", "0"..."9": Character(scalar)
            case "å", "ä", "á", "à": "a"
            case "ö", "ø", "ó": "o"
            case "é", "è", "ë": "e"
            case "ü", "ú": "u"
            default: "-"
            }
        }
        let name = String(ascii).split(separator: "-").joined(separator: "-")
        let parts = [name.isEmpty ? "kalla" : name, year].filter { !$0.isEmpty }
        return parts.joined(separator: "-")
    }

    private var year: String {
        guard case .object(let date)? = fields["issued"], case .array(let dates)? = date.first(where: { $0.0 == "date-parts" })?.1,
            case .array(let parts)? = dates.first
        else { return "" }
        switch parts.first {
        case .integer(let year): return String(year)
        case .string(let year): return year
        default: return ""
        }
    }

    private var firstName: String {
        for key in ["author", "editor"] {
            guard case .array(let names)? = fields[key], case .object(let name)? = names.first else { continue }
            for part in ["family", "literal"] { if case .string(let text)? = name.first(where: { $0.0 == part })?.1 { return text } }
        }
        return ""
    }
}
