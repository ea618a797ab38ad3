import Diagnostics
import Model

extension Rule {
    static let areaSameParts = Rule(
        "area-same-parts",
        summary: Message("Alla fokusområden har samma delar.", en: "All focus areas have the same parts."),
        rationale: Message(
            "Under varje rubrik behövs en tydlig beskrivning. Samma uppbyggnad gör områdena möjliga att jämföra och använda.",
            en: "Each heading needs a clear description. The same build makes areas comparable and usable."),
        requirements: ["R40"],
        rejects: [
            Example("program/fokusområden/torget.md", ("titel: Torget", "titel: ↓Torget"), ("samverkan: Nämnden möter polisen varje månad.\n", "")),
            Example("program/fokusområden/torget.md", ("titel: Torget", "titel: ↓Torget"), ("  - { slag: exempel, titel: Lyktan, text: Kommunen tände en lykta 2020. }\n", "")),
        ]
    ) { catalog in
        catalog.all(FocusArea.self).flatMap { id, element, area in
            var missing: [String] = []
            if area.theories.isEmpty { missing.append("teorier") }
            if area.roleOfTheory == nil { missing.append("teorins-roll") }
            if area.workingMethods.isEmpty { missing.append("arbetssätt") }
            if area.activitiesAndResponsibility == nil { missing.append("verksamheter-och-ansvar") }
            if area.cooperation == nil { missing.append("samverkan") }
            if area.followUp == nil { missing.append("uppföljning") }
            let kinds = Set(area.blocks.flatMap { $0.kinds.map(\.value) })
            if !kinds.contains(.problem) { missing.append("ett block av slaget problemområde") }
            if !kinds.contains(.example) { missing.append("ett block av slaget exempel") }
            return Finding.lacking(element.title, missing, Message("Alla områden har samma uppbyggnad.", en: "All areas are built alike."))
        }
    }
}
