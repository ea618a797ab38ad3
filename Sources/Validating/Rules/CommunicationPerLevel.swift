import Diagnostics
import Model

extension Rule {
    static let communicationPerLevel = Rule(
        "communication-per-level",
        summary: Message("Varje nivå i kravprofilen har ett kommunikationsuppdrag.", en: "Every level of the profile has a communication assignment."),
        rationale: Message(
            "Kommunikation ska vara en självklar del av arbetet, både lokalt och centralt.",
            en: "Communication is part of the work, locally and centrally."),
        requirements: ["R50"],
        judgesAbsence: true,
        rejects: [Example("program/uppdrag.yaml", ("bärare: [roll:styrelsen]\n  slag: kommunikation", "bärare: [roll:styrelsen]\n  slag: styrning")).and("program/program.yaml", ("kommunikation-på-nivå: [", "kommunikation-på-nivå: [↓"))]
    ) { catalog in
        let bearers = catalog.bearers(of: .communication)
        let levels = Set(catalog.all(Role.self).filter { bearers.contains($0.id) }.compactMap(\.content.level?.value.rawValue))
        return catalog.edition.programme.required.communicationLevels.filter { !levels.contains($0.value.rawValue) }.map { level in
            Finding(
                Message(
                    "Inget uppdrag av slaget kommunikation har en bärare på nivån \(level.value.rawValue).",
                    en: "No assignment of the kind kommunikation has a bearer at the level \(level.value.rawValue)."),
                at: level.range)
        }
    }
}
