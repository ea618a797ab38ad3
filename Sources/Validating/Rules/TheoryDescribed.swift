import Diagnostics
import Model

extension Rule {
    static let theoryDescribed = Rule(
        "theory-described",
        summary: Message(
            "Varje teori har kärna, vad den förklarar, begränsning och områden.",
            en: "Every theory has a core, what it explains, its limits and its areas."),
        rationale: Message(
            "En utgångspunkt som inte säger vad den förklarar och var den tar slut går inte att använda eller ifrågasätta.",
            en: "A starting point that doesn't say what it explains and where it ends can be neither used nor questioned."),
        requirements: ["R20"],
        rejects: [Example("program/teorier/tillfalle.md", ("titel: Till", "titel: ↓Till"), ("begränsning: Säger inget om varför någon begår brott.\n", ""))]
    ) { catalog in
        // A programme without focus areas has nowhere to apply a theory but everywhere.
        let hasAreas = !catalog.all(FocusArea.self).isEmpty
        return catalog.all(Theory.self).flatMap { _, element, theory in
            var missing: [String] = []
            if theory.core == nil { missing.append("kärna") }
            if theory.explains == nil { missing.append("förklarar") }
            if theory.limitation == nil { missing.append("begränsning") }
            if hasAreas, theory.areas.isEmpty { missing.append("områden") }
            return Finding.lacking(element.title, missing, Message("Fyll i dem överst i filen.", en: "Fill them in at the top of the file."))
        }
    }
}
