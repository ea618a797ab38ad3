import ArgumentParser
import Diagnostics
import Foundation
import Publishing

/// Says what stopped a publishing, and ends with its exit code.
func reportingPublishing(to target: String, _ work: () throws -> Void) throws {
    do {
        try reportingTools(work)
    } catch let error as ReleaseError {
        say(text(error, target))
        throw exit(error)
    } catch PublishingError.locked(let holder) {
        say("En annan publicering håller på i \(target) (process \(holder.isEmpty ? "okänd" : holder)). Vänta tills den är klar.")
        throw Exit.locked
    } catch PublishingError.failed(let path, let number) {
        say("\(path) gick inte att skriva: \(systemReason(number)). Läsarna har kvar det de hade.")
        throw Exit.environment
    }
}

private func exit(_ error: ReleaseError) -> ExitCode {
    switch error {
    case .badAddress, .unknownRelease, .keepsNone: Exit.usage
    case .tooManyRemovals, .noOlderRelease: Exit.findings
    case .locked, .lostLock: Exit.locked
    default: Exit.environment
    }
}

private func text(_ error: ReleaseError, _ target: String) -> String {
    switch error {
    case .notABuild(let path): "\(path) är inget bygge: manifest.json saknas eller går inte att läsa. Kör styrdok build först."
    case .changedWhileReading(let path): "\(path) byggdes om medan det lästes. Vänta tills bygget är klart och publicera igen."
    case .missing(let path): "\(path) står i byggets manifest.json men går inte att läsa. Kör styrdok build igen."
    case .unsafePath(let path): "Filnamnet \(path.debugDescription) går inte att publicera: det lämnar mappen, eller har ett styrtecken eller omvänt snedstreck."
    case .badAddress(let problem): text(problem)
    case .tooManyRemovals(let count, let cap):
        "\(count) filer skulle försvinna ur \(target), men högst \(cap) får göra det. Inget har ändrats. Är det rätt, kör igen med --max-deletions \(count)."
    case .locked(let holder?):
        "En annan publicering håller på i \(target): process \(holder.process) på \(holder.host), sedan \(holder.since). Vänta tills den är klar. Vet du att den har avbrutits, kör igen med --break-lock."
    case .locked(nil): "\(target) är låst, och låset säger inte av vem. Vet du att ingen annan publicerar, kör igen med --break-lock."
    case .lostLock: "Någon annan bröt låset på \(target). Publiceringen avbröts; kör igen när den andra är klar."
    case .foreign(let path):
        "\(path) har inte publicerats härifrån, och rörs inte. Välj en annan mapp eller ta bort det. På en WebDAV-server kan filer ersättas med --replace-foreign."
    case .damaged(let paths):
        "\(paths.prefix(3).joined(separator: ", "))\(paths.count > 3 ? " och \(paths.count - 3) till" : "") kom inte tillbaka som det skickades. Publicera igen; händer det åter är lagringen skadad."
    case .damagedRelease(let id): "Utgåva \(id) är skadad och visas inte. Välj en annan; styrdok publish list \(target) visar dem."
    case .unknownRelease(let name): "Utgåvan ”\(name)” finns inte. Se styrdok publish list \(target)."
    case .noOlderRelease: "Det finns ingen äldre utgåva i \(target)."
    case .keepsNone: "En WebDAV-server har bara det som läsarna ser. Publicera det äldre bygget igen med --from."
    case .noLinks(let path): "\(path) kan inte hålla länkar, och därför kan inget bytas i ett steg. Montera nätdisken så att den kan, eller publicera över SFTP eller WebDAV."
    case .refused(_, 401), .refused(_, 403):
        "\(target) släppte inte in publiceringen. Ange inloggningen i STYRDOK_WEBDAV_USER och STYRDOK_WEBDAV_PASSWORD, eller i ~/.netrc."
    case .refused(let path, 507): "\(target) har inte plats för \(path). Publicera igen när det finns plats."
    case .refused(let path, let status): "\(target) svarade \(status) för \(path). Publicera igen när servern är rättad."
    }
}

private func text(_ problem: ReleaseError.BadAddress) -> String {
    switch problem {
    case .unreadable: "Adressen går inte att läsa. Skriv en mapp, sftp://användare@värd:port/mapp eller https://värd/mapp."
    case .credentials: "Skriv inte inloggning i adressen: den syns för andra på datorn. Använd STYRDOK_WEBDAV_USER och STYRDOK_WEBDAV_PASSWORD, ~/.netrc eller ssh-agent."
    case .unencrypted: "Med http går lösenordet att läsa på vägen. Använd https."
    case .unsupported(let scheme): "\(scheme):// kan inte användas. Skriv en mapp, sftp:// eller https://."
    }
}
