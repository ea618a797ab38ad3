import Diagnostics
import Model

extension Rule {
    static let registryNumberForm = Rule(
        "registry-number-form", .warning,
        summary: Message(
            "Avsändarens diarienummer har den form som projektet anger.",
            en: "The sender's registry number has the form that the project states."),
        rationale: Message(
            "Ett felskrivet diarienummer går inte att söka på i registret.",
            en: "A mistyped registry number can not be looked up."),
        rejects: [
            Example("styrdok.yaml", ("remisser: [remiss]\n", "remisser: [remiss]\ndiarienummermönster: \"KS [0-9]{4}/[0-9]+\"\ndiarienummerexempel: KS 2020/123\n")).and("remisser/remiss/svar/byalaget.yaml", ("diarienummer: B 1", "diarienummer: B 1\navsändarens-diarienummer: ↓KS2020-1")),
        ],
        consultation: { consultation in
            guard let pattern = consultation.consulted.catalog.project.registryNumberPattern else { return [] }
            guard let form = try? Regex(pattern.value) else {
                return [Finding(Message("Mönstret går inte att läsa som ett reguljärt uttryck.", en: "The pattern is no regular expression."), at: pattern.range)]
            }
            let example = consultation.consulted.catalog.project.registryNumberExample.map { ", som \($0.value)" } ?? ""
            let numbers = [consultation.consultation.registryNumber] + consultation.file.responses.map(\.response.consultingRegistryNumber)
            return numbers.compactMap(\.self).filter { $0.value.wholeMatch(of: form) == nil }.map {
                Finding(Message("Diarienumret ”\($0.value)” har inte avsändarens form\(example).", en: "The registry number '\($0.value)' doesn't have the sender's form."), at: $0.range)
            }
        })
}
