import Foundation
import Testing

import Referencing

@Suite struct SwedishOrderTests {
    @Test func `Swedish letters come last, V and W apart, ü as y`() {
        let names = ["Öberg", "Wallin", "Åkesson", "Zetterberg", "Vestman", "Ängström", "Müller", "Myhr", "Mz"]
        #expect(names.sorted(by: SwedishOrder.precedes) == ["Myhr", "Müller", "Mz", "Vestman", "Wallin", "Zetterberg", "Åkesson", "Ängström", "Öberg"])
    }

    @Test func `the short way says what the locale's comparison says, wherever it says anything`() {
        let words = [
            "a", "A", "ab", "aB", "Åb", "åa", "ä", "Öl", "z", "Zå", "v", "w", "a b", "ab c", "a2", "a10", "a-b", "a.b", "é", "e\u{301}a", "eb", "ü", "y", "a\u{30A}",
            "Åkers12, Ada", "Åkers9, Ada", "Ek, A.", "Ek, B.", "2016:1145", "2016:24", "007", "7a", "Bok 12 b", "bok 12 a", "bok 2 a", "ß", "ss", "æ", "ae", "1 a", "1 b", "vw", "wv",
        ]
        var decided = 0
        for left in words {
            for right in words {
                guard let short = SwedishOrder.byLetters(left, right) else { continue }
                decided += 1
                let long = left.compare(right, options: [.caseInsensitive, .numeric], range: nil, locale: Locale(identifier: "sv_SE"))
                #expect(short == (long == .orderedAscending), "\(left) – \(right)")
            }
        }
        #expect(decided > 500)
    }
}
