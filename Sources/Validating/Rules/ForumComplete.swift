import Diagnostics
import Model

extension Rule {
    static let forumComplete = Rule(
        "forum-complete",
        summary: Message(
            "Varje samordningsform har nivå, deltagare, frekvens, underlag, resultat och stödfunktion.",
            en: "Every form of coordination has level, participants, frequency, basis, result and support."),
        rationale: Message(
            "Att central nivå samordnar räcker inte. Det måste framgå på vilket sätt.",
            en: "That the central level coordinates isn't enough; it must show how."),
        requirements: ["R37"],
        rejects: [Example("program/samordning.yaml", ("titel: Torgforum", "titel: ↓Torgforum"), ("  frekvens: varje månad\n", ""))]
    ) { catalog in
        catalog.all(Forum.self).flatMap { _, element, forum in
            var missing: [String] = []
            if forum.level == nil { missing.append("nivå") }
            if forum.participants.isEmpty { missing.append("deltagare") }
            if forum.frequency == nil { missing.append("frekvens") }
            if forum.basis == nil { missing.append("underlag") }
            if forum.result == nil { missing.append("resultat") }
            if forum.supportFunction == nil { missing.append("stödfunktion") }
            return Finding.lacking(element.title, missing, Message("Fälten säger hur samordningen går till.", en: "The fields say how it works."))
        }
    }
}
