import Compiler
import Diagnostics
import Foundation
import Model
import Reading
import Testing

/// Sentences put into a chapter of the rebuilt programme as it is: its own names and registers decide what is found.
@Suite struct ShippedSentenceTests {
    private static let chapter = "trygghetsprogram/kapitel/samverkan.md"

    private static let content: [String: [UInt8]] = {
        let files = (try? ContentFiles.read(root: repository + "/Content"))?.map.files ?? []
        return Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) })
    }()

    private func found(_ paragraph: String, on day: PartialDate? = nil) throws -> [RuleID] {
        var files = Self.content
        files[Self.chapter] = try #require(files[Self.chapter]) + Array("\n\n\(paragraph)\n".utf8)
        return Pipeline(documents: ["trygghetsprogram"], asOf: day).judge(ContentFiles(files)).diagnostics.map(\.id)
    }

    private static let wrong: [(rule: RuleID, sentence: String)] = [
        ("obliges-only-own", "Polisen ska delta."),
        ("obliges-only-own", "Polisen måste delta i varje möte."),
        ("obliges-only-own", "Regionen ska betala."),
        ("obliges-only-own", "Fastighetsägare ska sköta sina gårdar."),
        ("obliges-only-own", "Privata fastighetsägare ska sköta sina gårdar."),
        ("obliges-only-own", "Fastighetsägarna måste sköta sina gårdar."),
        ("obliges-only-own", "Polisen och regionen ska delta."),
        ("obliges-only-own", "Stadsdelsnämnden och polisen ska mötas varje vecka."),
        ("obliges-only-own", "Regionens vård åläggs att delta."),
        ("obliges-only-own", "Regionens vård är skyldig att delta."),
        ("obliges-only-own", "Varje vecka ska polisen lämna en rapport."),
        ("obliges-only-own", "Varje vecka ska staden och polisen lämna en rapport."),
        ("obliges-only-own", "Polismyndigheten ska delta."),
        ("obliges-only-own", "Region Stockholm ska betala."),
        ("obliges-only-own", "Näringslivet måste ta sitt ansvar."),
        ("obliges-only-own", "Polisen i området ska alltid delta."),
        ("obliges-only-own", "Alla fastighetsägare ska betala en avgift."),
        ("obliges-only-own", "Det är viktigt att polisen ska delta."),
        ("obliges-only-own", "Polisen är skyldig att delta."),
        ("obliges-only-own", "Trafikförvaltningen ska sköta stationen."),
        ("obliges-only-own", "Staten ska betala."),
        ("obliges-only-own", "Civilsamhället, näringslivet och polisen ska delta."),
        ("obliges-only-own", "Företagen och staden ska dela på kostnaden."),
        ("effect-claim-sourced", "En grannsamverkan sänker antalet inbrott."),
        ("effect-claim-sourced", "Belysning skapar trygghet."),
        ("effect-claim-sourced", "Arbetet bidrar till färre brott."),
        ("effect-claim-sourced", "Arbetet resulterade i lägre brottslighet."),
        ("effect-claim-sourced", "Sedan 2015 har skadegörelsen minskat med 40 procent."),
        ("effect-claim-sourced", "Kameror minskar antalet rån."),
        ("effect-claim-sourced", "Kameror gör att antalet rån minskade, och brotten minskade."),
        ("named-document-listed", "Vi följer stadens handlingsplan mot skadegörelse."),
        ("named-document-listed", "Det står i stadens policy för belysning."),
        ("law-known", "Det gäller enligt SFS 2027:998."),
        ("law-known", "Det gäller enligt lagen (2027:998)."),
        ("lapsed-law-told", "Det följer av 3 kap. 1 § socialtjänstlagen (2001:453)."),
    ]

    @Test(arguments: wrong)
    func `a wrong sentence is found by its rule, once`(rule: RuleID, sentence: String) throws {
        #expect(try found(sentence) == [rule])
    }

    private static let right: [String] = [
        "Polisen avgör själv vad den ska göra.",
        "Staden ska bjuda in polisen.",
        "Polisen ska bjudas in av staden.",
        "Staden ska föreslå att polisen deltar.",
        "Nämnden ska verka för att regionen ska delta.",
        "Samverkan med polisen ska följas upp varje år.",
        "Stadens kontakt med polisen och regionen ska samlas hos en funktion.",
        "När polisen har lämnat sin bild ska nämnden pröva den.",
        "Om polisen deltar ska nämnden boka lokal.",
        "Efter samråd med polisen ska nämnden besluta.",
        "Staden och polisen är överens om att staden ska boka lokalen.",
        "Nämnden ska tillsammans med polisen och fastighetsägare gå igenom platsen.",
        "Polisens lägesbild ska läsas av nämnden.",
        "Programmet säger inte vad regionen ska göra.",
        "Det betyder inte att polisen ska delta.",
        "Nämnden måste fråga polisen.",
        "Polisen utreder brott och staden ska stödja den som är utsatt.",
        "Uppgifter som polisen lämnar ska skyddas.",
        "Den som äger en fastighet och fastighetsägarens ombud kan fråga nämnden.",
        "Nämnden bidrar till arbetet.",
        "Målet är att belysning skapar trygghet.",
        "Det följde av 3 kap. 1 § i den äldre socialtjänstlagen (2001:453).",
        "Det följer av socialtjänstlagen (2025:400).",
    ]

    @Test(arguments: right)
    func `a right sentence is left alone`(sentence: String) throws {
        #expect(try found(sentence) == [])
    }

    @Test(arguments: ["Samverkansöverenskommelsen", "Den lokala samverkansöverenskommelsen", "Polislagen"])
    func `another document retold is found by its short name`(name: String) throws {
        let rest = Array(repeating: "Parterna möts och går igenom vad som har hänt.", count: 11).joined(separator: " ")
        #expect(try found("\(name) beskriver hur parterna möts. \(rest)") == ["document-retold"])
        #expect(try found("\(name) beskriver hur parterna möts.") == [])
    }

    @Test func `a law that is linked, cited and numbered in one sentence is one mistake`() throws {
        let day = try #require(PartialDate(authored: "2022-01-01"))
        let before = try found("Nämnden arbetar.", on: day).count
        let sentence = "[Socialtjänstlagen](styrdokument:socialtjanstlagen) (2025:400) ger stöd [@sol-2025]."
        #expect(try found(sentence, on: day).count == before + 1)
    }
}
