import Diagnostics
import Model

extension Rule {
    static let goalBaseline = Rule(
        "goal-baseline",
        summary: Message("Varje mål har utgångsvärde med år.", en: "Every goal has a baseline and its year."),
        rationale: Message(
            "Att något ska halveras säger inget om man inte vet från vad. Är värdet okänt skrivs det ut, med vad som väntas.",
            en: "To halve something says nothing unless one knows from what. An unknown value is said to be unknown."),
        requirements: ["R12"],
        rejects: [Example("program/mål.yaml", ("titel: Tryggt torg", "titel: ↓Tryggt torg"), ("  utgångsvärde: 60 procent\n", ""))]
    ) { catalog in
        catalog.all(Goal.self).flatMap { _, element, goal in
            Finding.lacking(
                element.title, (goal.baseline == nil ? ["utgångsvärde"] : []) + (goal.baselineYear == nil ? ["utgångsår"] : []),
                Message("Utan det går målet inte att följa upp.", en: "Without it the goal can't be followed up."))
        }
    }
}
