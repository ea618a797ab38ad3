import Diagnostics
import Markup
import Model

/// The accessibility statement (tillgänglighetsredogörelse) from the facts of the project. What the law asks for and nobody
/// has said stands there, marked as missing.
struct AccessibilityStatement: Sendable {
    static let stem = "tillganglighetsredogorelse"
    static let title = "Tillgänglighetsredogörelse"
    /// Where the supervising authority takes reports.
    private static let authority = "https://www.digg.se/tdosanmalan"

    private let facts: Accessibility

    init(_ facts: Accessibility) { self.facts = facts }

    func document(headingLevel level: Int = 1) -> Document {
        func heading(_ text: String) -> Block { .heading(level: level + 1, id: nil, [.text(text)]) }
        let service = facts.service.map { Inline.text($0.value) } ?? MissingFact.inline
        var blocks: [Block] = [
            .heading(level: level, id: nil, [.text(Self.title)]),
            .paragraph([
                facts.body.map { .text($0.value) } ?? MissingFact.inline, .text(" står bakom "), service,
                .text(". Här står hur tjänsten uppfyller lagen (2018:1937) om tillgänglighet till digital offentlig service, vilka brister som är kända och hur du rapporterar brister."),
            ]),
            heading("Hur tillgänglig är tjänsten?"),
            .paragraph([service, .text(" är "), facts.conformance.map { .strong([.text($0.value.rawValue)]) } ?? MissingFact.inline, .text(" med lagens krav.")]),
            heading("Om du inte kan använda någon del"),
            .paragraph([.text("Behöver du innehåll i en annan form, eller hittar du brister som inte står här? Hör av dig:")]),
            .bulletList(contact.map { [.paragraph($0)] }, tight: true),
            heading("Tillsyn"),
            .paragraph([
                .text("Myndigheten för digital förvaltning (Digg) har tillsyn över lagen. Är du inte nöjd med svaret kan du "),
                .url(Self.authority, [.text("anmäla bristen till Digg")]), .text("."),
            ]),
            heading("Innehåll som inte är tillgängligt"),
        ]
        blocks += shortcomings
        blocks += part("Oskäligt betungande anpassning", facts.burdens, level + 2)
        blocks += part("Innehåll som inte omfattas av lagen", facts.outsideLaw, level + 2)
        blocks += [
            heading("Hur tjänsten har testats"), .paragraph([facts.method.map { .text($0.value) } ?? MissingFact.inline]),
            .paragraph([.text("Senaste bedömningen gjordes: "), date(facts.assessed?.value), .text(". Redogörelsen uppdaterades senast: "), date(facts.updated?.value), .text(".")]),
        ]
        return Document(blocks)
    }

    private var contact: [[Inline]] {
        guard let contact = facts.contact, contact.fact != nil else { return [[MissingFact.inline]] }
        var ways: [[Inline]] = []
        if let form = contact.form?.value.text { ways.append([.url(form, [.text("Rapportera på webben")])]) }
        if let mail = contact.mail?.value.text { ways.append([.text("E-post: "), .url("mailto:\(mail)", [.text(mail)])]) }
        if let phone = contact.phone?.value { ways.append([.text("Telefon: \(phone)")]) }
        if let post = contact.post?.value { ways.append([.text("Post: \(post)")]) }
        return ways
    }

    private func date(_ date: PartialDate?) -> Inline { date.map { .text($0.text) } ?? MissingFact.inline }

    /// None said is only known where the service is said to meet every requirement.
    private var shortcomings: [Block] {
        guard !facts.shortcomings.isEmpty else {
            return [.paragraph([facts.conformance?.value == .full ? .text("Inga kända brister.") : MissingFact.inline])]
        }
        return [
            .bulletList(
                facts.shortcomings.map { shortcoming in
                    let criterion = shortcoming.criterion.map { " (\($0.value))" } ?? ""
                    return [.paragraph([.text("\(shortcoming.what?.value ?? "")\(criterion). Åtgärdas senast: "), date(shortcoming.mended?.value), .text(".")])]
                }, tight: true)
        ]
    }

    private func part(_ title: String, _ texts: [Located<String>], _ level: Int) -> [Block] {
        texts.isEmpty ? [] : [.heading(level: level, id: nil, [.text(title)]), .bulletList(texts.map { [.paragraph([.text($0.value)])] }, tight: true)]
    }
}
