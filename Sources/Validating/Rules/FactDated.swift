import Diagnostics
import Model

extension Rule {
    static let factDated = Rule(
        "fact-dated",
        summary: Message("Varje sakuppgift i ett svar har datum.", en: "Every fact in a response is dated."),
        rationale: Message(
            "Ett svar speglar läget när det skrevs. Utan datum kan en uppgift som har blivit inaktuell läsas som om den gällde.",
            en: "A response mirrors its own day. Without a date an outdated fact reads as if it held."),
        requirements: ["R55"],
        rejects: [Example("remisser/remiss/svar/byalaget.yaml", ("id: B-2", "id: ↓B-2"), ("    per: 2026\n", ""))]
    ) { catalog in
        catalog.viewpoints.filter { $0.kindOfViewpoint?.value == .fact && $0.factAsOf == nil }
            .flatMap { viewpoint in
                viewpoint.id.map { Finding.lacking($0, ["per"], Message("Skriv när uppgiften gällde.", en: "Write when the fact held.")) } ?? []
            }
    }
}
