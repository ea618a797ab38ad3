import Diagnostics
import Model

extension Rule {
    static let perspectiveCarried = Rule(
        "perspective-carried",
        summary: Message("Varje perspektiv har uppdrag och uppföljning.", en: "Every perspective has an assignment and a follow-up."),
        rationale: Message(
            "Ett perspektiv som ska genomsyra arbetet men inte bärs av något uppdrag genomsyrar ingenting.",
            en: "A perspective that is to pervade the work but no assignment carries pervades nothing."),
        requirements: ["R47"],
        rejects: [
            Example("program/perspektiv.yaml", ("titel: Barn", "titel: ↓Barn"), ("  uppdrag: [uppdrag:samordna]\n", "")),
            Example("program/perspektiv.yaml", ("titel: Barn", "titel: ↓Barn"), ("  uppföljning: Barnens svar redovisas för sig.\n", "")),
        ]
    ) { catalog in
        catalog.all(Perspective.self).flatMap { _, element, perspective in
            Finding.lacking(
                element.title, (perspective.assignments.isEmpty ? ["uppdrag"] : []) + (perspective.followUp == nil ? ["uppföljning"] : []),
                Message("Säg vem som bär perspektivet och hur det syns i resultatet.", en: "Say who carries it and how it shows in the result."))
        }
    }
}
