import Compiler
import Diagnostics
import Foundation
import Model
import Reading
import Rendering
import Validating

/// Folder of the checkout.
let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

/// What is found in a small project: the surroundings of the rules' examples with some files exchanged; nil removes one.
func judge(_ files: [String: String?], on base: [String: String] = Rule.Example.surroundings, day: PartialDate? = nil) -> Pipeline.Judgement {
    var texts = base
    for (path, text) in files { texts[path] = text }
    return Pipeline(asOf: day).judge(ContentFiles(texts.mapValues { Array($0.utf8) }))
}

/// `path:line:column [rule]` of each finding.
func places(_ judgement: Pipeline.Judgement, except allowed: [RuleID] = []) -> [String] {
    judgement.diagnostics.filter { !allowed.contains($0.id) }.map { diagnostic in
        let text = judgement.map[diagnostic.range.file]
        let (line, column) = LineTable(text.bytes).position(of: Int(diagnostic.range.lower))
        return "\(text.path):\(line):\(column) [\(diagnostic.id)]"
    }
}
