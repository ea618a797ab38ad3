import Diagnostics
import Model

extension Rule {
    static let stageCovered = Rule(
        "stage-covered",
        summary: Message("Varje led i kravprofilen har minst ett arbetssätt.", en: "Every stage of the profile has a working method."),
        rationale: Message(
            "Arbetet spänner från tidiga insatser till tillit. Ett led utan arbetssätt är ett hål i programmet.",
            en: "The work spans from early interventions to trust. A stage without a method is a hole."),
        requirements: ["R46"], viewpoints: ["V44"],
        judgesAbsence: true,
        rejects: [Example("program/program.yaml", ("led: [stadsmiljö]", "led: [stadsmiljö, ↓tillit]"))]
    ) { catalog in
        let covered = Set(catalog.all(WorkingMethod.self).flatMap { $0.content.stages.map(\.value) })
        return catalog.edition.programme.required.stages.filter { !covered.contains($0.value) }.map { stage in
            Finding(
                Message("Inget arbetssätt gäller ledet ”\(stage.value.rawValue)”. Ange ledet på ett arbetssätt.", en: "No method covers the stage '\(stage.value.rawValue)'. Name it on one."),
                at: stage.range)
        }
    }
}
