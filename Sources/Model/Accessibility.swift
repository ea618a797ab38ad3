import Diagnostics

/// What a body must tell of how accessible its service is (tillgänglighetsredogörelse): lag (2018:1937) and the list that
/// Digg gives. What isn't known stays empty.
package struct Accessibility: Record {
    package var body: Located<String>?
    package var service: Located<String>?
    package var conformance: Located<Conformance>?
    package var contact: AccessibilityContact?
    package var shortcomings: [Shortcoming] = []
    package var burdens: [Located<String>] = []
    package var outsideLaw: [Located<String>] = []
    package var method: Located<String>?
    package var assessed: Located<PartialDate>?
    package var updated: Located<PartialDate>?

    package init() {}

    package static let fields: [Field<Accessibility>] = [
        Field(
            "organisation", "Organisation", \.body,
            help: "Organisationen som ansvarar för sidorna."),
        Field(
            "tjänst", "Tjänst", \.service,
            help: "Namnet på webbplatsen eller tjänsten."),
        Field(
            "förenlighet", "Förenlighet med lagkraven", \.conformance,
            help: "Hur väl tjänsten uppfyller lagens krav."),
        Field(
            "kontakt", "Kontakt", \.contact,
            help: "Hur den som hittar en brist når er. Ange minst ett sätt."),
        Field(
            "brister", "Kända brister", \.shortcomings,
            help: "Innehåll som inte är tillgängligt, ett i taget."),
        Field(
            "oskäligt-betungande", "Oskäligt betungande anpassning", \.burdens,
            help: "Innehåll som undantas för att det vore oskäligt betungande att anpassa det (12 §), med skälen."),
        Field(
            "omfattas-inte", "Innehåll som inte omfattas av lagen", \.outsideLaw,
            help: "Innehåll som lagen inte omfattar (9 §)."),
        Field(
            "metod", "Utvärderingsmetod", \.method,
            help: "Hur tjänsten har bedömts: självskattning eller granskning av någon utomstående."),
        Field(
            "bedömd", "Senast bedömd", \.assessed,
            help: "Dagen då tjänsten senast bedömdes."),
        Field(
            "uppdaterad", "Senast uppdaterad", \.updated,
            help: "Dagen då redogörelsen senast ändrades."),
    ]
}

/// How far a service meets the requirements, in the law's three words.
package enum Conformance: String, ControlledValue {
    case full = "helt förenlig"
    case partial = "delvis förenlig"
    case none = "inte förenlig"
}

/// Where a reader reports what doesn't work, or asks for a text in another form.
package struct AccessibilityContact: Record {
    package var form: Located<WebAddress>?
    package var mail: Located<MailAddress>?
    package var phone: Located<String>?
    package var post: Located<String>?

    package init() {}

    package static let fields: [Field<AccessibilityContact>] = [
        Field(
            "webb", "Webb", \.form,
            help: "Sida där en brist kan rapporteras: https://…"),
        Field(
            "e-post", "E-post", \.mail,
            help: "Adress för rapporter."),
        Field(
            "telefon", "Telefon", \.phone,
            help: "Nummer för rapporter."),
        Field(
            "postadress", "Postadress", \.post,
            help: "Adress för brev."),
    ]
}

/// Content that isn't accessible, and why.
package struct Shortcoming: Record {
    package var what: Located<String>?
    package var criterion: Located<String>?
    package var mended: Located<PartialDate>?

    package init() {}

    package static let fields: [Field<Shortcoming>] = [
        Field(
            "vad", "Vad", \.what, required: true,
            help: "Vad som inte är tillgängligt, och för vem det märks."),
        Field(
            "krav", "Krav", \.criterion,
            help: "Kravet som inte uppfylls, till exempel WCAG 1.1.1."),
        Field(
            "åtgärdas", "Åtgärdas senast", \.mended,
            help: "När bristen är avhjälpt, så långt det är känt."),
    ]
}

/// The address of a page.
package struct WebAddress: ScalarValue, Equatable {
    package let text: String

    package init?(authored text: String) {
        guard let scheme = ["https://", "http://"].first(where: { text.hasPrefix($0) }), text.utf8.count > scheme.utf8.count,
            text.utf8.allSatisfy({ $0 > 32 && $0 < 127 && !"<>\"\\^`{|}".utf8.contains($0) })
        else { return nil }
        self.text = text
    }

    package static var form: Message { Message("Skriv en hel webbadress: https://…", en: "Write a whole web address: https://…") }
}

/// An address of mail.
package struct MailAddress: ScalarValue, Equatable {
    package let text: String

    package init?(authored text: String) {
        let sides = text.split(separator: "@", omittingEmptySubsequences: false)
        guard sides.count == 2, !sides[0].isEmpty, sides[1].contains("."), !sides[1].hasPrefix("."), !sides[1].hasSuffix("."),
            text.utf8.allSatisfy({ $0 > 32 && !"<>\"(),:;\\".utf8.contains($0) })
        else { return nil }
        self.text = text
    }

    package static var form: Message { Message("Skriv en e-postadress: namn@kommunen.se.", en: "Write a mail address: name@example.org.") }
}

/// A level that the headings of a fragment begin at.
package struct HeadingLevel: ScalarValue, Equatable {
    package let value: Int

    package init?(authored text: String) {
        guard let value = Int(text), (2...4).contains(value) else { return nil }
        self.value = value
    }

    package static var form: Message { Message("Skriv 2, 3 eller 4.", en: "Write 2, 3 or 4.") }
    package var text: String { String(value) }
}
