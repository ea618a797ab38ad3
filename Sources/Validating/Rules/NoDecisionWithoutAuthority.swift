import Diagnostics
import Model

extension Rule {
    static let noDecisionWithoutAuthority = Rule(
        "no-decision-without-authority",
        summary: Message(
            "Ett uppdrag utan rådighet använder inga ord som betyder att bäraren beslutar.",
            en: "An assignment without authority uses no words that mean deciding."),
        rationale: Message(
            "Står det att nämnden beslutar eller genomför det som någon annan råder över lovar programmet något som nämnden inte kan hålla.",
            en: "If a committee is to decide or carry out what others control, the programme promises what it can't keep."),
        requirements: ["R7"],
        rejects: [Example("program/uppdrag.yaml", ("handling: Nämnden tar initiativ", "handling: ↓Nämnden beslutar om bevakning, tar initiativ"))]
    ) { catalog in
        let deciding: Set<String> = ["besluta", "beslutar", "bestämma", "bestämmer", "genomföra", "genomför", "utföra", "utför", "fastställa", "fastställer", "åtgärda", "åtgärdar"]
        return catalog.all(Assignment.self).filter { $0.content.authority?.value == AuthorityToDecide.none }.compactMap { _, element, assignment in
            guard let action = assignment.action,
                let word = action.words.first(where: { deciding.contains($0.lowercased().filter(\.isLetter)) })
            else { return nil }
            return Finding(
                Message(
                    "Uppdraget ”\(element.title.value)” saknar rådighet men säger ”\(word)”. Skriv vad bäraren får göra: ta initiativ, informera, lyfta vidare.",
                    en: "The assignment '\(element.title.value)' lacks authority but says '\(word)'. Write what its bearer may do."),
                at: action.range)
        }
    }
}
