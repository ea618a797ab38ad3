import Diagnostics
import Model

extension Rule {
    static let responseAsked = Rule(
        "response-asked",
        summary: Message(
            "Varje remissvar kommer från en instans på listan, och bara ett från varje.",
            en: "Every response comes from a body on the list, and only one from each."),
        rationale: Message(
            "Det är mot listan som svaren räknas. Den som svarar utan att vara tillfrågad läggs till på listan först.",
            en: "Responses are counted against the list. One who answers unasked is put on the list first."),
        rejects: [
            Example("remisser/remiss/svar/byalaget.yaml", ("respondent: byalaget", "respondent: ↓byaladet")),
            Example(["remisser/remiss/svar/igen.yaml": "respondent: ↓byalaget\ndiarienummer: B 2\nhållning: har inget att erinra\nsammanfattning: Byalaget har läst.\n"]),
        ],
        consultation: { consultation in
            let known = consultation.consultation.respondents.compactMap(\.id?.value)
            var first: [Int: Int] = [:]
            return consultation.file.responses.enumerated().compactMap { index, file -> Finding? in
                guard let id = file.response.respondent else { return nil }
                guard let place = consultation.respondentOfResponse[index] else {
                    let near = nearestName(to: id.value, among: known)
                    return Finding(
                        Message(
                            "”\(id.value)” står inte på listan över remissinstanser." + (near.map { " Menade du ”\($0)”?" } ?? " Lägg till instansen i remiss.yaml."),
                            en: "'\(id.value)' is not on the list of respondents." + (near.map { " Did you mean '\($0)'?" } ?? " Add it in remiss.yaml.")),
                        at: id.range)
                }
                guard let other = first[place] else {
                    first[place] = index
                    return nil
                }
                return Finding(
                    Message("”\(id.value)” har två svar. Behåll det som gäller.", en: "'\(id.value)' has two responses. Keep the one that counts."), at: id.range,
                    notes: consultation.file.responses[other].response.respondent.map { [.init(Message("det första", en: "the first one"), at: $0.range)] } ?? [])
            }
        })
}
