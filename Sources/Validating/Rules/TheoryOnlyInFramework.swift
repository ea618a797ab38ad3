import Diagnostics
import Model

extension Rule {
    static let theoryOnlyInFramework = Rule(
        "theory-only-in-framework",
        summary: Message("Inget block i ett fokusområde beskriver en teori.", en: "No block of a focus area describes a theory."),
        rationale: Message(
            "Teorier som blandas med arbetssätt, exempel, problem och metoder blir otydliga. De beskrivs i det teoretiska ramverket, och områdena hänvisar dit.",
            en: "Theories mixed with methods, examples and problems become unclear. They are described in the framework; areas refer to it."),
        requirements: ["R19"], viewpoints: ["V75"],
        rejects: [Example("program/fokusområden/torget.md", ("{ slag: problemområde, titel: Mörkret", "{ slag: ↓teori, titel: Tillfällen, text: Brott kräver ett tillfälle., källor: [berg-2015] }\n  - { slag: problemområde, titel: Mörkret"))]
    ) { catalog in
        catalog.all(FocusArea.self).flatMap { _, element, area in
            area.blocks.compactMap { block -> Finding? in
                // A block with several kinds is told by the rule on mixing.
                guard block.kinds.count == 1, let kind = block.kinds.first, kind.value == .theory else { return nil }
                return Finding(
                    Message(
                        "Blocket ”\(block.title?.value ?? "")” beskriver en teori i ”\(element.title.value)”. Flytta det till teorier och hänvisa dit med [text](teori:namn).",
                        en: "The block '\(block.title?.value ?? "")' describes a theory. Move it to the theories and refer to it with [text](teori:name)."),
                    at: kind.range)
            }
        }
    }
}
