import Diagnostics
import Model

extension Rule {
    static let chapterParts = Rule(
        "chapter-parts",
        summary: Message(
            "Ett kapitel har de delar som kravprofilen nämner, med text och, där det krävs, källa.",
            en: "A chapter has the parts that the profile names, with text and, where asked, a source."),
        rationale: Message(
            "Kapitlen om organiserad brottslighet och välfärdsbedrägerier behöver samma sex delar för att ge arbetet en struktur.",
            en: "The chapters on organised crime and welfare fraud need the same six parts to give the work a structure."),
        requirements: ["R39", "R44", "R45"],
        rejects: [
            Example("program/kapitel/grova-brott.md", ("titel: Grova", "titel: ↓Grova"), ("## Gräns", "## Polisen")),
            Example("program/kapitel/grova-brott.md", ("titel: Grova", "titel: ↓Grova"), (" [@andersson-2001]", "")),
        ]
    ) { catalog in
        catalog.edition.programme.required.chapters.flatMap { chapter -> [Finding] in
            guard let address = chapter.address?.value, let id = catalog.elementsByAddress[address] else { return [] }
            let missing = chapter.parts.compactMap { name -> String? in
                guard let part = catalog.part(name.value, of: id) else { return "rubriken ”\(name.value)”" }
                if part.isEmpty { return "text under ”\(name.value)”" }
                return chapter.isCited?.value == .yes && !part.isCited ? "källa under ”\(name.value)”" : nil
            }
            return Finding.lacking(
                catalog[id].title, missing,
                Message("Skriv delen som en rubrik med egen text.", en: "Write the part as a heading with text of its own."), requirement: chapter.requirement?.value)
        }
    }
}
