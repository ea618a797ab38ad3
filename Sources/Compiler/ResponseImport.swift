import Diagnostics
import Foundation
import Model
import Reading

/// Takes response files into the content.
package struct ResponseImport: Sendable {
    package enum Outcome: Sendable, Equatable {
        case added
        case unchanged
        case replaced(changes: [String])
        /// Another response of the same respondent is there; it is kept.
        case kept(changes: [String])
        case refused
    }

    package struct Result: Sendable {
        package let outcome: Outcome
        /// At places of the response file.
        package let diagnostics: [Diagnostic]
        /// What was written, by path in the content; whether the status on the list of respondents was set.
        package var path = ""
        package var setsStatus = false
    }

    private let content: String
    private let judgement: Pipeline.Judgement

    package init(content: String, judgement: Pipeline.Judgement) {
        self.content = content
        self.judgement = judgement
    }

    /// - Parameter replaces: whether another version of the response gives way.
    /// - Throws: what the file system says.
    package func take(_ text: SourceText, replaces: Bool, writes: Bool = true) throws -> Result {
        let read = SubmittedResponse.read(text)
        var diagnostics = read.diagnostics
        if let submitted = read.value { diagnostics = Self.askingForWhatIsMissing(diagnostics, submitted.response) }
        guard let submitted = read.value else { return Result(outcome: .refused, diagnostics: diagnostics) }
        func refuse(_ id: RuleID, _ message: Message, at range: SourceRange) { diagnostics.append(Diagnostic(id, .error, message, at: range)) }
        guard let consultation = judgement.consultations.first(where: { $0.file.folder == submitted.consultation.value }) else {
            refuse(
                "unknown-consultation", Message("Svaret gäller remissen ”\(submitted.consultation.value.prefix(80))”, som inte finns här.", en: "The response is to a consultation that is not here."),
                at: submitted.consultation.range)
            return Result(outcome: .refused, diagnostics: diagnostics)
        }
        if let document = submitted.document, document.value != consultation.consulted.edition.folder {
            refuse("other-edition", Message("Svaret gäller dokumentet ”\(document.value.prefix(80))”. Remissen gäller ”\(consultation.consulted.edition.folder)”.", en: "The response is on another document."), at: document.range)
        }
        let expected = consultation.consultation.fingerprint?.value ?? Fingerprint.of(consultation.consulted.edition, consultation.consulted.catalog)
        if let fingerprint = submitted.fingerprint, fingerprint.value != expected {
            refuse(
                "other-edition",
                Message(
                    "Svaret gäller en annan upplaga än den som remitterades: avtrycket är ett annat. Be instansen öppna sin fil i formuläret för rätt upplaga.",
                    en: "The response is on another edition than the one sent out: the fingerprint differs."),
                at: fingerprint.range)
        }
        let known = consultation.consultation.respondents
        let respondent = submitted.response.respondent
        let place = known.firstIndex { $0.id?.value == respondent?.value }
        if let respondent, place == nil {
            let near = nearestName(to: respondent.value, among: known.compactMap(\.id?.value)).map { " Menade du ”\($0)”?" } ?? ""
            refuse("response-asked", Message("”\(respondent.value.prefix(80))” står inte på listan över remissinstanser.\(near)", en: "This body is not on the list of respondents."), at: respondent.range)
        }
        addresses(submitted, consultation, &diagnostics)
        identities(submitted, consultation, &diagnostics)
        wordings(submitted, consultation, &diagnostics)
        guard let respondent, let place, !diagnostics.contains(where: { $0.severity == .error }) else { return Result(outcome: .refused, diagnostics: diagnostics) }

        let folder = "remisser/\(consultation.file.folder)"
        let existing = consultation.responseOfRespondent[place].map { consultation.file.responses[$0] }
        let path = existing.map { judgement.map[$0.file].path } ?? "\(folder)/svar/\(respondent.value).yaml"
        var result = Result(outcome: .added, diagnostics: diagnostics)
        if let existing {
            let old = judgement.map[existing.file]
            if String(decoding: old.bytes, as: UTF8.self) == submitted.yaml {
                result = Result(outcome: .unchanged, diagnostics: diagnostics)
            } else {
                let changes = Self.changes(from: existing.response, to: submitted.response)
                result = Result(outcome: replaces ? .replaced(changes: changes) : .kept(changes: changes), diagnostics: diagnostics)
            }
        }
        result.path = path
        if case .kept = result.outcome { return result }
        let status = known[place].answer
        result.setsStatus = status?.value != .received
        guard writes else { return result }
        if result.outcome != .unchanged {
            try FileManager.default.createDirectory(atPath: "\(content)/\(folder)/svar", withIntermediateDirectories: true)
            try Data(submitted.yaml.utf8).write(to: URL(fileURLWithPath: "\(content)/\(path)"), options: .atomic)
        }
        result.setsStatus = try markReceived(place, of: consultation)
        return result
    }

    /// Sets the status of a respondent on the list.
    /// - Returns: whether it said something else before.
    package func markReceived(_ place: Int, of consultation: ResolvedConsultation) throws -> Bool {
        guard let status = consultation.consultation.respondents[place].answer, status.value != .received else { return false }
        try set(status)
        return true
    }

    /// Writes `inkommet` in the place of another status, and leaves every other byte.
    private func set(_ status: Located<AnswerStatus>) throws {
        let path = "\(content)/\(judgement.map[status.range.file].path)"
        // The file may have been changed by an earlier response of the same run: the value is looked for anew.
        guard let data = FileManager.default.contents(atPath: path) else { return }
        var bytes = Array(data)
        let old = Array(judgement.map[status.range.file].bytes[Int(status.range.lower)..<Int(status.range.upper)])
        let shift = bytes.count - judgement.map[status.range.file].bytes.count
        // Values before this one that were set have moved it.
        for offset in Set([0, shift] + Array(min(0, shift)...max(0, shift))).sorted(by: { abs($0) < abs($1) }) {
            let range = Int(status.range.lower) + offset..<Int(status.range.upper) + offset
            guard range.lowerBound >= 0, range.upperBound <= bytes.count, Array(bytes[range]) == old else { continue }
            bytes.replaceSubrange(range, with: AnswerStatus.received.rawValue.utf8)
            try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
            return
        }
    }

    private func addresses(_ submitted: SubmittedResponse, _ consultation: ResolvedConsultation, _ diagnostics: inout [Diagnostic]) {
        for site in submitted.sites {
            guard case .element(let text, _) = site.wanted, site.field?.hasPrefix("synpunkter.") == true, site.field?.hasSuffix("gäller") == true || site.field?.hasSuffix("saknas-i") == true else { continue }
            guard Address(text).flatMap({ consultation.consulted.elementsByAddress[$0] }) == nil else { continue }
            diagnostics.append(
                Diagnostic("dangling-reference", .error, Message("\(text.prefix(80)) finns inte i den remitterade upplagan.", en: "\(text.prefix(80)) is not in the edition that was sent out."), at: site.range))
        }
    }

    /// A proposal that says what the text says already changes nothing: something else was meant.
    private func wordings(_ submitted: SubmittedResponse, _ consultation: ResolvedConsultation, _ diagnostics: inout [Diagnostic]) {
        for viewpoint in submitted.response.viewpoints {
            guard let proposal = viewpoint.proposal, let kind = viewpoint.kindOfViewpoint?.value, [.change, .addition, .deletion].contains(kind) else { continue }
            let anchors = viewpoint.anchors.compactMap { link -> ElementID? in
                guard case .element(let text, _) = submitted.sites[Int(link.site.number)].wanted else { return nil }
                return Address(text).flatMap { consultation.consulted.elementsByAddress[$0] }
            }
            guard anchors.contains(where: { consultation.consulted.isPresentWording(proposal, of: $0) }) else { continue }
            diagnostics.append(
                Diagnostic(
                    "change-worded", .warning,
                    Message(
                        "Föreslagen lydelse är densamma som den nuvarande. Fråga instansen hur texten ska lyda i stället.",
                        en: "The proposed wording is the same as the present one. Ask the body how it should read instead."), at: proposal.range))
        }
    }

    /// Keys say little to one who has a file from a form: what the response as a whole lacks is told by its label, with
    /// who can mend it.
    private static func askingForWhatIsMissing(_ diagnostics: [Diagnostic], _ response: ConsultationResponse) -> [Diagnostic] {
        var result = diagnostics
        for field in ConsultationResponse.fields where field.isRequired && !response.facts.contains(where: { $0.key == field.key }) {
            // The whole is told after its viewpoints, which have keys of the same name.
            guard let index = result.lastIndex(where: { $0.id == "missing-field" && $0.message == FieldReader.missing(field.key) }) else { continue }
            let label = field.label.prefix(1).lowercased() + field.label.dropFirst()
            result[index] = Diagnostic(
                "missing-field", .error,
                Message("Svaret saknar \(label). Be instansen fylla i \(label.hasSuffix("nummer") ? "det" : "den") i formuläret.", en: "The response lacks '\(field.key)'. Ask the body to fill it in in the form."), at: result[index].range)
        }
        return result
    }

    /// Ids are one's own, and one's alone.
    private func identities(_ submitted: SubmittedResponse, _ consultation: ResolvedConsultation, _ diagnostics: inout [Diagnostic]) {
        let others = consultation.file.responses.filter { $0.response.respondent?.value != submitted.response.respondent?.value }
        let taken = Set(others.flatMap(\.response.viewpoints).compactMap(\.id?.value))
        var seen: Set<String> = []
        for id in submitted.response.viewpoints.compactMap(\.id) {
            if taken.contains(id.value) {
                diagnostics.append(Diagnostic("viewpoint-unique", .error, Message("Id ”\(id.value)” hör till en annan instans svar.", en: "The id '\(id.value)' belongs to another body's response."), at: id.range))
            } else if !seen.insert(id.value).inserted {
                diagnostics.append(Diagnostic("viewpoint-unique", .error, Message("Två synpunkter har id ”\(id.value)”.", en: "Two viewpoints have the id '\(id.value)'."), at: id.range))
            }
        }
    }

    /// What differs between two versions of a response, in words.
    private static func changes(from old: ConsultationResponse, to new: ConsultationResponse) -> [String] {
        func facts(_ response: ConsultationResponse) -> [String: String] {
            Dictionary(response.facts.filter { $0.key != "synpunkter" }.map { ($0.key, describe($0.value)) }, uniquingKeysWith: { first, _ in first })
        }
        func viewpoints(_ response: ConsultationResponse) -> [String: String] {
            Dictionary(response.viewpoints.map { ($0.id?.value ?? "", describe(.record($0.facts))) }, uniquingKeysWith: { first, _ in first })
        }
        let (oldFacts, newFacts, oldRows, newRows) = (facts(old), facts(new), viewpoints(old), viewpoints(new))
        let keys = Set(oldFacts.keys).union(newFacts.keys).filter { oldFacts[$0] != newFacts[$0] }.sorted()
        let rows = Set(oldRows.keys).union(newRows.keys).filter { oldRows[$0] != newRows[$0] }.sorted()
        return keys.map { key in "\(key) \(oldFacts[key] == nil ? "tillkommer" : newFacts[key] == nil ? "försvinner" : "ändras")" }
            + rows.map { id in "synpunkt \(id) \(oldRows[id] == nil ? "tillkommer" : newRows[id] == nil ? "försvinner" : "ändras")" }
    }

    private static func describe(_ value: FactValue) -> String {
        switch value {
        case .text(let text): text
        case .prose(let prose): prose.document.plainLines
        case .link(let site): "\(site.number)"
        case .citation(let citation): citation.locator
        case .list(let items): items.map(describe).joined(separator: "|")
        case .record(let facts): facts.map { "\($0.key)=\(describe($0.value))" }.joined(separator: "|")
        }
    }
}
