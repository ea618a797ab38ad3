import Diagnostics
import Model

extension Rule {
    static let responseOfSameEdition = Rule(
        "response-of-same-edition",
        summary: Message(
            "Varje svar gäller den upplaga som remitterades.",
            en: "Every response is on the edition that was sent out."),
        rationale: Message(
            "En synpunkt på en annan text kan inte läggas vid sidan av de andra. Avtrycket visar vilken text den som svarade läste.",
            en: "A viewpoint on another text can not be laid beside the others. The fingerprint tells which text was read."),
        accepts: [Example([:]), Example("remisser/remiss/remiss.yaml", ("dokument: program\n", "dokument: program\navtryck: sha256-1\n")).and("remisser/remiss/svar/byalaget.yaml", ("hållning: tillstyrker", "avtryck: sha256-1\nhållning: tillstyrker"))],
        rejects: [
            Example("remisser/remiss/remiss.yaml", ("dokument: program\n", "dokument: program\navtryck: sha256-1\n")).and("remisser/remiss/svar/byalaget.yaml", ("hållning: tillstyrker", "avtryck: ↓sha256-2\nhållning: tillstyrker")),
        ],
        consultation: { consultation in
            guard let expected = consultation.consultation.fingerprint else { return [] }
            return consultation.file.responses.compactMap { file in
                guard let read = file.response.fingerprint, read.value != expected.value else { return nil }
                return Finding(
                    Message(
                        "Svaret gäller en annan upplaga än den som remitterades: avtrycket är ett annat. Ta reda på vilken text som lästes.",
                        en: "The response is on another edition than the one sent out: the fingerprint differs. Find out which text was read."),
                    at: read.range, notes: [.init(Message("remissens avtryck", en: "the consultation's fingerprint"), at: expected.range)])
            }
        })
}
