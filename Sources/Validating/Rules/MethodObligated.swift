import Diagnostics
import Model

extension Rule {
    static let methodObligated = Rule(
        "method-obligated",
        summary: Message("Varje arbetssätt är märkt tvingande, miniminivå, rekommenderat eller exempel.", en: "Every method is marked mandatory, minimum, recommended or example."),
        rationale: Message(
            "Utan märke vet ingen om arbetssättet måste användas. Så blev den sociala analysen något som inte alltid används.",
            en: "Without a mark nobody knows whether a method must be used. So the social analysis came to be used at times only."),
        requirements: ["R42"], viewpoints: ["V95", "V110"],
        rejects: [Example("program/arbetssätt.yaml", ("titel: Kamera", "titel: ↓Kamera"), ("  skyldighet: exempel\n", ""))]
    ) { catalog in
        catalog.all(WorkingMethod.self).flatMap { _, element, method in
            Finding.lacking(
                element.title, method.obligation == nil ? ["skyldighet"] : [],
                Message("Välj bland: \(Obligation.allCases.map(\.rawValue).joined(separator: ", ")).", en: "Choose among: \(Obligation.allCases.map(\.rawValue).joined(separator: ", "))."))
        }
    }
}
