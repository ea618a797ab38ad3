import Diagnostics
import Model

extension Rule {
    static let coordinationResourced = Rule(
        "coordination-resourced",
        summary: Message(
            "Varje samordningsuppdrag anger funktion, omfattning och finansiering, och om resursen är avsatt.",
            en: "Every coordination assignment states function, extent and funding, and whether they are set aside."),
        rationale: Message(
            "Samordning tar mycket resurser. Den som läser ska se om de finns; det som inte är avsatt redovisas i granskningsrapporten.",
            en: "Coordination takes resources. A reader must see whether they exist; the report lists those not set aside."),
        requirements: ["R11"],
        rejects: [
            Example("program/uppdrag.yaml", ("titel: Samordna på", "titel: ↓Samordna på"), ("    finansiering: Nämndens budget.\n", "")),
            Example("program/uppdrag.yaml", ("titel: Samordna på", "titel: ↓Samordna på"), ("    avsatt: ja\n", "")),
        ]
    ) { catalog in
        catalog.all(Assignment.self).filter { $0.content.kindOfAssignment?.value == .coordination }.flatMap { _, element, assignment in
            let resource = assignment.resource ?? Resource()
            var missing: [String] = []
            if resource.isAllocated == nil { missing.append("resurs: avsatt") }
            if resource.function == nil { missing.append("resurs: funktion") }
            if resource.extent == nil { missing.append("resurs: omfattning") }
            if resource.funding == nil { missing.append("resurs: finansiering") }
            return Finding.lacking(
                element.title, missing,
                Message("Är resursen inte avsatt skrivs det ut.", en: "If nothing is set aside, say so."))
        }
    }
}
