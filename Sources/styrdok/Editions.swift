import ArgumentParser
import Compiler
import Diagnostics
import Model

/// The edition with a name, or says which name is near.
func edition(_ name: String, _ judgement: Pipeline.Judgement) throws -> ResolvedCatalog {
    if let found = judgement.editions.first(where: { $0.edition.folder == name }) { return found }
    sayMissing(name, judgement)
    throw Exit.usage
}

/// Says which documents there are, and which of them was most likely meant.
func sayMissing(_ name: String, _ judgement: Pipeline.Judgement) {
    let names = judgement.editions.map(\.edition.folder)
    // The beginning of a name is what many write.
    let near = nearestName(to: name, among: names) ?? names.filter { $0.hasPrefix(name) }.min { $0.utf8.count < $1.utf8.count }
    say(
        "Dokumentet ”\(name)” finns inte." + (near.map { " Menade du ”\($0)”?" } ?? "")
            + (names.isEmpty ? " Innehållet har inget dokument." : " Här finns \(names.joined(separator: ", "))."))
}

/// The consultation with a name; the only one when no name is given.
func consultation(_ name: String?, _ judgement: Pipeline.Judgement) throws -> ResolvedConsultation {
    let names = judgement.consultations.map(\.file.folder)
    guard let name else {
        if judgement.consultations.count == 1 { return judgement.consultations[0] }
        say(names.isEmpty ? "Innehållet har ingen remiss." : "Ange vilken remiss som avses med --remiss: \(names.joined(separator: ", ")).")
        throw Exit.usage
    }
    if let found = judgement.consultations.first(where: { $0.file.folder == name }) { return found }
    let near = nearestName(to: name, among: names)
    say("Remissen ”\(name)” finns inte." + (near.map { " Menade du ”\($0)”?" } ?? ""))
    throw Exit.usage
}
