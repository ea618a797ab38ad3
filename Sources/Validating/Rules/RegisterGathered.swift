import Diagnostics
import Model

extension Rule {
    static let registerGathered = Rule(
        "register-gathered",
        summary: Message(
            "Ett register som kravprofilen samlar i ett kapitel står där och ingen annanstans.",
            en: "A register that the profile gathers in a chapter stands there and nowhere else."),
        rationale: Message(
            "Teorier i ett kapitel och styrdokument i ett avsnitt: annars läser man samma sak på flera ställen utan att avsikten blir tydligare.",
            en: "Theories in one chapter and documents in one section: otherwise one reads the same in several places."),
        requirements: ["R19", "R25"], viewpoints: ["V73", "V75", "V78"],
        rejects: [
            Example("program/kapitel/ramverk.md", ("titel: Teoretiskt", "titel: ↓Teoretiskt"), ("<register:teori>\n", "")),
            Example("program/kapitel/start.md", ("planen>.\n", "planen>.\n\n<↓register:styrdokument>\n")),
        ]
    ) { catalog in
        catalog.edition.programme.required.chapters.flatMap { chapter -> [Finding] in
            guard let address = chapter.address?.value, let id = catalog.elementsByAddress[address] else { return [] }
            return chapter.gathers.flatMap { kind -> [Finding] in
                let places = catalog.placements(ofRegister: kind.value)
                if !places.contains(where: { $0.page == id }) {
                    return [
                        Finding(
                            Message(
                                "Kapitlet ”\(catalog[id].title.value)” ska samla registret. Skriv <register:\(kind.value)> på en egen rad där det ska stå.",
                                en: "The chapter '\(catalog[id].title.value)' is to hold the register. Write <register:\(kind.value)> on a line of its own."),
                            at: catalog[id].title.range, requirement: chapter.requirement?.value)
                    ]
                }
                return places.filter { $0.page != id }.map { place in
                    Finding(
                        Message(
                            "Registret står redan i ”\(catalog[id].title.value)” och ska bara stå där. Skriv en hänvisning hit: [text](\(address)).",
                            en: "The register stands in '\(catalog[id].title.value)' and only there. Write a reference instead: [text](\(address))."),
                        at: catalog.site(place.site).range, requirement: chapter.requirement?.value)
                }
            }
        }
    }
}
