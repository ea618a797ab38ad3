import Diagnostics
import Model

extension Rule {
    static let blockSourced = Rule(
        "block-sourced",
        summary: Message("Ett block som beskriver en teori eller en metod har källa.", en: "A block that describes a theory or a method has a source."),
        rationale: Message(
            "Utan källa framgår det inte varför just den teorin eller metoden är vald, och läsaren kan inte pröva den.",
            en: "Without a source it doesn't show why this theory or method was chosen, and a reader can't examine it."),
        requirements: ["R21", "R22"], viewpoints: ["V76"],
        accepts: [Example("program/fokusområden/torget.md", ("block:\n", "block:\n  - { slag: metod, titel: Ljusmätning, text: Ljuset mäts varje år., källor: [berg-2015] }\n"))],
        rejects: [Example("program/fokusområden/torget.md", ("block:\n", "block:\n  - { slag: metod, titel: ↓Ljusmätning, text: Ljuset mäts varje år. }\n"))]
    ) { catalog in
        catalog.all(FocusArea.self).flatMap { _, _, area in
            area.blocks.flatMap { block -> [Finding] in
                let isCited = !block.sources.isEmpty || block.text?.document.outline.citations.isEmpty == false
                guard let title = block.title, !isCited, block.kinds.contains(where: { $0.value == .theory || $0.value == .method }) else { return [] }
                return Finding.lacking(
                    title, ["källor"],
                    Message("Ange källan, så att valet går att granska.", en: "Give the source, so that the choice can be examined."), requirement: "R21")
            }
        }
    }
}
