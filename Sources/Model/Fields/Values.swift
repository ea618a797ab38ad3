import Diagnostics

/// `ja` or `nej`.
package enum YesNo: String, ControlledValue {
    case yes = "ja"
    case no = "nej"
}

/// `ja`, `delvis` or `nej`: whether a body can decide in a matter itself (rådighet).
package enum AuthorityToDecide: String, ControlledValue {
    case full = "ja"
    case partial = "delvis"
    case none = "nej"
}

/// A day, a month or a year: as much of a date as is known.
package struct PartialDate: ScalarValue, Hashable, Comparable {
    package let year: Int
    package let month: Int?
    package let day: Int?

    package init?(authored text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts[0].utf8.count == 4,
            parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }),
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }), let year = Int(parts[0]), year > 0
        else { return nil }
        let month = parts.count > 1 ? Int(parts[1]) : nil
        let day = parts.count > 2 ? Int(parts[2]) : nil
        if let month, !(1...12).contains(month) { return nil }
        if let month, let day, !(1...Self.days(in: month, of: year)).contains(day) { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    package static var form: Message {
        Message("Skriv ett datum: 2020, 2020-11 eller 2020-11-30.", en: "Write a date: 2020, 2020-11 or 2020-11-30.")
    }

    /// As running Swedish text: `30 november 2020`, `november 2020`, `2020`.
    package var text: String {
        guard let month else { return String(year) }
        return (day.map { "\($0) " } ?? "") + "\(Self.months[month - 1]) \(year)"
    }

    /// As written in content: `2020-11-30`.
    package var isoText: String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(year)" + (month.map { "-" + two($0) } ?? "") + (day.map { "-" + two($0) } ?? "")
    }

    private static let months = [
        "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
        "december",
    ]

    package static func < (left: PartialDate, right: PartialDate) -> Bool {
        (left.year, left.month ?? 0, left.day ?? 0) < (right.year, right.month ?? 0, right.day ?? 0)
    }
}

/// How binding a working method is (skyldighet).
package enum Obligation: String, ControlledValue {
    case mandatory = "tvingande"
    case minimum = "miniminivå"
    case recommended = "rekommenderat"
    case example = "exempel"
}

/// A number that is counted, zero or more.
package struct WholeNumber: ScalarValue, Equatable {
    package let value: Int

    package init?(authored text: String) {
        guard (1...6).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }), let value = Int(text) else { return nil }
        self.value = value
    }

    package static var form: Message { Message("Skriv ett heltal.", en: "Write a whole number.") }
    package var text: String { String(value) }
}
