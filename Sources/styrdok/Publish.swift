import ArgumentParser
import Compiler
import Foundation
import Publishing
import Reading

struct Publish: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish", abstract: "Publicerar det byggda i en mapp eller på en server.",
        usage: """
            styrdok publish <mål> [--from <mapp>] [--dry-run] [--keep <antal>] [--max-deletions <antal>]
            styrdok publish rollback <mål> [<utgåva>]
            styrdok publish list <mål>
            """,
        discussion: """
            MÅL är en mapp, sftp://användare@värd:port/mapp eller en https-adress till en WebDAV-server. sftp://värd/~/mapp utgår från användarens egen mapp.

            I en mapp och över SFTP läggs en hel utgåva i releases/ och länken current pekas om i ett enda steg. Låt webbservern läsa ur current. \
            WebDAV har inga länkar: där byts fil för fil, med sidorna efter det som de behöver.

            Nycklar för SFTP kommer från ssh-agent eller ssh:s inställningar. Inloggning för WebDAV kommer från STYRDOK_WEBDAV_USER och \
            STYRDOK_WEBDAV_PASSWORD i miljön, eller från ~/.netrc.

            --dry-run visar vad som skulle ändras, och ändrar inget. --from tar ett annat bygge än Output, --keep säger hur många utgåvor som \
            behålls och --max-deletions hur många filer som får försvinna. Alla tillägg förklaras av styrdok publish send --help.
            """,
        subcommands: [Send.self, Rollback.self, List.self], defaultSubcommand: Send.self)

    struct Send: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "send", abstract: "Publicerar. Ordet send kan utelämnas.")

        @OptionGroup var target: TargetOptions

        @Option(help: ArgumentHelp("Mappen som styrdok build har skrivit. Förval: Output bredvid innehållet.", valueName: "mapp"))
        var from: String?

        @Flag(help: "Visa vad som skulle ändras, och ändra inget.")
        var dryRun = false

        @Option(help: ArgumentHelp("Så många utgåvor behålls, den nya inräknad.", valueName: "antal"))
        var keep = 5

        @Option(help: ArgumentHelp("Så många filer får försvinna. Förval: en femtedel, dock minst 20.", valueName: "antal"))
        var maxDeletions: Int?

        @Flag(help: "Låt filer på en WebDAV-server ersättas även om de inte har publicerats härifrån.")
        var replaceForeign = false

        @OptionGroup var place: ContentFolderOptions

        func validate() throws {
            if keep < 1 { throw ValidationError("--keep är minst 1.") }
            if let maxDeletions, maxDeletions < 0 { throw ValidationError("--max-deletions är minst 0.") }
        }

        func run() throws {
            let clock = Clock()
            let folder = try from ?? OutputOptions.beside(place.folder())
            try reportingPublishing(to: target.target) {
                let source = try BuiltFolder(reading: folder)
                let options = PublishOptions(keep: keep, mostRemovals: maxDeletions, isDryRun: dryRun, time: Date())
                let report = try target.reach(replacesForeign: replaceForeign) { try $0.publish(source, options) }
                if dryRun { printPlan(report) }
                let isOld = hasOldContent(source)
                say("\(told(report, isOld: isOld)) \(clock.elapsed).")
                if isOld { say("Innehållet är ändrat efter bygget. Kör styrdok build och publicera igen.") }
            }
        }

        /// Whether the content beside the build says something else than what was built. Another build that is named may be
        /// an old one on purpose.
        private func hasOldContent(_ source: BuiltFolder) -> Bool {
            guard from == nil, let built = source.content, let content = try? place.folder(), let files = try? ContentFiles.read(root: content) else { return false }
            return ContentDigest.of(files) != built
        }

        /// One change a line, for people and for `grep`.
        private func printPlan(_ report: PublishReport) {
            for (sign, paths) in [("+", report.plan.added), ("~", report.plan.changed), ("-", report.plan.removed)] {
                for path in paths { print("\(sign) \(path)") }
            }
            for id in report.pruned { print("- releases/\(id)") }
        }

        private func told(_ report: PublishReport, isOld: Bool) -> String {
            let plan = report.plan
            let counts = "nya filer \(plan.added.count), ändrade \(plan.changed.count), borttagna \(plan.removed.count), oförändrade \(plan.unchanged.count)"
            let pruned = report.pruned.isEmpty ? "" : " Äldre utgåvor som gallrats: \(report.pruned.count)."
            let id = report.release.map { " Utgåva \($0)." } ?? ""
            switch report.outcome {
            case .unchanged:
                return isOld ? "Inget publicerades: \(target.target) har redan det som är byggt.\(id)\(pruned)" : "Inget att publicera: \(target.target) har redan detta.\(id)\(pruned)"
            case .onlyPlanned: return "Skulle publicera i \(target.target): \(counts). \(size(report.sentBytes)) skulle skickas. Inget har ändrats."
            case .againPlanned:
                return "Skulle publicera i \(target.target): \(counts). En tidigare utgåva med samma innehåll skulle tas i bruk igen, så inget skulle skickas. Inget har ändrats."
            case .again: return "Publicerat i \(target.target): \(counts). En tidigare utgåva med samma innehåll togs i bruk igen.\(id)\(pruned)"
            case .published: return "Publicerat i \(target.target): \(counts). \(size(report.sentBytes)) skickades.\(id)\(pruned)"
            }
        }

        private func size(_ bytes: Int) -> String { bytes < 1000 ? "\(bytes) byte" : bytes < 1_000_000 ? "\((bytes + 999) / 1000) kB" : "\(bytes / 1_000_000),\(bytes / 100_000 % 10) MB" }
    }

    struct Rollback: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "rollback", abstract: "Ger läsarna en äldre utgåva igen, utan att bygga om.")

        @OptionGroup var target: TargetOptions

        @Argument(help: ArgumentHelp("Utgåvan, som styrdok publish list skriver den. Utan namn: den före den aktuella.", valueName: "utgåva"))
        var release: String?

        func run() throws {
            try reportingPublishing(to: target.target) {
                let id = try target.reach { try $0.rollBack(to: release) }
                say("\(target.target) visar nu utgåva \(id), publicerad \(id.timeText).")
            }
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "Visar vilka utgåvor som finns, den senaste sist.")

        @OptionGroup var target: TargetOptions

        func run() throws {
            try reportingPublishing(to: target.target) {
                let (releases, current) = try target.reach { try $0.list() }
                for release in releases {
                    let isCurrent = release.id == current
                    print("\(isCurrent ? "*" : " ") \(release.id)  \(release.id.timeText)\(isCurrent ? "  aktuell" : "")\(release.changes.map { "  \(told($0))" } ?? "")")
                }
                if releases.isEmpty { say("Inget är publicerat i \(target.target).") }
            }
        }

        /// What a release brought, with the first pages of text that it changed: by them people know it again.
        private func told(_ changes: PublishPlan) -> String {
            let counts = "nya filer \(changes.added.count), ändrade \(changes.changed.count), borttagna \(changes.removed.count)"
            let pages = (changes.added + changes.changed).filter { path in
                let name = path.split(separator: "/").last ?? ""
                return path.contains("/") && name.hasSuffix(".html") && !Self.gathering.contains { name.hasPrefix($0) }
            }
            guard !pages.isEmpty else { return counts }
            return "\(counts): \(pages.prefix(2).joined(separator: ", "))\(pages.count > 2 ? " …" : "")"
        }

        /// How names of pages begin that change with any other.
        private static let gathering = ["hela.", "sok.", "bilaga", "andringar.", "sparbarhet."]
    }
}

struct TargetOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("Mapp, sftp://… eller https://…", valueName: "mål"))
    var target: String

    @Option(help: ArgumentHelp("En annan fil än ~/.ssh/config med ssh:s inställningar.", valueName: "fil"))
    var sshConfig: String?

    @Flag(help: "Bryt ett lås på servern. Bara när du vet att ingen annan publicerar.")
    var breakLock = false

    func reach<Result>(replacesForeign: Bool = false, _ work: (any PublishTarget) throws -> Result) throws -> Result {
        let environment = ProcessInfo.processInfo.environment
        let credentials = environment["STYRDOK_WEBDAV_USER"].flatMap { user in environment["STYRDOK_WEBDAV_PASSWORD"].map { (user, $0) } }
        let access = TargetAccess(
            sshConfiguration: sshConfig, credentials: credentials, breaksLock: breakLock, replacesForeign: replacesForeign, time: Date())
        return try TargetAddress(target).reach(access, work)
    }
}
