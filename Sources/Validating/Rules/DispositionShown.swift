import Diagnostics
import Model

extension Rule {
    static let dispositionShown = Rule(
        "disposition-shown",
        summary: Message(
            "Det som har tillgodosetts visas i den nya texten.",
            en: "What was met is shown in the new text."),
        rationale: Message(
            "Den som svarade ska kunna se var texten ändrades. En synpunkt som sägs vara tillgodosedd men inte har ändrat något är inte tillgodosedd.",
            en: "Who answered should see where the text changed."),
        accepts: [Example([:]), Example(["remisser/remiss/hantering.yaml": "- { synpunkt: B-1, utfall: tillgodoses, finns-i: [uppdrag:samordna] }\n"])],
        rejects: [
            Example(["remisser/remiss/hantering.yaml": "- { synpunkt: B-1, utfall: ↓tillgodoses }\n"]),
            Example(["remisser/remiss/hantering.yaml": "- { synpunkt: B-1, utfall: redan tillgodosett, finns-i: [uppdrag:samordna] }\n- { synpunkt: B-2, utfall: ↓redan tillgodosett }\n"]),
        ],
        consultation: { consultation in
            consultation.rows.compactMap { row in
                guard let disposition = row.disposition, let outcome = disposition.outcome, outcome.value.isShown else { return nil }
                if disposition.shownIn.isEmpty {
                    return Finding(
                        Message("Utfallet är ”\(outcome.value.rawValue)”, men finns-i är tomt. Skriv adressen till den del som visar det.", en: "The outcome is met, but 'finns-i' is empty. Write the address of the element that shows it."),
                        at: outcome.range)
                }
                guard outcome.value != .alreadyMet, let changed = consultation.changed, !row.shownIn.isEmpty, !row.shownIn.contains(where: changed.contains) else { return nil }
                return Finding(
                    Message(
                        "Utfallet är ”\(outcome.value.rawValue)”, men de delar som anges är oförändrade sedan remissen. Ange delen som ändrades, eller skriv ”redan tillgodosett”.",
                        en: "The outcome is met, but the elements named have not changed since the consultation."),
                    at: outcome.range)
            }
        })
}
