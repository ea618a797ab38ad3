import Diagnostics
import Model

extension Rule {
    static let areaHasMeasure = Rule(
        "area-has-measure",
        summary: Message("Varje fokusområde har minst en åtgärd mot en orsak.", en: "Every focus area has a measure against a cause."),
        rationale: Message(
            "Strategin för målen ska gå över alla områden. Ett område utan åtgärd bidrar inte.",
            en: "The strategy spans all areas. An area without a measure contributes nothing."),
        requirements: ["R15"],
        judgesAbsence: true,
        rejects: [Example("program/fokusområden/torget.md", ("titel: Torget", "titel: ↓Torget")).and("program/åtgärder.yaml", ("fokusomrade:torget", "fokusomrade:norra")).and(norra)]
    ) { catalog in
        let served = Set(catalog.all(Measure.self).flatMap { $0.content.areas.compactMap { catalog.element(of: $0) } })
        return catalog.all(FocusArea.self).filter { !served.contains($0.id) }.map { _, element, _ in
            Finding(
                Message(
                    "Ingen åtgärd gäller området ”\(element.title.value)”. Ange området på en åtgärd, eller lägg till en som svarar mot en orsak där.",
                    en: "No measure concerns the area '\(element.title.value)'. Name the area on a measure, or add one that answers a cause there."),
                at: element.title.range)
        }
    }

    /// A second area, as complete as the first, by another name.
    private static let norra: Example = {
        let area = (Example.surroundings["program/fokusområden/torget.md"] ?? "").replacing("titel: Torget", with: "titel: Norra torget")
        let order = (Example.surroundings["program/program.yaml"] ?? "").replacing("  - fokusomrade:torget\n", with: "  - fokusomrade:torget\n  - fokusomrade:norra\n")
        return Example(["program/fokusområden/norra.md": area, "program/program.yaml": order])
    }()
}
