import Diagnostics
import Model

extension Rule {
    static let roleMandated = Rule(
        "role-mandated",
        summary: Message("Varje samordnare har mandat.", en: "Every coordinator has a mandate."),
        rationale: Message(
            "En samordnare utan mandat kan inte kalla, begära underlag eller lyfta en fråga vidare.",
            en: "A coordinator without a mandate can't call, ask or pass on."),
        requirements: ["R29"],
        rejects: [Example("program/roller.yaml", ("titel: Samordnare i nämnden", "titel: ↓Samordnare i nämnden"), ("  mandat: Kallar till möte.\n", ""))]
    ) { catalog in
        catalog.coordinators.flatMap { _, element, role in
            Finding.lacking(element.title, role.mandate == nil ? ["mandat"] : [], Message("Skriv vad samordnaren får göra, och vad den inte beslutar.", en: "Say what the coordinator may do, and what it doesn't decide."))
        }
    }
}
