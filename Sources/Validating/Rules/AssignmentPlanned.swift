import Diagnostics
import Model

extension Rule {
    static let assignmentPlanned = Rule(
        "assignment-planned",
        summary: Message(
            "Varje uppdrag anger när det planeras och följs upp i den ordinarie styrmodellen.",
            en: "Every assignment says when it is planned and followed up in the regular governance model."),
        rationale: Message(
            "Arbete vid sidan av ordinarie planering får varken medel eller uppföljning.",
            en: "Work beside the regular planning gets neither means nor follow-up."),
        requirements: ["R4"],
        yieldsTo: ["steering-document-cross-referenced"],
        rejects: [
            Example("program/uppdrag.yaml", ("titel: Samordna på", "titel: ↓Samordna på"), ("  uppföljning: Verksamhetsberättelsen.\n", "")),
            Example("program/uppdrag.yaml", ("planering: Verksamhetsplanen enligt <styrdokument:styrmodellen>.", "planering: ↓I mån av tid.")),
        ]
    ) { catalog in
        let model = catalog.edition.programme.required.governanceModel.flatMap { catalog.elementsByAddress[$0.value] }
        return catalog.all(Assignment.self).filter { catalog.isOwn($0.content) }.flatMap { _, element, assignment -> [Finding] in
            var missing: [String] = []
            if assignment.planning == nil { missing.append("planering") }
            if assignment.followUp == nil { missing.append("uppföljning") }
            guard missing.isEmpty, let planning = assignment.planning, let followUp = assignment.followUp else {
                return Finding.lacking(element.title, missing, Message("Skriv när i planeringen det sker.", en: "Say when in the planning it happens."))
            }
            guard let model, ![planning, followUp].contains(where: { catalog.documents(linkedIn: $0).contains { $0.id == model } }) else { return [] }
            return [
                Finding(
                    Message(
                        "Varken planeringen eller uppföljningen av ”\(element.title.value)” hänvisar till styrmodellen. Skriv [text](\(catalog[model].address)).",
                        en: "Neither planning nor follow-up of '\(element.title.value)' refers to the governance model. Write [text](\(catalog[model].address))."),
                    at: planning.range)
            ]
        }
    }
}
