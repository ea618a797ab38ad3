import Diagnostics

/// RIS, as EndNote, Mendeley and library catalogues export it, into CSL-JSON. Tags that have no place in CSL are kept
/// under `custom`.
package enum RISReader {
    /// A line that is no RIS, by its number.
    package struct Mistake: Error {
        package let line: Int
        package let what: String
    }

    package static func read(_ text: String) throws(Mistake) -> [ReferenceRecord] {
        var records: [ReferenceRecord] = []
        var entry: [(tag: String, value: String)] = []
        for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let line = number == 0 ? line.drop { $0 == "\u{FEFF}" } : line
            guard !line.allSatisfy(\.isWhitespace) else { continue }
            guard let match = line.wholeMatch(of: /([A-Z][A-Z0-9])  ?-(?: (.*))?/) else {
                // A value may go on in the next line.
                guard !entry.isEmpty else { throw Mistake(line: number + 1, what: "raden börjar inte med två bokstäver och bindestreck, som ”TY  - JOUR”") }
                entry[entry.count - 1].value += " " + line.trimmed
                continue
            }
            let (tag, value) = (String(match.1), (match.2 ?? "").trimmed)
            if tag == "ER" {
                if !entry.isEmpty { records.append(record(entry)) }
                entry = []
            } else {
                if tag == "TY", !entry.isEmpty {
                    records.append(record(entry))
                    entry = []
                }
                if entry.isEmpty, tag != "TY" { throw Mistake(line: number + 1, what: "posten börjar inte med ”TY  -”") }
                entry.append((tag, value))
            }
        }
        if !entry.isEmpty { records.append(record(entry)) }
        return records
    }

    private static let types = [
        "JOUR": "article-journal", "BOOK": "book", "CHAP": "chapter", "RPRT": "report", "THES": "thesis", "ELEC": "webpage", "WEB": "webpage",
        "CONF": "paper-conference", "CPAPER": "paper-conference", "NEWS": "article-newspaper", "MGZN": "article-magazine", "STAT": "legislation",
        "LEGAL": "legal_case", "BILL": "bill", "HEAR": "hearing", "EBOOK": "book", "EDBOOK": "book", "GOVDOC": "report", "STAND": "standard", "DATA": "dataset",
        "BLOG": "post-weblog", "UNPB": "manuscript",
    ]
    private static let plain = [
        "TI": "title", "T1": "title", "T2": "container-title", "JO": "container-title", "JF": "container-title", "BT": "container-title", "T3": "collection-title",
        "VL": "volume", "IS": "issue", "DO": "DOI", "UR": "URL", "L1": "URL", "PB": "publisher", "CY": "publisher-place", "PP": "publisher-place", "LA": "language",
        "AB": "abstract", "N2": "abstract", "N1": "note", "ET": "edition", "ID": "id", "M3": "genre", "M1": "number", "C7": "number", "SE": "section", "ST": "title-short",
    ]

    private static func record(_ entry: [(tag: String, value: String)]) -> ReferenceRecord {
        var fields: [String: JSONValue] = [:]
        var authors: [JSONValue] = []
        var editors: [JSONValue] = []
        var keywords: [String] = []
        var custom: [(String, JSONValue)] = []
        var pages = (first: "", last: "")
        for (tag, value) in entry where !value.isEmpty {
            switch tag {
            case "TY": fields["type"] = .string(types[value] ?? "document")
            case "AU", "A1": authors.append(name(value))
            case "ED", "A2": editors.append(name(value))
            case "PY", "Y1", "DA": if fields["issued"] == nil || tag == "DA", let date = date(value) { fields["issued"] = date }
            case "Y2": fields["accessed"] = date(value)
            case "SP": pages.first = value
            case "EP": pages.last = value
            case "SN": fields[value.filter(\.isNumber).count > 8 ? "ISBN" : "ISSN"] = .string(value)
            case "KW": keywords.append(value)
            default:
                if let key = plain[tag], fields[key] == nil { fields[key] = .string(value) } else { custom.append(("ris-\(tag)", .string(value))) }
            }
        }
        if !authors.isEmpty { fields["author"] = .array(authors) }
        if !editors.isEmpty { fields["editor"] = .array(editors) }
        if !keywords.isEmpty { fields["keyword"] = .string(keywords.joined(separator: ", ")) }
        if !pages.first.isEmpty { fields["page"] = .string(pages.last.isEmpty || pages.first.contains("-") ? pages.first : "\(pages.first)-\(pages.last)") }
        if !custom.isEmpty { fields["custom"] = .object(custom) }
        return ReferenceRecord(fields)
    }

    /// `Cohen, Lawrence E.`; without a comma it is a body.
    private static func name(_ text: String) -> JSONValue {
        let parts = text.split(separator: ",", maxSplits: 1).map { $0.trimmed }
        guard parts.count == 2 else { return .object([("literal", .string(text))]) }
        return .object([("family", .string(parts[0])), ("given", .string(parts[1]))])
    }

    /// `2020`, `2020/11/30/`, `2020-11-30`.
    private static func date(_ text: String) -> JSONValue? {
        let numbers = text.split { !$0.isNumber }.prefix(3).compactMap { Int($0) }
        guard let year = numbers.first, year > 999 else { return nil }
        let valid = numbers.enumerated().prefix { index, number in index == 0 || (1...(index == 1 ? 12 : 31)).contains(number) }.map(\.element)
        return .object([("date-parts", .array([.array(valid.map { .integer($0) })]))])
    }
}

extension StringProtocol {
    fileprivate var trimmed: String {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
