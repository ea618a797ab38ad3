import Diagnostics
import Model

extension Rule {
    static let forumPerLevel = Rule(
        "forum-per-level",
        summary: Message("Varje nivå i kravprofilen har en samordningsform.", en: "Every level of the profile has a form of coordination."),
        rationale: Message(
            "Programmet behöver vägleda i hur arbetet samordnas inom staden, särskilt från central nivå.",
            en: "A programme must guide how work is coordinated in the city, from the central level above all."),
        requirements: ["R37"],
        judgesAbsence: true,
        rejects: [Example("program/program.yaml", ("forum-på-nivå: [central]", "forum-på-nivå: [central, ↓lokal]"))]
    ) { catalog in
        let levels = Set(catalog.all(Forum.self).compactMap(\.content.level?.value))
        return catalog.edition.programme.required.forumLevels.filter { !levels.contains($0.value) }.map { level in
            Finding(
                Message(
                    "Ingen samordningsform finns på nivån \(level.value.rawValue). Beskriv i samordning.yaml vilka som möts, hur ofta och på vilket underlag.",
                    en: "There is no form of coordination at the level \(level.value.rawValue). Describe in samordning.yaml who meets, how often and on what."),
                at: level.range)
        }
    }
}
