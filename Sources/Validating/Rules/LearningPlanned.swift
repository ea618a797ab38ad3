import Diagnostics
import Model

extension Rule {
    static let learningPlanned = Rule(
        "learning-planned",
        summary: Message("Varje slag av lärande i kravprofilen finns.", en: "Every kind of learning of the profile is there."),
        rationale: Message(
            "Utvärdering, forskning och erfarenhetsutbyte blir systematiska först när de är planerade.",
            en: "Evaluation, research and exchange become systematic only when planned."),
        requirements: ["R38"], viewpoints: ["V100", "V101", "V103"],
        judgesAbsence: true,
        rejects: [Example("program/program.yaml", ("lärande: [utvärdering]", "lärande: [utvärdering, ↓forskning]"))]
    ) { catalog in
        let kinds = Set(catalog.all(Learning.self).compactMap(\.content.learningKind?.value))
        return catalog.edition.programme.required.learning.filter { !kinds.contains($0.value) }.map { kind in
            Finding(
                Message(
                    "Programmet har ingen plan för \(kind.value.rawValue). Lägg till en post i lärande.yaml med ansvarig och intervall.",
                    en: "The programme has no plan for \(kind.value.rawValue). Add an entry in lärande.yaml with who is responsible and how often."),
                at: kind.range)
        }
    }
}
