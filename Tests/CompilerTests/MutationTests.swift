import Compiler
import Diagnostics
import Foundation
import Model
import Reading
import Testing
import Validating

/// The rebuilt programme with one thing dropped, many times over: each is caught by the rule meant for it.
@Suite struct MutationTests {
    /// A key that a rule asks for, in every entry of a file that has it.
    private struct Wanted: Sendable {
        let files: String
        let keys: [String]
        let rule: RuleID
        /// Lines that the entry must have for the rule to ask.
        var having: [String] = []
        var lacking: [String] = []
    }

    private static let wanted: [Wanted] = [
        Wanted(files: "uppdrag.yaml", keys: ["föremål"], rule: "assignment-bounded"),
        Wanted(files: "uppdrag.yaml", keys: ["gräns"], rule: "assignment-bounded", lacking: ["slag: samordning"]),
        Wanted(files: "uppdrag.yaml", keys: ["gräns", "samordnar", "beslutar", "utanför"], rule: "coordination-bounded", having: ["slag: samordning"]),
        Wanted(files: "uppdrag.yaml", keys: ["utanför"], rule: "assignment-bounded", lacking: ["slag: samordning"]),
        Wanted(files: "uppdrag.yaml", keys: ["mål"], rule: "assignment-has-goal"),
        Wanted(files: "uppdrag.yaml", keys: ["rådighet"], rule: "authority-stated"),
        Wanted(files: "uppdrag.yaml", keys: ["ägare", "tillåtna-handlingar"], rule: "authority-stated", lacking: ["rådighet: ja"]),
        Wanted(files: "uppdrag.yaml", keys: ["huvudman"], rule: "municipal-matter"),
        Wanted(files: "uppdrag.yaml", keys: ["lagstöd", "per"], rule: "assignment-legal-basis"),
        Wanted(files: "uppdrag.yaml", keys: ["planering", "uppföljning"], rule: "assignment-planned", having: ["huvudman: kommun"]),
        Wanted(files: "uppdrag.yaml", keys: ["resurs", "avsatt", "finansiering", "omfattning"], rule: "coordination-resourced", having: ["slag: samordning"]),
        Wanted(files: "uppdrag.yaml", keys: ["slag"], rule: "assignment-kind-stated", having: ["slag: styrning"]),
        Wanted(files: "mål.yaml", keys: ["nivå"], rule: "goal-measured", having: ["nivå: program"]),
        Wanted(files: "mål.yaml", keys: ["målår", "indikator", "datakälla", "ansvarig", "intervall"], rule: "goal-measured"),
        Wanted(files: "mål.yaml", keys: ["utgångsvärde", "utgångsår"], rule: "goal-baseline"),
        Wanted(files: "mål.yaml", keys: ["programmål", "lägesbild", "orsaksanalys"], rule: "local-goal-anchored", having: ["nivå: lokalt"]),
        Wanted(files: "roller.yaml", keys: ["organtyp"], rule: "role-placed", having: ["slag: organ"]),
        Wanted(files: "roller.yaml", keys: ["mandat"], rule: "role-mandated", having: ["- id: samordnare-"]),
        Wanted(files: "orsaker.yaml", keys: ["nivå", "rådighet", "bedömning"], rule: "cause-sourced"),
        Wanted(files: "orsaker.yaml", keys: ["källor"], rule: "cause-sourced", having: ["bedömning: nej"]),
        Wanted(files: "orsaker.yaml", keys: ["åtgärder"], rule: "cause-answered"),
        Wanted(files: "åtgärder.yaml", keys: ["problem", "område", "ansvarig", "indikator", "metod", "uppföljningsdatum"], rule: "measure-complete"),
        Wanted(files: "åtgärder.yaml", keys: ["ingripande", "nödvändighet", "laglighet"], rule: "intrusion-tested"),
        Wanted(files: "arbetssätt.yaml", keys: ["proportionalitet"], rule: "intrusion-tested"),
        Wanted(files: "arbetssätt.yaml", keys: ["skyldighet"], rule: "method-obligated", having: ["skyldighet: rekommenderat"]),
        Wanted(files: "arbetssätt.yaml", keys: ["kopplas-till"], rule: "physical-linked-to-social", having: ["slag: fysiskt"]),
        Wanted(files: "konflikter.yaml", keys: ["parter", "regler", "beslutsägare", "tills-beslut"], rule: "conflict-described"),
        Wanted(files: "konflikter.yaml", keys: ["bindande"], rule: "conflict-rule-binding"),
        Wanted(files: "konflikter.yaml", keys: ["ansvar-och-finansiering"], rule: "conflict-funded"),
        Wanted(files: "konflikter.yaml", keys: ["rapportväg"], rule: "conflict-reported", having: ["- id: ramavtal"]),
        Wanted(files: "konflikthantering.yaml", keys: ["ansvarig"], rule: "conflict-step-led"),
        Wanted(files: "stödvägar.yaml", keys: ["kontakt", "tidsgräns", "återkoppling"], rule: "escalation-path-complete"),
        Wanted(files: "stödvägar.yaml", keys: ["steg"], rule: "escalation-path-ends-central"),
        Wanted(files: "platsfunktioner.yaml", keys: ["huvudansvarig"], rule: "place-function-led"),
        Wanted(files: "samordning.yaml", keys: ["nivå", "deltagare", "frekvens", "underlag", "resultat", "stödfunktion"], rule: "forum-complete"),
        Wanted(files: "lärande.yaml", keys: ["ansvarig", "intervall", "förebild"], rule: "learning-complete"),
        Wanted(files: "perspektiv.yaml", keys: ["uppdrag", "uppföljning"], rule: "perspective-carried"),
        Wanted(files: "styrdokument.yaml", keys: ["ägare", "betydelse", "används"], rule: "document-described"),
        Wanted(files: "styrdokument.yaml", keys: ["status", "status-per"], rule: "document-status-dated", lacking: ["slag: lag"]),
        Wanted(files: "styrdokument.yaml", keys: ["från"], rule: "law-dated", having: ["slag: lag"]),
        Wanted(files: "teorier/", keys: ["kärna", "förklarar", "begränsning", "områden"], rule: "theory-described"),
        Wanted(files: "teorier/", keys: ["varför"], rule: "theory-reasoned"),
        Wanted(files: "teorier/", keys: ["nyare", "ursprung"], rule: "theory-source-kinds"),
        Wanted(files: "fokusområden/", keys: ["teorins-roll", "verksamheter-och-ansvar", "samverkan", "uppföljning", "arbetssätt", "teorier"], rule: "area-same-parts"),
        Wanted(files: "fokusområden/", keys: ["kommunikation"], rule: "area-communicates"),
        Wanted(files: "fokusområden/", keys: ["forskning", "per"], rule: "area-researched"),
        Wanted(files: "fokusområden/", keys: ["agenda-2030"], rule: "area-global-goals"),
        Wanted(files: "begrepp/utsatt-omrade", keys: ["ägare", "version", "kriterier"], rule: "borrowed-concept-owned"),
        Wanted(files: "begrepp/sarskilt-utsatt-omrade", keys: ["ägare", "version", "kriterier"], rule: "borrowed-concept-owned"),
        Wanted(files: "begrepp/brottsforebyggande-arbete", keys: ["omfattar", "omfattar-inte"], rule: "concept-delimited"),
        Wanted(files: "program.yaml", keys: ["beslutsinstans", "även", "period", "ersätter"], rule: "programme-identified"),
        Wanted(files: "kapitel/organiserad-brottslighet", keys: ["## Stadens del", "## Gräns", "## Roller", "## Verktyg", "## Uppgiftsutbyte", "## Uppföljning"], rule: "chapter-parts"),
        Wanted(files: "kapitel/valfardsbedragerier", keys: ["## Stadens del", "## Gräns", "## Roller", "## Verktyg", "## Uppgiftsutbyte", "## Uppföljning"], rule: "chapter-parts"),
        Wanted(files: "kapitel/teoretiskt-ramverk", keys: ["<register:teori>"], rule: "register-gathered"),
        Wanted(files: "kapitel/andra-styrdokument", keys: ["<oversikt:styrdokument>"], rule: "register-gathered"),
        Wanted(files: "kapitel/mal-och-intressekonflikter", keys: ["<register:konflikt>", "<register:konfliktsteg>"], rule: "register-gathered"),
        Wanted(files: "kapitel/lasanvisning", keys: ["      - [\"Tvingande\"", "      - [\"Rekommenderat\""], rule: "reading-guide"),
    ]

    /// What a dropped text may leave unused besides: the last place that cited a source, or named a theory or a document.
    private static let consequences: Set<RuleID> = ["reference-cited", "theory-cross-referenced", "steering-document-cross-referenced"]

    private struct Mutation: Sendable {
        let path: String
        let text: String
        let what: String
        let rule: RuleID
    }

    private static let content: [String: String] = {
        let files = (try? ContentFiles.read(root: repository + "/Content"))?.map.files ?? []
        let current = files.filter { !$0.path.hasPrefix("trygghetsprogram-remissversion/") && !$0.path.hasPrefix("remisser/") }
        var texts = Dictionary(uniqueKeysWithValues: current.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
        texts["styrdok.yaml"] = texts["styrdok.yaml"]?.replacingOccurrences(of: "trygghetsprogram-remissversion, ", with: "")
            .replacingOccurrences(of: "remisser: [trygghetsprogram-2020]\n", with: "")
        return texts
    }()

    /// Every place where a wanted key can be dropped; of one that many entries have, some.
    private static func mutations(atMost limit: Int) -> [Mutation] {
        wanted.flatMap { wanted -> [Mutation] in
            let paths = content.keys.filter { $0.hasPrefix("trygghetsprogram/\(wanted.files)") }.sorted()
            return wanted.keys.flatMap { key -> [Mutation] in
                let all = paths.flatMap { drops(of: key, in: $0, wanted) }
                return stride(from: 0, to: all.count, by: max(1, all.count / limit)).map { all[$0] }
            }
        }
    }

    private static func drops(of key: String, in path: String, _ wanted: Wanted) -> [Mutation] {
        let lines = content[path]!.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.indices.compactMap { index in
            let line = lines[index]
            let isKey = key.hasPrefix("#") || key.hasPrefix("<") || key.hasPrefix(" ") ? line.hasPrefix(key) : line.drop { $0 == " " }.hasPrefix(key + ":")
            guard isKey else { return nil }
            // The entry is what stands between two ids.
            let start = path.hasSuffix(".md") || path.hasSuffix("program.yaml") ? 0 : lines[...index].lastIndex { $0.hasPrefix("- id:") } ?? 0
            let end = path.hasSuffix(".md") || path.hasSuffix("program.yaml") ? lines.endIndex : lines[(index + 1)...].firstIndex { $0.hasPrefix("- id:") } ?? lines.endIndex
            let entry = lines[start..<end].joined(separator: "\n")
            guard wanted.having.allSatisfy(entry.contains), !wanted.lacking.contains(where: entry.contains) else { return nil }
            // The key goes with everything that stands deeper.
            let depth = line.prefix { $0 == " " }.count
            var last = index + 1
            if line.hasSuffix(":") || line.hasSuffix("|") {
                while last < end, lines[last].isEmpty || lines[last].prefix(while: { $0 == " " }).count > depth { last += 1 }
            }
            let kept = lines[..<index] + lines[last...]
            return Mutation(path: path, text: kept.joined(separator: "\n"), what: "\(path): \(lines[start].prefix(50)) utan \(key)", rule: wanted.rule)
        }
    }

    @Test func `what is dropped is caught by the rule meant for it, with one finding`() {
        let mutations = Self.mutations(atMost: 6)
        #expect(mutations.count >= 300)
        let content = Self.content.mapValues { Array($0.utf8) }
        let outcomes = mutations.parallelMap(runLength: 1) { mutation -> String? in
            var files = content
            files[mutation.path] = Array(mutation.text.utf8)
            let found = Pipeline().judge(ContentFiles(files)).diagnostics.filter { !Self.consequences.contains($0.id) }.map(\.id)
            return found == [mutation.rule] ? nil : "\(mutation.what): \(found.map(\.rawValue)), väntade \(mutation.rule)"
        }
        let missed = outcomes.compactMap { $0 }
        print("Mutationer: \(mutations.count), fångade av rätt regel med ett fynd: \(mutations.count - missed.count)")
        #expect(missed == [])
    }
}
